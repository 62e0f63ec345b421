"""`clean`: a raw page to a document."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.clean.assemble import assemble
from pipeline.clean.bounds import find_bounds
from pipeline.clean.decode import decode
from pipeline.clean.furniture import is_crumb, is_labelled_crumb
from pipeline.clean.head import read_head
from pipeline.clean.html import is_html, parse
from pipeline.clean.metadata import crumbs, gather, gather_below, metadata
from pipeline.clean.pieces import Head, Parsed, Piece, Tree
from pipeline.clean.plain import read_plain
from pipeline.clean.tables import with_tables
from pipeline.clean.title import Title
from pipeline.clean.walk import Walk
from pipeline.clean.wraps import join_wrapped
from pipeline.errors import PageError
from pipeline.model import Cut, Document, RawPage

_WELCOME = re.compile(r"欢迎(?:您)?(?:光临|访问|来到)\s{0,3}([\u4e00-\u9fff]{4,30}?)(?:网站|门户网站|官网|官方网站|网)?[!！,，。\s]")


def clean(page: RawPage) -> Document:
    """The document that a raw page holds. PageError (stage decode or clean) where it holds none."""
    decoded = decode(page.data, page.charset)
    parsed = _parse(decoded.text)
    if not parsed.pieces:
        raise PageError("clean", "no text on the page")
    pieces = parsed.pieces = _shown(parsed.pieces)
    bounds = find_bounds(parsed)
    title, start, end = bounds.title, bounds.start, bounds.end
    body = join_wrapped([p for p in pieces[start:end] if not p.hidden])
    text, blocks = assemble(body)
    path = _path(pieces[:start])
    site = next((m[1] for p in pieces[:3] if (m := _WELCOME.search(p.text + " "))), None)
    cuts = [Cut(p.text, "above the body") for p in pieces[:start]] + [Cut(p.text, "below the body") for p in pieces[end:]]
    told = _told(pieces, title, start, end)
    return Document(page.page_id, text, blocks, metadata(told, parsed.head, title.text, path, site), decoded, cuts=tuple(cuts))


def _shown(pieces: list[Piece]) -> list[Piece]:
    """The pieces that a reader sees; all of them where a script was to show the page."""
    shown = [piece for piece in pieces if not piece.hidden]
    size = sum(len(piece.text) for piece in pieces)
    return shown if 4 * sum(len(piece.text) for piece in shown) >= size else [replace(piece, hidden=False) for piece in pieces]


def _told(pieces: list[Piece], title: Title, start: int, end: int) -> dict[str, str]:
    """Labelled values: between headline and body first, then under the body, then above the headline."""
    above = max(title.start, 0)
    return gather(pieces[max(0, above - 30) : above]) | gather_below(pieces[end : end + 8]) | gather(pieces[above:start])


def _path(above: list[Piece]) -> tuple[str, ...]:
    """The breadcrumb: the first path that says it is one, else the last that looks like one."""
    paths = [piece.text for piece in above if is_crumb(piece.text)]
    labelled = [text for text in paths if is_labelled_crumb(text)]
    return crumbs((labelled or paths[-1:])[0]) if paths else ()


def _parse(text: str) -> Parsed:
    if not is_html(text):
        return read_plain(text)
    root = parse(text)
    if root is None:
        return Parsed([], Tree(), Head())
    walk = Walk()
    walk.run(root)
    return Parsed(with_tables(walk.pieces, walk.tree), walk.tree, read_head(root), walk.hidden)
