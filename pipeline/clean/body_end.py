"""Where the body ends among the pieces, and the boxes inside it that are none of it."""

from __future__ import annotations

from pipeline.clean.below import is_below, is_link, is_told_below
from pipeline.clean.folded import folded
from pipeline.clean.furniture import is_buttons, is_end, is_related, is_tail
from pipeline.clean.labels import is_date_line, labels
from pipeline.clean.pieces import Piece, Tree

_REPEATED = 60  # pieces around a label in which it may come again
_MOST_BOXES = 100  # pieces inside a body that are looked at as furniture; a text with more is made of such lines
_FOOT = 400  # pieces looked at from the end


def trim_tail(pieces: list[Piece], tree: Tree, span: tuple[int, int], weights: list[float], anchored: bool) -> tuple[int, set[int]]:
    """One past the body's last piece: before the first tail line with enough text above it, then back over what is no text.
    And the pieces of boxes with related pages that stand inside the body.

    Buttons, neighbours and responsibility lines need a seventh of the weight above them, or any where the start is `anchored` by a
    metadata line; what may stand inside a body (附件, 声明) needs half.
    """
    start, end = span
    total = sum(weights[start:end])
    above = 0.0
    boxes: set[int] = set()
    for at in range(start, end):
        enough = above > 0 and (anchored or above >= total / 7) and len(boxes) < _MOST_BOXES
        if enough and at not in boxes and pieces[at].place is None and _ends(pieces, at, span, above >= total / 2):
            if not _goes_on(pieces, tree, (start, at, end), weights, above):
                end = at
                break
            boxes.update(_box(pieces, at, min(end, at + _MOST_BOXES)))
        above += weights[at]
    for _ in range(min(end - start - 1, _FOOT)):
        if not is_below(pieces[end - 1]):
            break
        end -= 1
    return end, boxes


def _ends(pieces: list[Piece], at: int, span: tuple[int, int], weak: bool) -> bool:
    """Whether a piece ends the body; `weak`: also by what may stand inside one."""
    text = pieces[at].text
    if text.isdecimal():  # cheap to ask, and tables hold thousands
        return False
    if is_end(text) or (is_told_below(pieces[at]) and not _is_repeated(pieces, at, span)):
        return True
    return weak and (is_tail(text) or (len(text) > 3 and is_buttons(text)))


def _is_repeated(pieces: list[Piece], at: int, span: tuple[int, int]) -> bool:
    """Whether other lines begin with the same label: 作者： of each book in a list is no metadata of the page."""
    name = labels(pieces[at].line)[0].name
    near = range(max(span[0], at - _REPEATED), min(span[1], at + _REPEATED))
    beginnings = (labels(pieces[i].line) for i in near if i != at and pieces[i].text.startswith(pieces[at].text[:2]))
    return any(found and found[0].name == name for found in beginnings)


def _goes_on(pieces: list[Piece], tree: Tree, around: tuple[int, int, int], weights: list[float], above: float) -> bool:
    """Whether running text goes on below a line that ends bodies, in the elements that hold the text above: a box or button inside the body."""
    start, at, end = around
    if not tree.tags:
        return False
    homes = {tree.parents[pieces[i].node] for i in range(start, at) if weights[i] > 8}
    rest = sum(weights[i] for i in range(at + 1, end) if tree.parents[pieces[i].node] in homes and "。" in pieces[i].text)
    return rest > (8 if is_related(pieces[at].text) else 0.3 * above)


def _box(pieces: list[Piece], at: int, end: int) -> range:
    """The line and the links and dates below it."""
    stop = at + 1
    while stop < end and (is_link(pieces[stop]) or is_date_line(folded(pieces[stop].text))):
        stop += 1
    return range(at, stop)
