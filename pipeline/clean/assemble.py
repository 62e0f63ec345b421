"""Pieces to the document's text and blocks."""

from __future__ import annotations

from pipeline.clean.pieces import Piece, Place
from pipeline.model import Block


def assemble(pieces: list[Piece]) -> tuple[str, tuple[Block, ...]]:
    """The text (blocks joined by LF, cells of one row by TAB) and its blocks."""
    parts: list[str] = []
    blocks: list[Block] = []
    at = 0
    before: Place | None = None
    for piece in pieces:
        place = piece.place
        if blocks:
            same_row = place is not None and before is not None and (place.table, place.row) == (before.table, before.row)
            parts.append("\t" if same_row else "\n")
            at += 1
        parts.append(piece.text)
        blocks.append(_block(piece, at))
        at += len(piece.text)
        before = place
    return "".join(parts), tuple(blocks)


def _block(piece: Piece, at: int) -> Block:
    end, place = at + len(piece.text), piece.place
    if place is None:
        return Block(piece.kind, at, end, piece.level)
    return Block("cell", at, end, 0, place.table, place.row, place.column, place.rows, place.columns, place.header)
