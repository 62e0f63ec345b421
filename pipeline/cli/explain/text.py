"""The text of an explained page as HTML: its blocks, with facts and loose numbers marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from pipeline.cli.explain.explained import Explained, Mark
from pipeline.cli.explain.spans import Spans
from pipeline.model import Block

_TAGS = {"heading": "h3", "caption": "h4", "item": 'p class="item"', "paragraph": "p"}


def printable(text: str) -> str:
    """The text without control and direction characters, which HTML may not hold or a reader would be misled by."""
    return "".join(
        char if char.isprintable() or (char.isspace() and char not in "\x0b\x0c\x1c\x1d\x1e\x1f\x85") else "\ufffd" for char in text
    )


@dataclass(frozen=True, slots=True)
class _Number:
    """A loose number as a span."""

    anchor: str
    reason: str
    start: int
    end: int


class Body:
    """Title and text of a page; `key` begins its anchors."""

    def __init__(self, page: Explained, key: str) -> None:
        self._page = page
        self._key = key
        self._opened: set[str] = set()
        self._marked = {field: Spans(self._in_field(field)) for field in ("text", "title")}

    def _in_field(self, field: str) -> Iterator[Mark | _Number]:
        yield from (mark for mark in self._page.marks if mark.field == field)
        for at, loose in enumerate(self._page.loose):
            if loose.row.field == field:
                yield _Number(f"{self._key}-n{at}", loose.reason, loose.row.start, loose.row.end)

    def title(self) -> str:
        """The headline with what is marked in it."""
        return self._spans("title", 0, len(self._page.title)) if self._page.title else escape(printable(self._page.source))

    def lines(self) -> Iterator[str]:
        """The blocks in order; cells of one table as a table."""
        for table, blocks in groupby(self._page.document.blocks, key=lambda block: block.table if block.kind == "cell" else None):
            if table is None:
                yield from (self._block(block) for block in blocks)
            else:
                yield from self._table(list(blocks))

    def _block(self, block: Block) -> str:
        tag = _TAGS.get(block.kind, "p")
        return f"<{tag}>{self._spans('text', block.start, block.end)}</{tag.split()[0]}>"

    def _table(self, cells: Sequence[Block]) -> Iterator[str]:
        yield "<table>"
        for _, row in groupby(cells, key=lambda cell: cell.row):
            yield "<tr>" + "".join(self._cell(cell) for cell in row) + "</tr>"
        yield "</table>"

    def _cell(self, cell: Block) -> str:
        tag = "th" if cell.header else "td"
        rows = f' rowspan="{cell.row_span}"' if cell.row_span > 1 else ""
        columns = f' colspan="{cell.column_span}"' if cell.column_span > 1 else ""
        return f"<{tag}{rows}{columns}>{self._spans('text', cell.start, cell.end)}</{tag}>"

    def _spans(self, field: str, low: int, high: int) -> str:
        text = self._page.title if field == "title" else self._page.document.text
        made = []
        for start, end, over in self._marked[field].pieces(low, high):
            inside = escape(printable(text[start:end]))
            facts = [one for one in over if isinstance(one, Mark)]
            number = next((one for one in over if isinstance(one, _Number)), None)
            made.append(self._piece(self._loose(inside, number), facts, end))
        return "".join(made)

    def _loose(self, inside: str, number: _Number | None) -> str:
        if number is None:
            return inside
        kind = "loose date" if number.reason == "a date" else "loose"
        return f'<span class="{kind}"{self._id(number.anchor)} title="{escape(printable(number.reason))}">{inside}</span>'

    def _piece(self, inside: str, facts: Sequence[Mark], end: int) -> str:
        """A piece under the innermost of its facts, with a number where one of them ends."""
        if not facts:
            return inside
        inner = facts[-1]
        outer = "".join(f"<span{found}></span>" for mark in facts[:-1] if (found := self._id(f"{self._key}-s{mark.number}")))
        hover = "\n\n".join(_hover(mark) for mark in reversed(facts))
        anchor = self._id(f"{self._key}-s{inner.number}")
        link = f'<a class="mark {inner.table}"{anchor} href="#{self._key}-f{inner.number}" title="{hover}">{inside}</a>'
        # A word joiner keeps the number on the line of what it marks.
        ends = "".join(f'<sup class="{mark.table}">\u2060{mark.number}</sup>' for mark in facts if mark.end == end)
        return outer + link + ends

    def _id(self, anchor: str) -> str:
        """The attribute `id` at the first piece of a span, nothing at the others."""
        if anchor in self._opened:
            return ""
        self._opened.add(anchor)
        return f' id="{anchor}"'


def _hover(mark: Mark) -> str:
    columns = "\n".join(f"{name}: {value}" for name, value in mark.columns)
    steps = "\n".join(f"({step.decided}: {step.word})" for step in mark.steps)
    return escape(printable(f"{mark.rule}\n{columns}\n{steps}".rstrip()))
