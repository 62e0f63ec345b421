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
    weights = [0.0 if len(piece.text) <= 10 or piece.links * 5 > len(piece.text) * 3 else _weight(piece) for piece in pieces]
    for at, piece in enumerate(pieces):
        if weights[at] <= 0 or len(piece.text) < _BEGINNING // 2:
            continue
        first = longest.setdefault(piece.text[:_BEGINNING], at)
        if first == at:
            continue
        if len(piece.text) > len(pieces[first].text):
            longest[piece.text[:_BEGINNING]] = at
            first, at = at, first
        weights[at] = 0.0
    return weights


def _weight(piece: Piece) -> float:
    text = piece.text
    if piece.hidden:
        return 0.0
    size = max(sum(map(len, _CJK.findall(text))), len(text) // 3 if len(text) > 60 else 0) - 10
    if size <= 0 or is_legal(text):
        return 0.0
    return size * max(0.0, 1 - piece.links / len(text)) * (1 if _ENDS.search(text) else 0.25)
