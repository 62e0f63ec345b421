"""Honours told in a table: a column of names, with the body and the date in columns of their own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.mentions import Period
from pipeline.model import Block
from pipeline.read.honours.periods import periods
from pipeline.read.scene import Scene
from pipeline.read.stated import stated_period
from pipeline.values import cell_stamp

_NAME = re.compile(r"荣誉|奖项|称号|获奖|奖励")
_NAME_TOO = re.compile(r"名称|项目|内容")
_BODY = re.compile(r"授予|颁发|颁奖|表彰单位|评选|发证|授奖|颁授")
_DATE = re.compile(r"时间|日期|年份|年度|年月")


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
    body = next((column for column, text in words.items() if _BODY.search(text)), None)
    when = next((column for column, text in words.items() if _DATE.search(text)), None)
    name = next((column for column, text in words.items() if column not in (body, when) and _NAME.search(text)), None)
    if name is None and body is not None:
        name = next((column for column, text in words.items() if column not in (body, when) and _NAME_TOO.search(text)), None)
    return None if name is None or (body is None and when is None) else (name, body, when)


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
