"""What walks the corridor: raw page, document, sentences, evidence. All frozen; offsets are half-open code points of `Document.text`."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

BlockKind = Literal["heading", "paragraph", "item", "cell", "caption"]


@dataclass(frozen=True, slots=True)
class RawPage:
    """A page as a dump holds it.

    `source` is the path relative to the input root (inside an archive `archive!member`), `record` the record id where a
    source holds several pages, `charset` the transport's word for the encoding (HTTP header, MHTML part).
    """

    source: str
    data: bytes
    record: str | None = None
    url: str | None = None
    captured_at: str | None = None
    charset: str | None = None
    content_type: str | None = None

    @property
    def page_id(self) -> str:
        """16 hex digits of the SHA-256 of source and record."""
        return hashlib.sha256(f"{self.source}\n{self.record or ''}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Failure:
    """A page or record that could not be read: `stage` (open, decode, clean, read, write) and why, in a sentence for people."""

    source: str
    record: str | None
    stage: str
    reason: str


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text of a page and how it was come by: the encodings declared, the one used, why, and sequences replaced."""

    text: str
    charset: str
    declared: tuple[str, ...] = ()
    reason: str = ""
    errors: int = 0


class Block(NamedTuple):
    """A stretch of `Document.text` that the page's layout holds together.

    `level` is a heading's (1 to 6) or a list's depth (from 1). A cell knows its table (numbered on the page), row and column from 0
    (spans expanded: a spanning cell stands once, at its first place, with `row_span` and `column_span`).
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    table: int | None = None
    row: int | None = None
    column: int | None = None
    row_span: int = 1
    column_span: int = 1
    header: bool = False


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page says about itself. Dates are EDTF; empty values are None."""

    title: str | None = None
    published: str | None = None
    published_meta: str | None = None
    origin: str | None = None
    author: str | None = None
    responsible: str | None = None
    editor: str | None = None
    reads: int | None = None
    breadcrumb: tuple[str, ...] = ()
    site: str | None = None
    document_number: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Cut:
    """A piece of the page that was not kept, and why (`pipeline doctor` shows it)."""

    text: str
    reason: str


class Evidence(NamedTuple):
    """The six columns that begin every fact row. Only `Document.cite` makes one."""

    page_id: str
    field: str
    start: int
    end: int
    quote: str
    rule: str


@dataclass(frozen=True, slots=True)
class Document:
    """A page after cleaning. Blocks are joined by LF, cells of one table row by TAB; `text` holds nothing else.

    `kind` is report, news, notice, list or other. An article over several pages is page `part` of `parts`, as its pager and address tell;
    `incomplete` until they are joined.
    """

    page_id: str
    text: str
    blocks: tuple[Block, ...]
    metadata: Metadata = Metadata()
    decoded: Decoded | None = None
    kind: str = "other"
    incomplete: bool = False
    part: int = 1
    parts: int = 1
    cuts: tuple[Cut, ...] = field(default=(), compare=False)

    def cite(self, start: int, end: int, rule: str, where: str = "text") -> Evidence:
        """Evidence for `rule`: the characters [start:end] of the text or the title. ValueError where there are none."""
        whole = self.text if where == "text" else (self.metadata.title or "")
        if not 0 <= start < end <= len(whole):
            raise ValueError(f"no characters at {start}:{end} of the page's {where}")
        return Evidence(self.page_id, where, start, end, whole[start:end], rule)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: `words` are the offsets at which its words begin, then its end; `clauses` the same for its clauses."""

    number: int
    start: int
    end: int
    block: int
    words: tuple[int, ...]
    clauses: tuple[int, ...]
