"""Text dumps: one line is one piece; lines of cells that tabs, bars or wide gaps part are tables."""

from __future__ import annotations

from pipeline.clean.aligned import aligned
from pipeline.clean.blanks import collapse, indented
from pipeline.clean.pieces import Head, Parsed, Piece, Place, Tree


def read_plain(text: str) -> Parsed:
    """The lines of a text dump as pieces; `broken` where no blank line stands between."""
    pieces: list[Piece] = []
    blank, table, row = True, -1, -1
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    drawn = aligned(lines)
    for at, line in enumerate(lines):
        if at in drawn:
            if not drawn[at]:
                continue
            table, row = (table, row + 1) if row >= 0 else (table + 1, 0)
            pieces += [Piece(collapse(cell).strip(), "cell", place=Place(table, row, column)) for column, cell in drawn[at]]
            blank = True
            continue
        if row >= 0 and not line.strip() and any(later in drawn for later in range(at + 1, at + 3)):
            continue
        cells = _cells(line)
        if len(cells) > 1 and (row >= 0 or (at + 1 < len(lines) and len(_cells(lines[at + 1])) > 1)):
            table, row = (table, row + 1) if row >= 0 else (table + 1, 0)
            pieces += [Piece(cell, "cell", place=Place(table, row, column)) for column, cell in cells]
            blank = True
            continue
        row = -1
        shown = collapse(line).strip()
        if shown:
            pieces.append(Piece(shown, broken=not blank, indented=indented(line)))
        blank = not shown
    return Parsed(pieces, Tree(), Head())


def _cells(line: str) -> list[tuple[int, str]]:
    """The columns of a line that tabs part, empty ones left out."""
    if "\t" not in line.strip():
        return []
    return [(column, cell) for column, part in enumerate(line.split("\t")) if (cell := collapse(part).strip())]
