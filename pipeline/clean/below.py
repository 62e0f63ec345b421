"""What may stand below a body and is no part of it."""

from __future__ import annotations

from pipeline.clean.furniture import is_buttons, is_crumb, is_legal, is_menu, is_tail
from pipeline.clean.labels import is_labelled, labels, tells
from pipeline.clean.pieces import Piece


def is_below(piece: Piece) -> bool:
    """Whether a piece is a link, a button, a neighbour, a legal or a responsibility line."""
    text = piece.text
    if piece.place is not None:
        return False
    return (
        piece.hidden
        or is_link(piece)
        or is_legal(text)
        or is_tail(text)
        or is_buttons(text)
        or is_crumb(text)
        or is_menu(text)
        or is_told_below(piece)
    )


def is_told_below(piece: Piece) -> bool:
    """A responsibility line under the body. A bare date is a signature's and stays."""
    text = piece.line
    if len(text) > 100 or piece.place is not None or not (":" in text or "：" in text):
        return False
    found = labels(text)
    return (
        bool(found)
        and found[0].colon
        and found[0].start <= 2
        and found[0].field != "ui"
        and tells(found)
        and is_labelled(text, found)
        and not _event(found[0].name)
    )


def _event(name: str) -> bool:
    return name in ("时间", "日期", "名称", "标题", "发布", "更新", "发表")


def is_link(piece: Piece) -> bool:
    """Whether a piece is hardly more than links."""
    return piece.place is None and piece.links > 0.6 * len(piece.text)
