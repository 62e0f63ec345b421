"""Data tables become cells with row and column; layout tables and tables of metadata stay what they were, pieces."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipeline.clean.labels import labels
from pipeline.clean.pieces import Piece, Place, Tree

_CELLS = frozenset(("td", "th"))
_LONG_CELL, _LONG_PARAGRAPH = 60, 200
_LARGEST_SPAN, _WIDEST = 100, 400  # columns beyond the widest table are not kept free for spans
_WIDE = re.compile("[\u2e80-\u9fff]")


_Cells = dict[int, list[Piece]]  # the pieces of each cell, by its element's index


def with_tables(pieces: list[Piece], tree: Tree) -> list[Piece]:
    """The pieces with those of each data table turned into one piece a cell, spans expanded, empty cells left out."""
    if "table" not in tree.tags:
        return pieces
    homes, layout = _innermost_tables(tree)
    out: list[Piece] = []
    number, at = 0, 0
    while at < len(pieces):
        table = homes[pieces[at].node] if pieces[at].node >= 0 else -1
        if table < 0 or table in layout:
            out.append(pieces[at])
            at += 1
            continue
        end = at + 1
        while end < len(pieces) and table <= pieces[end].node < tree.ends[table]:
            end += 1
        captions, inside = _without_captions(pieces[at:end], tree, table)
        if cells := _data_cells(inside, tree, table):
            out.extend(captions)
            out.extend(_placed(cells, tree, table, number))
            number += 1
        else:
            out.extend(pieces[at:end])
        at = end
    return out


def _without_captions(pieces: list[Piece], tree: Tree, table: int) -> tuple[list[Piece], list[Piece]]:
    """The pieces of the table's <caption>, and the others."""
    if "caption" not in tree.tags[table : tree.ends[table]]:
        return [], pieces
    inside = [_in_caption(tree, piece.node, table) for piece in pieces]
    return [p for p, caption in zip(pieces, inside, strict=True) if caption], [
        p for p, caption in zip(pieces, inside, strict=True) if not caption
    ]


def _in_caption(tree: Tree, node: int, table: int) -> bool:
    """Whether the element stands in the table's <caption>, which is none of its cells."""
    while node > table:
        if tree.tags[node] == "caption":
            return True
        node = tree.parents[node]
    return False


def _innermost_tables(tree: Tree) -> tuple[list[int], set[int]]:
    """For each element the index of the nearest enclosing table (-1 where there is none), and the tables that hold other tables."""
    nearest = [-1] * len(tree.parents)
    layout: set[int] = set()
    for node, parent in enumerate(tree.parents):
        outer = nearest[parent] if parent >= 0 else -1
        if tree.tags[node] == "table":
            nearest[node] = node
            layout.add(outer)
        else:
            nearest[node] = outer
    return nearest, layout


def _data_cells(pieces: list[Piece], tree: Tree, table: int) -> _Cells | None:
    """The table's cells, where it is a table of data: two rows and columns or more, mostly short cells, not a form of labels."""
    cells: _Cells = {}
    rows: dict[int, int] = {}  # how many cells each has
    tags, parents = tree.tags, tree.parents
    for piece in pieces:
        cell, row = piece.node, parents[piece.node]
        if tags[cell] not in _CELLS or tags[row] != "tr":
            cell, row = _cell_and_row(tree, cell, table)
        if cell < 0:
            return None
        if cell in cells:
            cells[cell].append(piece)
        else:
            cells[cell] = [piece]
            rows[row] = rows.get(row, 0) + 1
    return cells if _is_data(list(cells.values()), list(rows.values())) else None


def _cell_and_row(tree: Tree, node: int, table: int) -> tuple[int, int]:
    cell = row = -1
    while node > table:
        tag = tree.tags[node]
        if tag in _CELLS and cell < 0:
            cell = node
        elif tag == "tr" and row < 0:
            row = node
        node = tree.parents[node]
    return (cell, row) if row >= 0 else (-1, -1)


def _is_data(cells: list[list[Piece]], rows: list[int]) -> bool:
    if len(rows) < 2 or len(cells) < 4 or any(piece.hidden for cell in cells for piece in cell):
        return False
    lengths = sorted([len(cell[0].text) if len(cell) == 1 else sum(len(piece.text) for piece in cell) for cell in cells])
    several = sum(n > 1 for n in rows)
    links = sum(piece.links for cell in cells for piece in cell)
    if (
        several < 2
        or several * 2 < len(rows)
        or lengths[len(lengths) // 2] > _LONG_CELL
        or lengths[-1] > 4 * _LONG_PARAGRAPH
        or links * 2 > sum(lengths)
    ):
        return False
    named = sum(bool(labels(cell[0].text)) for cell in cells)
    return named < 3 or named * 5 < len(cells)


def _placed(cells: _Cells, tree: Tree, table: int, number: int) -> list[Piece]:
    """One piece a cell, with the column that spans of earlier cells leave it."""
    out: list[Piece] = []
    covered: dict[int, int] = {}  # column -> rows below that a cell above still covers
    for row, nodes in enumerate(_rows(tree, table)):
        column, fresh = 0, {}
        for node in nodes:
            while column in covered:
                column += 1
            rows = columns = 1
            if attributes := tree.attributes[node]:
                rows = _span(attributes, "rowspan")
                columns = min(_span(attributes, "colspan"), max(1, _WIDEST - column))
            if node in cells:
                out.append(_as_cell(node, cells[node], Place(number, row, column, rows, columns, tree.tags[node] == "th")))
            if rows > 1 and column < _WIDEST:
                fresh.update(dict.fromkeys(range(column, column + columns), rows - 1))
            column += columns
        covered = {c: n - 1 for c, n in covered.items() if n > 1} | fresh
    return out


def _rows(tree: Tree, table: int) -> list[list[int]]:
    """The indices of each row's cells."""
    rows: dict[int, list[int]] = {}
    for node in range(table + 1, tree.ends[table]):
        tag = tree.tags[node]
        if tag == "tr":
            rows[node] = []
        elif tag in _CELLS and tree.parents[node] in rows:
            rows[tree.parents[node]].append(node)
    return list(rows.values())


def _span(attributes: Mapping[str, str], name: str) -> int:
    digits = (attributes.get(name) or "").strip()
    return min(max(int(digits), 1), _LARGEST_SPAN) if digits.isdecimal() and len(digits) < 6 else 1


def _as_cell(node: int, pieces: list[Piece], place: Place) -> Piece:
    """The pieces of a cell as one: the first of them, changed, for there may be a million cells on a page."""
    cell = pieces[0]
    text = cell.text
    for piece in pieces[1:]:
        text += _between(text, piece.text, place.header or place.row == 0) + piece.text
        cell.links += piece.links
    cell.text, cell.kind, cell.level, cell.node, cell.place = text, "cell", 0, node, place
    cell.broken, cell.indented, cell.parts = False, False, ()
    return cell


def _between(left: str, right: str, heading: bool) -> str:
    """What joins two lines of a cell: nothing inside a heading that was broken to fit its column, else a blank."""
    return "" if heading and _WIDE.match(left[-1]) and _WIDE.match(right[0]) else " "
