"""A page between parsing and choosing: pieces of text in reading order, and the block elements that hold them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

    from pipeline.model import BlockKind


@dataclass(slots=True)
class Piece:
    """Text that one block element (or one line of a text dump) shows without a break. Blanks are collapsed, ends stripped.

    `node` is its block element's index in `Tree`, -1 in a text dump. `links` counts characters inside links. `broken`: only a <br>
    (in a text dump: a single line end) parts it from the piece before. `indented`: it began with blanks that a reader sees.
    `spaced` is a short text with two blanks where inline elements meet, empty where none do.
    """

    text: str
    kind: BlockKind = "paragraph"
    level: int = 0
    node: int = -1
    links: int = 0
    hidden: bool = False
    broken: bool = False
    indented: bool = False
    spaced: str = ""
    table: int | None = None
    row: int | None = None
    column: int | None = None
    row_span: int = 1
    column_span: int = 1
    header: bool = False

    @property
    def line(self) -> str:
        """The text as labels are read from it: style sheets part inline elements, so blanks stand where they meet."""
        return self.spaced or self.text


@dataclass(slots=True)
class Tree:
    """Block elements in document order: `parents[i]` is the index of the enclosing one (-1 at the root), element i and all in it are [i:ends[i]]."""

    parents: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    elements: list[_Element] = field(default_factory=list)


@dataclass(slots=True)
class Head:
    """What the page's head says: the title element, and meta elements by lower-case name (the first of each)."""

    title: str = ""
    meta: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Parsed:
    """A page in pieces."""

    pieces: list[Piece]
    tree: Tree
    head: Head
    hidden: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
