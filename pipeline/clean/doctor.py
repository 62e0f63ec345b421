"""What was made of a page, for a terminal: how it was decoded, what it says about itself, what was kept, what was cut and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from pipeline.clean.page import clean
from pipeline.errors import PageError
from pipeline.model import Decoded, Document, RawPage

_WIDTH = 60


def doctor(page: RawPage) -> str:
    """The page's examination, one finding a line. A page that can't be read is told so with its stage and reason."""
    head = f"{page.source}{f' {page.record}' if page.record else ''}: {len(page.data):,} bytes"
    try:
        document = clean(page, explain=True)
    except PageError as error:
        return f"{head}\nnot read   {error.stage}: {error.reason}"
    return "\n".join((head, *_lines(document)))


def _lines(document: Document) -> Iterator[str]:
    if document.decoded is not None:
        yield _decoded(document.decoded)
    parts = f", page {document.part} of {document.parts}" if document.parts > 1 else ""
    yield f"kind       {document.kind}{parts}"
    for entry in fields(document.metadata):
        value = getattr(document.metadata, entry.name)
        if value not in (None, ()):
            yield f"{entry.name:<15} {_short(' > '.join(value) if isinstance(value, tuple) else str(value))}"
    yield f"kept       {len(document.text):,} characters in {len(document.blocks)} blocks"
    for block in document.blocks:
        place = f" {block.row}:{block.column}" if block.kind == "cell" else f" {block.level}" if block.level else ""
        yield f"  + {block.kind + place:<13} {_short(document.text[block.start : block.end])}"
    yield f"cut        {len(document.cuts)} pieces"
    for cut in document.cuts:
        yield f"  - {cut.reason:<20} {_short(cut.text)}"


def _decoded(decoded: Decoded) -> str:
    declared = ", ".join(decoded.declared) or "nothing"
    errors = f"; {decoded.errors:,} sequences could not be read" if decoded.errors else ""
    return f"decoded    {decoded.charset}: {decoded.reason}; declared: {declared}{errors}"


def _short(text: str) -> str:
    """One line, its control characters made visible, cut in the middle where it is long."""
    line = "".join(c if c.isprintable() else " " if c.isspace() else "\ufffd" for c in text)
    return line if len(line) <= _WIDTH else f"{line[: _WIDTH - 20]}…{line[-19:]}"
