"""The headline: where it stands on the page, and its words."""

from __future__ import annotations

import re

from pipeline.clean.pieces import Head, Piece
from pipeline.fold import fold

_META = ("articletitle", "og:title", "twitter:title")
_SEPARATOR = re.compile(
    r"\s{0,2}(?:--{1,2}|[_|｜—–]{1,2}|>{1,2}|»|·|::?)\s{0,2}|\s-\s|-(?=[\u4e00-\u9fff]{2})|(?<=[\u4e00-\u9fff”》）!?])-"
)
_PLAIN = re.compile(r"[\s\W_]+")


def plain(text: str) -> str:
    """Letters and digits only, folded: for comparing headlines."""
    return _PLAIN.sub("", fold(text)).lower()


def find_title(pieces: list[Piece], head: Head, stop: int) -> tuple[str | None, int]:
    """The headline and the index of its piece (-1 where it stands only in the page's head). Looked for before piece `stop`."""
    told = plain(head.meta.get("articletitle", ""))
    window = plain(head.title)
    best, score = -1, 0.0
    for i in range(min(stop, len(pieces)) - 1, -1, -1):
        piece = pieces[i]
        if piece.hidden or not 4 <= len(piece.text) <= 120 or piece.links > len(piece.text) // 2:
            continue
        words = plain(piece.text)
        if not words:
            continue
        value = 0.0
        if told and words == told:
            value = 5
        elif window.startswith(words) and len(words) >= 4:
            value = 2 + min(1.5, len(words) / max(1, len(window)) * 1.5)
        elif words in window and len(words) >= 6:
            value = 1.5
        if piece.kind == "heading" and value:
            value += 0.5
        if value > score:
            best, score = i, value
    if best >= 0:
        return pieces[best].text, best
    if meta := head.meta.get("articletitle"):
        return meta.strip(), -1
    return (from_window(head.title) or None), -1


def from_window(title: str) -> str:
    """The headline part of a title element: what stands before the first separator, if that is long enough."""
    parts = [part.strip() for part in _SEPARATOR.split(title) if part and part.strip()]
    return max(parts[:2], key=len) if parts else title.strip()
