"""`pipeline explain`: a page with its spans, the rule, columns and derivation of each, and the numbers that no rule claimed."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli import fail
from pipeline.cli.shown import shown

if TYPE_CHECKING:
    from pipeline.cli.explain.explained import Explained
    from pipeline.corridor import Corridor
    from pipeline.model import Failure, RawPage


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "page", metavar="PAGE", help="page file, archive, or a page in one as pages.source names it (a.zip!b.html); - is standard input"
    )
    parser.add_argument("--html", type=Path, metavar="FILE", help="write one self-contained web page instead")
    parser.add_argument(
        "--pack", action="append", default=[], metavar="NAME", help="a pack of your own by path, beside the others; or by name, these alone"
    )


def run(args: argparse.Namespace) -> int:
    from pipeline.corridor import Corridor
    from pipeline.packs import PackError, load_packs

    path = Path(args.page)
    if args.page != "-" and not _exists(path):
        return fail(f"{args.page}: no such file", 2)
    if path.is_dir():
        return fail(f"{args.page}: is a folder; name a page in it", 2)
    if args.html and args.html.exists() and _exists(path) and args.html.samefile(_file(path)):
        return fail(f"{args.html}: is the page itself; name another file for --html", 2)
    try:
        corridor = Corridor(packs=load_packs(tuple(args.pack)))
    except PackError as error:
        return fail(error)
    pages = _pages(args.page)
    first = next(pages, None)
    if first is None:
        return fail(f"{args.page}: holds no such page" if "!" in args.page else f"{args.page}: holds no page")
    explained = _explained(corridor, chain((first,), pages))
    return _write(args.html, explained) if args.html else _print(explained)


def _file(path: Path) -> Path:
    """The file on the disk that `path` names, or names a member of."""
    return path if path.exists() else Path(str(path).partition("!")[0])


def _exists(path: Path) -> bool:
    return _file(path).exists()


def _pages(named: str) -> Iterator[RawPage | Failure]:
    from pipeline.dumps import pages, shards
    from pipeline.model import RawPage

    if named == "-":
        yield RawPage("standard input", sys.stdin.buffer.read())
        return
    path = Path(named)
    member = None if path.exists() else named.partition("!")[2]
    for shard in shards(_file(path)):
        for page in pages(shard):
            if member is None or member in (page.source.partition("!")[2], page.record):
                yield page


def _explained(corridor: Corridor, pages: Iterable[RawPage | Failure]) -> Iterator[Explained]:
    """Each page that can be read; the others are told on standard error."""
    from pipeline.cli.explain.explained import explain
    from pipeline.errors import PageError
    from pipeline.model import Failure

    for page in pages:
        if isinstance(page, Failure):
            fail(shown(f"{page.source}: {page.reason}"))
            continue
        try:
            yield explain(corridor, page)
        except PageError as error:
            fail(shown(f"{page.source}: {error.reason}"))


def _print(pages: Iterable[Explained]) -> int:
    from pipeline.cli.explain.terminal import lines

    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    code = 1
    for page in pages:
        print(*lines(page, colour), "", sep="\n")
        code = 0
    return code


def _write(file: Path, pages: Iterable[Explained]) -> int:
    from pipeline.cli.explain.web import web_page
    from pipeline.write.atomic import replace_bytes

    made = list(pages)
    if not made:
        return 1
    try:
        replace_bytes(file, web_page(made).encode("utf-8", "replace"))
    except OSError as error:
        return fail(f"{file}: can't be written: {error.strerror}")
    print(f"{file}: written; open it in a browser")
    return 0
