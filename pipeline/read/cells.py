"""Numbers in data tables: what they count stands in the head of their row and column, their unit in a column or in brackets."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from pipeline.model import Block
from pipeline.read.scene import Scene
from pipeline.values import Number, integer
from pipeline.values.kinds import Value

_UNIT = re.compile(r"(?P<scale>十万|百万|[十百千万亿])?(?P<unit>[\u3400-\u9fff%㎡A-Za-z²]{1,5}(?:[(（/][\u3400-\u9fff]{1,3}[)）]?)?)")
_BRACKET = re.compile(r"[(]([^()]{1,10}(?:[(][^()]{1,3}[)])?)[)]\s*$")
_UNIT_HEAD = re.compile(r"单位$")
_CODE_HEAD = re.compile(r"代码|序号|行次|编号|^乙$|^No\.?$")
_LETTER_ROW = re.compile(r"[甲乙丙丁\d]{1,2}")
_NUMERIC = re.compile(r"[\d,.\s]+%?")
_YEAR = re.compile(r"((?:19|20)\d\d)年?(?:度|末|底)?")


@dataclass(frozen=True, slots=True)
class CellContext:
    """What stands around a numeric cell: its row's label, its column's head (each a span of the text), unit and scale, the column's year."""

    label: tuple[int, int] | None
    head: tuple[int, int] | None
    unit: str | None
    scale: int
    year: str | None


class Cells:
    """Answers what a number in a cell counts. Built once a page."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._grid: dict[int, dict[tuple[int, int], Block]] = defaultdict(dict)
        # By table and column: the rows whose cells can head those below. By table: the rows of letters (甲 乙 丙 1).
        self._heading: dict[tuple[int, int], list[int]] = defaultdict(list)
        self._lettered: dict[int, set[int]] = defaultdict(set)
        cells = [block for block in scene.document.blocks if block.kind == "cell"]
        for block in sorted(cells, key=lambda cell: (cell.table or 0, cell.row or 0)):
            if block.table is not None and block.row is not None and block.column is not None:
                self._grid[block.table][block.row, block.column] = block
                self._note(block, block.table, block.row, block.column)
        self._codes = {table: _code_columns(grid, self._text) for table, grid in self._grid.items()}

    def _note(self, block: Block, table: int, row: int, column: int) -> None:
        text = self._text(block)
        if text == "甲":
            self._lettered[table].add(row)
        heading = self._heading[table, column]
        # 1904 under 外借（册次） is a count; 2019 heads a column that no words head.
        if self._words(block) or (_YEAR.fullmatch(text) and (not heading or not text.isdigit())):
            heading.append(row)

    def context(self, block: Block) -> CellContext | None:
        """The cell's context; None for a cell that holds words, a code, a row of letters, or a head."""
        if block.table is None or block.row is None or block.column is None or not _NUMERIC.fullmatch(self._text(block)):
            return None
        grid = self._grid[block.table]
        if self.numbers_rows(block) or block.row in self._lettered[block.table]:
            return None
        label = self._label(grid, block.row, block.column)
        head = self._head(block.table, block.row, block.column)
        if label is None and head is None:
            return None
        unit, scale = self._unit(grid, block.row, block.column, label, head)
        year = (_YEAR.search(self._text(head)) if head else None) or self._row_year(grid, block.row, block.column)
        return CellContext(self._span(label), self._span(head), unit, scale, year.group(1) if year else None)

    def _row_year(self, grid: dict[tuple[int, int], Block], row: int, column: int) -> re.Match[str] | None:
        """The year that the row's first cell is."""
        first = grid.get((row, 0))
        return _YEAR.fullmatch(self._text(first)) if first is not None and column > 0 else None

    def numbers_rows(self, block: Block) -> bool:
        """Whether the cell stands in a column that numbers the rows."""
        return block.table is not None and block.column in self._codes[block.table] and self._text(block).isdigit()

    def _text(self, block: Block) -> str:
        return self._scene.folded[block.start : block.end]

    def _span(self, block: Block | None) -> tuple[int, int] | None:
        return (block.start, block.end) if block else None

    def _words(self, block: Block | None) -> bool:
        return (
            block is not None
            and re.search(r"[\u3400-\u9fff]", self._text(block)) is not None
            and not _LETTER_ROW.fullmatch(self._text(block))
        )

    def _label(self, grid: dict[tuple[int, int], Block], row: int, column: int) -> Block | None:
        """The first cell with words to the left in its row."""
        return next((cell for at in range(column) if self._words(cell := grid.get((row, at))) and cell), None)

    def _head(self, table: int, row: int, column: int) -> Block | None:
        """The nearest cell with words, or a year, above in its column; a cell of the first row may span it."""
        grid, rows = self._grid[table], self._heading.get((table, column), [])
        above = bisect_left(rows, row)
        if above:
            return grid[rows[above - 1], column]
        spanning = self._spanning(grid, column) if row > 0 and (0, column) not in grid else None
        return spanning if spanning and (self._words(spanning) or _YEAR.fullmatch(self._text(spanning))) else None

    def _spanning(self, grid: dict[tuple[int, int], Block], column: int) -> Block | None:
        for at in range(column, -1, -1):
            block = grid.get((0, at))
            if block is not None:
                return block if column < at + block.column_span else None
        return None

    def _unit(self, grid: dict[tuple[int, int], Block], row: int, column: int, *labels: Block | None) -> tuple[str | None, int]:
        """Unit and scale: of the row's cell in a column headed 单位, else in the brackets that end a label."""
        for at in range(column):
            head, cell = grid.get((0, at)), grid.get((row, at))
            if head and cell and _UNIT_HEAD.search(self._text(head)):
                return self._parse(self._scene.text[cell.start : cell.end], self._text(cell))
        for label in labels:
            found = _BRACKET.search(self._text(label)) if label else None
            if found and label and not re.search(r"\d", found.group(1)):
                start = label.start + found.start(1)
                return self._parse(self._scene.text[start : start + len(found.group(1))], found.group(1))
        return None, 1

    def _parse(self, written: str, folded: str) -> tuple[str | None, int]:
        found = _UNIT.fullmatch(folded.strip())
        if not found:
            return None, 1
        scale = found.group("scale") or ""
        return written.strip()[len(scale) :], integer(scale) or 1


def _code_columns(grid: dict[tuple[int, int], Block], text: Callable[[Block], str]) -> frozenset[int]:
    """The columns that number their rows: their head says so, or they hold 1, 2, 3 … below each other, with other columns beside."""
    columns: dict[int, list[str]] = defaultdict(list)
    for (row, column), block in sorted(grid.items(), key=lambda item: item[0]):
        if row or text(block).isdigit():
            columns[column].append(text(block))
    headed = {column for (row, column), block in grid.items() if row == 0 and _CODE_HEAD.search(text(block))}
    return frozenset(headed | {column for column, cells in columns.items() if len(columns) > 2 and _counts_on(cells)})


def _counts_on(cells: list[str]) -> bool:
    numbers = [number for cell in cells if len(cell) < 4 and cell.isdigit() and (number := integer(cell)) is not None]
    return len(cells) == len(numbers) >= 3 and all(later == earlier + 1 for earlier, later in pairwise(numbers))


def scaled(number: Number, scale: int) -> Number:
    """The number times the scale of its column: 61.2 under 万册 is 612000."""

    def times(value: Value | None) -> Value | None:
        return None if value is None else value * scale

    return number if scale == 1 else number._replace(value=times(number.value), value_high=times(number.value_high))
