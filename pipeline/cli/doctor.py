"""`pipeline doctor`: what was decoded, kept and cut of a page, and why."""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Iterator
from dataclasses import fields
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli import fail
from pipeline.cli.shown import fitted, shown

if TYPE_CHECKING:
    from pipeline.model import Block, Cut, Decoded, Document, Failure, Metadata, RawPage

_NAMES = 24  # columns that names of fields, kinds of block and reasons take


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("pages", nargs="+", type=Path, metavar="PAGE", help="page file, folder or archive")
    parser.add_argument("--full", action="store_true", help="show every piece of text whole, each on a line of its own")


def run(args: argparse.Namespace) -> int:
    from pipeline.dumps import Tally, pages, shards

    width = None if args.full else shutil.get_terminal_size((100, 24)).columns
    read, left_out = 0, Tally()
    for path in args.pages:
        if not path.exists():
            return fail(f"{path}: no such file or folder")
        for page in (page for shard in shards(path, left_out) for page in pages(shard, tally=left_out)):
            print(shown(f"{page.source} {page.record or ''}"))
            document = _cleaned(page)
            read += not isinstance(document, str)
            print(*([_line("not read", document)] if isinstance(document, str) else _lines(document, width)), "", sep="\n")
    for what, count in sorted(left_out.items()):
        print(f"left out: {count:,} x {what}")
    return 0 if read else fail("no page could be read")


def _cleaned(page: RawPage | Failure) -> Document | str:
    """The page, or why it is none."""
    from pipeline.clean import clean
    from pipeline.errors import PageError
    from pipeline.model import Failure

    if isinstance(page, Failure):
        return page.reason
    try:
        return clean(page, explain=True)
    except PageError as error:
        return f"{error.reason} ({error.stage})"
    except Exception as error:  # noqa: BLE001 - a run makes a failure of it too
        return f"{type(error).__name__}: {error} (clean)"


def _lines(document: Document, width: int | None) -> Iterator[str]:
    if document.decoded:
        yield _line("decoded", _decoded(document.decoded))
    parts = f", page {document.part} of {document.parts}; a run joins those that the dump holds" if document.parts > 1 else ""
    yield _line("kind", document.kind + parts)
    yield from _metadata(document.metadata)
    yield _line("kept", f"{len(document.text):,} characters in {len(document.blocks):,} blocks")
    yield from (_line(f"  {what}", text, width) for what, text in _kept(document, whole=width is None))
    yield _line("cut", f"{sum(len(cut.text) for cut in document.cuts):,} characters in {len(document.cuts):,} pieces")
    yield from (_line(f"  {why}", text, width) for why, text in _cut(document.cuts, whole=width is None))


def _line(name: str, text: str, width: int | None = None) -> str:
    """A finding behind its name, cut to the terminal's width."""
    name = f"  {name:<{_NAMES}} "
    return name + (shown(text) if width is None else fitted(text, width - len(name)))


def _decoded(decoded: Decoded) -> str:
    declared = ", ".join(decoded.declared) or "nothing"
    errors = f"; {decoded.errors:,} characters lost" if decoded.errors else ""
    return f"as {decoded.charset}{f' ({decoded.reason})' if decoded.reason else ''}, declared {declared}{errors}"


def _metadata(metadata: Metadata) -> Iterator[str]:
    for field in fields(metadata):
        value = getattr(metadata, field.name)
        if value not in (None, ()):
            yield _line(field.name, " > ".join(value) if isinstance(value, tuple) else str(value))


def _kept(document: Document, *, whole: bool) -> Iterator[tuple[str, str]]:
    """Kind and text of each block; the cells of a row share a line, unless `whole`."""
    for (table, row), blocks in groupby(document.blocks, attrgetter("table", "row")):
        if table is None or whole:
            yield from ((_kind(block), document.text[block.start : block.end]) for block in blocks)
        else:
            yield f"table {table + 1}, row {row}", " | ".join(document.text[block.start : block.end] for block in blocks)


def _kind(block: Block) -> str:
    if block.table is not None:
        return f"{block.kind} {block.table + 1}:{block.row}:{block.column}"
    return f"{block.kind} {block.level}" if block.level else block.kind


def _cut(cuts: tuple[Cut, ...], *, whole: bool) -> Iterator[tuple[str, str]]:
    """Reason and text of what was cut; neighbours with the same reason share a line, unless `whole`."""
    for reason, group in groupby(cuts, attrgetter("reason")):
        texts = [cut.text for cut in group]
        if whole:
            yield from ((reason, text) for text in texts)
        else:
            yield reason + (f" x{len(texts)}" if len(texts) > 1 else ""), " | ".join(texts)
