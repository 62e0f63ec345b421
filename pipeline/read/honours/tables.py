"""Honours told in a table: a column of names, with the body and the date in columns of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.mentions import Period
from pipeline.model import Block
from pipeline.read.honours.periods import periods
from pipeline.read.scene import Scene
from pipeline.read.stated import stated_period
from pipeline.values import cell_stamp


@dataclass(frozen=True, slots=True)
class Line:
    """A row of such a table: where the name stands, the body's words, the date."""

    start: int
    end: int
    body: str | None
    period: Period


def honour_lines(scene: Scene) -> Iterator[Line]:
    """The rows of every table whose head names a column of honours."""
    tables: dict[int, dict[int, dict[int, Block]]] = defaultdict(lambda: defaultdict(dict))
    for block in scene.document.blocks:
        if block.kind == "cell" and block.table is not None and block.row is not None and block.column is not None:
            tables[block.table][block.row][block.column] = block
    for rows in tables.values():
        columns = _columns(scene, rows.get(0, {}))
        if columns is None:
            continue
        for row in sorted(rows):
            cell = rows[row].get(columns[0])
            if row and cell is not None:
                yield _line(scene, cell, rows[row], columns)


def _columns(scene: Scene, head: dict[int, Block]) -> tuple[int, int | None, int | None] | None:
    """The columns of names, bodies and dates; None for a table of something else."""
    words = {column: scene.folded[cell.start : cell.end] for column, cell in head.items()}
    body = _headed(scene, words, "<<body_columns>>")
    when = _headed(scene, words, "<<date_columns>>")
    others = {column: text for column, text in words.items() if column not in (body, when)}
    name = _headed(scene, others, "<<honour_columns>>")
    if name is None and body is not None:
        name = _headed(scene, others, "<<honour_columns_too>>")
    return None if name is None or (body is None and when is None) else (name, body, when)


def _headed(scene: Scene, words: dict[int, str], heads: str) -> int | None:
    """The first column whose head has one of the words."""
    return next((column for column, text in words.items() if scene.lexicon[heads].search(text)), None)


def _line(scene: Scene, cell: Block, row: dict[int, Block], columns: tuple[int, int | None, int | None]) -> Line:
    _, body, when = columns
    body_cell = row.get(body) if body is not None else None
    date_cell = row.get(when) if when is not None else None
    stated = scene.text[body_cell.start : body_cell.end].strip() if body_cell else ""
    return Line(cell.start, cell.end, stated or None, _period(scene, date_cell) if date_cell else Period())


def _period(scene: Scene, cell: Block) -> Period:
    if stamp := cell_stamp(scene.folded[cell.start : cell.end]):
        return stated_period(stamp)
    found = [span for span in scene.dates(cell.start, cell.end) if span.edtf and "X" not in span.edtf]
    return periods(scene, found[:1])[0]
