"""`pipeline doctor`: what was decoded, kept and cut of a page, and why."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli import fail
from pipeline.cli.shown import shown

if TYPE_CHECKING:
    from pipeline.model import Decoded, Document, Failure, Metadata, RawPage

_WIDTH = 72  # characters shown of a piece of text


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("pages", nargs="+", type=Path, metavar="PAGE", help="page file, folder or archive")
    parser.add_argument("--full", action="store_true", help="show every piece of text whole")


def run(args: argparse.Namespace) -> int:
    from pipeline.dumps import pages, shards

    read = 0
    for path in args.pages:
        if not path.exists():
            return fail(f"{path}: no such file or folder")
        for page in (page for shard in shards(path) for page in pages(shard)):
            print(shown(f"{page.source} {page.record or ''}"))
            document = _cleaned(page)
            read += not isinstance(document, str)
            lines = [f"  not read: {shown(document)}"] if isinstance(document, str) else _lines(document, None if args.full else _WIDTH)
            print(*lines, "", sep="\n")
    return 0 if read else fail("no page could be read")


def _cleaned(page: RawPage | Failure) -> Document | str:
    """The page, or why it is none."""
    from pipeline.clean import clean
    from pipeline.errors import PageError
    from pipeline.model import Failure

    if isinstance(page, Failure):
        return page.reason
    try:
        return clean(page)
    except PageError as error:
        return error.reason


def _lines(document: Document, width: int | None) -> Iterator[str]:
    if document.decoded:
        yield _decoded(document.decoded)
    yield f"  kind       {document.kind}{', parts of the article are missing' if document.incomplete else ''}"
    yield from _metadata(document.metadata)
    yield from _kept(document, width)
    yield f"  cut        {len(document.cuts)} pieces" if document.cuts else "  cut        nothing"
    for cut in document.cuts:
        yield f"    {cut.reason}: {shown(cut.text, width)}"


def _decoded(decoded: Decoded) -> str:
    declared = f", declared {', '.join(decoded.declared)}" if decoded.declared else ", nothing declared"
    errors = f", {decoded.errors:,} characters lost" if decoded.errors else ""
    return f"  decoded    as {decoded.charset}{f' ({decoded.reason})' if decoded.reason else ''}{declared}{errors}"


def _metadata(metadata: Metadata) -> Iterator[str]:
    for field in fields(metadata):
        value = getattr(metadata, field.name)
        if value not in (None, ()):
            yield f"  {field.name:<10} {shown(' > '.join(value) if isinstance(value, tuple) else str(value))}"


def _kept(document: Document, width: int | None) -> Iterator[str]:
    yield f"  kept       {len(document.text):,} characters in {len(document.blocks)} blocks"
    for block in document.blocks:
        place = f" {block.row}:{block.column}" if block.kind == "cell" else f" {block.level}" if block.level else ""
        yield f"    {block.kind + place:<12} {shown(document.text[block.start : block.end], width)}"
