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
            same_row = place is not None and before is not None and place[:2] == before[:2]
            parts.append("\t" if same_row else "\n")
            at += 1
        end = at + len(piece.text)
        parts.append(piece.text)
        blocks.append(Block(piece.kind, at, end, piece.level) if place is None else _cell(place, at, end))
        at, before = end, place
    return "".join(parts), tuple(blocks)


def _cell(place: Place, at: int, end: int) -> Block:
    table, row, column, rows, columns, header = place
    return Block("cell", at, end, 0, table, row, column, rows, columns, header)
