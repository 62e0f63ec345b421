"""The elements in which the body stands: what belongs to it by its place in the page, and what does not."""

from __future__ import annotations

from pipeline.clean.below import is_below
from pipeline.clean.body_start import SENTENCE
from pipeline.clean.folded import folded
from pipeline.clean.furniture import is_tail
from pipeline.clean.labels import is_date_line
from pipeline.clean.pieces import Piece, Tree

_REACH = 12


def leave_home(pieces: list[Piece], tree: Tree, start: int, end: int, weights: list[float]) -> int:
    """One past the body's last piece where other articles follow: outside the element that holds half of the text, from the first links or
    furniture on."""
    first = next((at for at in range(start, end) if weights[at] > 8), end)
    if first == end:
        return end
    home, half = tree.parents[pieces[first].node], sum(weights[start:end]) / 2
    while home >= 0 and _weight_inside(pieces, tree, home, first, end, weights) < half:
        home = tree.parents[home]
    for at in range(first, end):
        outside = home >= 0 and pieces[at].node >= tree.ends[home]
        if outside and pieces[at].place is None and (pieces[at].links * 2 > len(pieces[at].text) or is_below(pieces[at])):
            return at
    return end


def _weight_inside(pieces: list[Piece], tree: Tree, node: int, start: int, end: int, weights: list[float]) -> float:
    return sum(weights[at] for at in range(start, end) if node <= pieces[at].node < tree.ends[node])


def keep_kin(pieces: list[Piece], tree: Tree, start: int, end: int, weights: list[float]) -> tuple[int, int]:
    """The body without short lines at its ends that stand elsewhere on the page than its first and last paragraph. Dates stay below."""
    paragraphs = [at for at in range(start, end) if weights[at] > 0 and SENTENCE.search(pieces[at].text)]
    if not paragraphs:
        return start, end
    first, last = paragraphs[0], paragraphs[-1]
    at = first
    while at > start and _is_kin(pieces[at - 1], pieces[first], tree):
        at -= 1
    stop = last + 1
    while stop < end and (_is_kin(pieces[stop], pieces[last], tree) or is_date_line(folded(pieces[stop].text))):
        stop += 1
    return at, stop


def _is_kin(piece: Piece, paragraph: Piece, tree: Tree) -> bool:
    """Whether a piece stands in the paragraph's parent or grandparent, or is long enough to be text anywhere."""
    if piece.place is not None or (len(piece.text) > 40 and "。" in piece.text):
        return True
    home = tree.parents[paragraph.node]
    home = max(tree.parents[home], 0) if home >= 0 else 0
    return home <= piece.node < tree.ends[home]


def grow(pieces: list[Piece], tree: Tree, node: int, start: int, end: int, weights: list[float], floor: int) -> tuple[int, int]:
    """The span widened over what stands beside the container and reads on: paragraphs, a signature, a date. Never above `floor`."""
    while start > floor and _reads_on(pieces[start - 1], weights[start - 1]) and _is_near(tree, node, pieces[start - 1].node):
        start -= 1
    last = end
    for at in range(end, min(len(pieces), end + _REACH)):
        piece = pieces[at]
        if is_below(piece) or not _is_near(tree, node, piece.node):
            break
        if _reads_on(piece, weights[at]) or is_date_line(folded(piece.text)):
            last = at + 1
        elif len(piece.text) > 40:
            break
    return start, last


def _reads_on(piece: Piece, weight: float) -> bool:
    text = piece.text
    if weight < 10 or piece.links > 0.3 * len(text) or len(text) < 20:
        return False
    return SENTENCE.search(text) is not None and not is_tail(text)


def _is_near(tree: Tree, container: int, node: int) -> bool:
    """Whether an element is the container's parent, or a child or grandchild of it."""
    parent = tree.parents[container]
    up = tree.parents[node]
    return parent >= 0 and (node == parent or up == parent or (up >= 0 and tree.parents[up] == parent))
