"""Headline and body of a page: which pieces they are."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from pipeline.clean.body_end import trim_tail
from pipeline.clean.body_home import grow, keep_kin, leave_home
from pipeline.clean.body_start import first_paragraph, trim_head
from pipeline.clean.container import container, heaviness
from pipeline.clean.furniture import is_crumb, is_end, is_legal, is_tail, is_welcome
from pipeline.clean.labels import is_metadata_line
from pipeline.clean.metadata import gather
from pipeline.clean.pieces import Parsed, Piece
from pipeline.clean.plain_bounds import plain_bounds
from pipeline.clean.title import Search, Title, find_title
from pipeline.clean.weight import weigh
from pipeline.clean.window import is_site

_TITLE_LABEL = re.compile(
    "[【\\[]?(?:[信公文][息文件][名标][称题]|[信公文][息文件]標題|[标標]\\s{0,6}[题題]|名\\s{0,6}[称稱])[】\\]]?\\s{0,3}(?:[:：]|$)"
)


_HEADLINE = 8  # characters from which a link may be a headline
_NEAR = 60  # pieces above the text among which a table of metadata is looked for
_ARTICLE = 60  # weight of running text from which a page is no list


@dataclass(frozen=True, slots=True)
class Bounds:
    """The headline, and the body as pieces [start:end] without those of `boxes` (related pages inside the text)."""

    title: Title
    start: int
    end: int
    boxes: frozenset[int] = frozenset()


def find_bounds(parsed: Parsed) -> Bounds:
    """Headline and body of a parsed page."""
    weights = weigh(parsed.pieces)
    told_by = cache(lambda at: is_metadata_line(parsed.pieces[at].line))
    if parsed.tree.parents:
        return _html_bounds(parsed, weights, told_by)
    return Bounds(*plain_bounds(parsed.pieces, weights, told_by, _told_title(parsed.pieces[:40])))


def _html_bounds(parsed: Parsed, weights: list[float], told_by: Callable[[int], bool]) -> Bounds:
    pieces, tree = parsed.pieces, parsed.tree
    node = container(tree, heaviness(tree, [piece.node for piece in pieces], weights))
    held = [i for i, piece in enumerate(pieces) if node <= piece.node < tree.ends[node]]
    start, end = held[0], held[-1] + 1
    stop = first_paragraph(pieces, weights, start, end)
    middle = _middle(weights, start, end)
    title = find_title(
        pieces, tree, parsed.head, Search(stop, max(stop, middle), told_by), _told_title(pieces[max(0, stop - _NEAR) : max(stop, middle)])
    )
    told = _has_metadata(title, len(pieces) if title.end > stop else stop, told_by) or _heads_text(pieces, weights, title)
    if not told and sum(weights[start:end]) < _ARTICLE:
        listing = _listing(parsed, weights)
        if listing is not None:
            return Bounds(title, *listing)
    start, end = _anchored(pieces, weights, start, end, title, told_by)
    floor = next((at + 1 for at in range(start - 1, max(title.end, 0) - 1, -1) if told_by(at)), max(title.end, 0))
    start, end = grow(pieces, tree, node, max(start, title.end), end, weights, floor)
    start = trim_head(pieces, start, end, title, told_by)
    anchored = title.start >= 0 and any(told_by(at) for at in range(title.end, min(start, title.end + 6)))
    end, boxes = trim_tail(pieces, tree, (start, end), weights, anchored)
    start, end = keep_kin(pieces, tree, start, leave_home(pieces, tree, start, end, weights), weights)
    return Bounds(title, start, end, frozenset(boxes)) if start < end or title.start >= 0 else Bounds(title, held[0], held[-1] + 1)


def _anchored(
    pieces: list[Piece], weights: list[float], start: int, end: int, title: Title, told_by: Callable[[int], bool]
) -> tuple[int, int]:
    """The container's pieces, unless the text stands between the headline's metadata and the container: a short body beside heavy furniture."""
    if title.start < 0:
        return start, end
    first = trim_head(pieces, title.end, len(pieces), title, told_by)
    if end <= first:
        return first, len(pieces)
    between = sum(weights[first:start])
    beyond = any(is_end(piece.text) for piece in pieces[first:start])
    if between > 5 and (beyond or between > 0.5 * sum(weights[start:end])):
        return first, len(pieces) if beyond else end
    return start, end


def _middle(weights: list[float], start: int, end: int) -> int:
    """The piece by which half of the container's weight has passed."""
    half = sum(weights[start:end]) / 2
    for at in range(start, end):
        half -= weights[at]
        if half <= 0:
            return at
    return end


def _has_metadata(title: Title, stop: int, told_by: Callable[[int], bool]) -> bool:
    """Whether a metadata line stands close to the headline, below or above."""
    if title.start < 0:
        return False
    below, above = range(title.end, min(stop, title.end + 6)), range(max(0, title.start - 4), title.start)
    return any(told_by(at) for at in (*below, *above))


def _heads_text(pieces: list[Piece], weights: list[float], title: Title) -> bool:
    """Whether running text stands below a headline that is no column's name."""
    if title.start < 0 or title.text is None or is_site(title.text):
        return False
    return first_paragraph(pieces, weights, title.end, min(len(pieces), title.end + 8)) < min(len(pieces), title.end + 8)


def _listing(parsed: Parsed, weights: list[float]) -> tuple[int, int] | None:
    """Where the list stands on a page that is one: hardly any running text, many links as long as headlines."""
    pieces, tree = parsed.pieces, parsed.tree
    links = [float(piece.links) if piece.links >= _HEADLINE else 0.0 for piece in pieces]
    if sum(links) < 60 or sum(weights) > 0.5 * sum(links):
        return None
    node = container(tree, heaviness(tree, [piece.node for piece in pieces], links))
    held = [at for at, piece in enumerate(pieces) if node <= piece.node < tree.ends[node] and not _is_furniture(piece)]
    return (held[0], held[-1] + 1) if held else None


def _is_furniture(piece: Piece) -> bool:
    return is_tail(piece.text) or is_crumb(piece.text) or is_legal(piece.text) or is_welcome(piece.text)


def _told_title(above: list[Piece]) -> str:
    """The headline that a table of metadata tells (标题：, 信息名称)."""
    for at, piece in enumerate(above):
        if _TITLE_LABEL.match(piece.text) and (told := gather(above[at : at + 2]).get("title")):
            return told
    return ""
