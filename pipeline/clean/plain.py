"""Text dumps: one line is one piece."""

from __future__ import annotations

from pipeline.clean.blanks import collapse, indented
from pipeline.clean.pieces import Head, Parsed, Piece, Tree


def read_plain(text: str) -> Parsed:
    """The lines of a text dump as pieces; `broken` where no blank line stands between."""
    pieces: list[Piece] = []
    blank = True
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        shown = collapse(line).strip()
        if shown:
            pieces.append(Piece(shown, broken=not blank, indented=indented(line)))
        blank = not shown
    return Parsed(pieces, Tree(), Head())
