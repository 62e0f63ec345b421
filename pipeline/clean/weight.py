"""How much a piece weighs as running text."""

from __future__ import annotations

import re

from pipeline.clean.furniture import is_legal
from pipeline.clean.pieces import Piece

_CJK = re.compile("[\u3400-\u9fff]+")
_ENDS = re.compile("[。！？；，,;!?]|\\.\\s|\\.$")
_BEGINNING = 40


def weigh(pieces: list[Piece]) -> list[float]:
    """The weight of each piece: its Chinese characters beyond ten, less its links, a quarter where nothing in it ends or pauses.

    Hidden pieces and legal lines weigh nothing; of pieces that begin with the same 40 characters only the longest does.
    """
    longest: dict[str, int] = {}
    weights = [0.0] * len(pieces)
    for at, piece in enumerate(pieces):
        size = len(piece.text)
        if size <= 10 or piece.links * 5 > size * 3 or not (weight := _weight(piece)):
            continue
        weights[at] = weight
        if size < _BEGINNING // 2:
            continue
        beginning = piece.text[:_BEGINNING]
        first = longest.setdefault(beginning, at)
        if size > len(pieces[first].text):
            longest[beginning] = at
            weights[first] = 0.0
        elif first != at:
            weights[at] = 0.0
    return weights


def _weight(piece: Piece) -> float:
    text = piece.text
    if piece.hidden:
        return 0.0
    size = max(len("".join(_CJK.findall(text))), len(text) // 3 if len(text) > 60 else 0) - 10
    if size <= 0 or is_legal(text):
        return 0.0
    return size * max(0.0, 1 - piece.links / len(text)) * (1 if _ENDS.search(text) else 0.25)
