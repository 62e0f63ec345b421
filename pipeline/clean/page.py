"""`clean`: a raw page to a document."""

from __future__ import annotations

import re

from pipeline.clean.assemble import assemble
from pipeline.clean.body import trim_head, trim_tail
from pipeline.clean.container import container, span, weigh
from pipeline.clean.decode import decode
from pipeline.clean.furniture import is_crumb
from pipeline.clean.head import read_head
from pipeline.clean.html import is_html, parse
from pipeline.clean.labels import is_metadata_line
from pipeline.clean.metadata import crumbs, gather, metadata
from pipeline.clean.pieces import Head, Parsed, Piece, Tree
from pipeline.clean.plain import read_plain
from pipeline.clean.title import find_title
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
    pieces = parsed.pieces
    weights = weigh(pieces)
    start, end = span(pieces, parsed.tree, container(pieces, parsed.tree, weights)) if parsed.tree.parents else _plain_span(pieces)
    title, title_at = find_title(pieces, parsed.head, _title_stop(pieces, start, end))
    start = trim_head(pieces, max(start, title_at + 1), end, title)
    end = trim_tail(pieces, start, end, weights)
    if title is None and not parsed.tree.parents:
        title, title_at = _title_above(pieces, start)
    body = join_wrapped([p for p in pieces[start:end] if not p.hidden])
    told = gather(pieces[max(0, title_at) : start]) | {}
    below = gather(pieces[end : end + 6])
    told = below | told
    path = next((crumbs(p.text) for p in pieces[:start] if is_crumb(p.text)), ())
    site = next((m[1] for p in pieces[:3] if (m := _WELCOME.search(p.text + " "))), None)
    text, blocks = assemble(body)
    cuts = [Cut(p.text, "above the body") for p in pieces[:start]] + [Cut(p.text, "below the body") for p in pieces[end:]]
    return Document(page.page_id, text, blocks, metadata(told, parsed.head, title, path, site), decoded, cuts=tuple(cuts))


def _parse(text: str) -> Parsed:
    if not is_html(text):
        return read_plain(text)
    root = parse(text)
    if root is None:
        return Parsed([], Tree(), Head())
    walk = Walk()
    walk.run(root)
    return Parsed(walk.pieces, walk.tree, read_head(root), walk.hidden)


def _title_stop(pieces: list[Piece], start: int, end: int) -> int:
    for at in range(start, min(end, start + 12)):
        if len(pieces[at].text) > 60:
            return at
    return min(end, start + 4)


def _plain_span(pieces: list[Piece]) -> tuple[int, int]:
    return 0, len(pieces)


def _title_above(pieces: list[Piece], start: int) -> tuple[str | None, int]:
    """A text dump's headline: the line above the metadata line."""
    for at in range(start - 1, 0, -1):
        if is_metadata_line(pieces[at].text) and not is_metadata_line(pieces[at - 1].text) and not is_crumb(pieces[at - 1].text):
            return pieces[at - 1].text, at - 1
    return None, -1
