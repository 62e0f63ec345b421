"""A page between parsing and choosing: pieces of text in reading order, and the block elements that hold them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from pipeline.clean.blanks import collapse

if TYPE_CHECKING:
    from pipeline.model import BlockKind


class Place(NamedTuple):
    """Where a cell of a data table stands: its table (numbered on the page), row and column from 0, and how far it spans."""

    table: int
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    header: bool = False


@dataclass(slots=True)
class Piece:
    """Text that one block element (or one line of a text dump) shows without a break. Blanks are collapsed, ends stripped.

    `node` is its block element's index in `Tree`, -1 in a text dump. `links` counts characters inside links. `broken`: only a <br>
    (in a text dump: a single line end) parts it from the piece before. `indented`: it began with blanks that a reader sees.
    `parts` are the texts of the inline elements it was made of.
    """

    text: str
    kind: BlockKind = "paragraph"
    level: int = 0
    node: int = -1
    links: int = 0
    hidden: bool = False
    broken: bool = False
    indented: bool = False
    parts: tuple[str, ...] = ()
    place: Place | None = None

    _line: str | None = None

    @property
    def line(self) -> str:
        """The text as labels are read from it: style sheets part inline elements, so two blanks stand where they meet."""
        if not 1 < len(self.parts) < 40 or len(self.text) > 260:
            return self.text
        if self._line is None:
            self._line = "  ".join(part for raw in self.parts if (part := collapse(raw).strip()))
        return self._line


@dataclass(slots=True)
class Tree:
    """Block elements in document order: `parents[i]` is the index of the enclosing one (-1 at the root), element i and all in it are [i:ends[i]]."""

    parents: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    attributes: list[Mapping[str, str]] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Head:
    """What the page's head says: the title element, meta elements by lower-case name (the first of each), the date of structured data,
    the author that a link signs."""

    title: str = ""
    meta: dict[str, str] = field(default_factory=dict)
    date: str | None = None
    byline: str | None = None


@dataclass(slots=True)
class Parsed:
    """A page in pieces."""

    pieces: list[Piece]
    tree: Tree
    head: Head
    hidden: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
