"""Where the body begins and ends among the pieces."""

from __future__ import annotations

from pipeline.clean.furniture import is_crumb, is_legal, is_tail, is_welcome
from pipeline.clean.labels import is_metadata_line
from pipeline.clean.pieces import Piece
from pipeline.clean.title import plain

_HEAD = 14


def trim_head(pieces: list[Piece], start: int, end: int, title: str | None) -> int:
    """The body's first piece: after the path, headline, metadata lines and buttons that begin the container."""
    first, at = start, start
    title_words = plain(title or "")
    while at < min(end, start + _HEAD):
        text = pieces[at].text
        if (
            is_metadata_line(text)
            or is_crumb(text)
            or is_welcome(text)
            or is_tail(text)
            or plain(text) == title_words
            or _is_link(pieces[at])
        ):
            first = at + 1
        elif len(text) > 40 or "。" in text:
            break
        at += 1
    return first


def trim_tail(pieces: list[Piece], start: int, end: int, weights: list[float]) -> int:
    """One past the body's last piece: before the first tail line that has most of the weight above it."""
    total = sum(weights[start:end])
    above = 0.0
    for at in range(start, end):
        if above >= 0.5 * total and at > start and is_tail(pieces[at].text):
            end = at
            break
        above += weights[at]
    while end > start + 1 and (_is_link(pieces[end - 1]) or is_legal(pieces[end - 1].text) or is_tail(pieces[end - 1].text)):
        end -= 1
    return end


def _is_link(piece: Piece) -> bool:
    return piece.links > 0.6 * len(piece.text)
