"""Pieces to the document's text and blocks."""

from __future__ import annotations

from pipeline.clean.pieces import Piece
from pipeline.model import Block


def assemble(pieces: list[Piece]) -> tuple[str, tuple[Block, ...]]:
    """The text (blocks joined by LF, cells of one row by TAB) and its blocks."""
    parts: list[str] = []
    blocks: list[Block] = []
    at = 0
    before: Piece | None = None
    for piece in pieces:
        if before is not None:
            same_row = piece.table is not None and piece.table == before.table and piece.row == before.row
            parts.append("\t" if same_row else "\n")
            at += 1
        parts.append(piece.text)
        blocks.append(
            Block(
                piece.kind,
                at,
                at + len(piece.text),
                piece.level,
                piece.table,
                piece.row,
                piece.column,
                piece.row_span,
                piece.column_span,
                piece.header,
            )
        )
        at += len(piece.text)
        before = piece
    return "".join(parts), tuple(blocks)
