"""Which element holds the page's own text: the deepest one that still holds nearly all of its weight."""

from __future__ import annotations

import re

from pipeline.clean.furniture import is_crumb, is_legal
from pipeline.clean.pieces import Piece, Tree

_CJK = re.compile("[\u3400-\u9fff]")
_ENDS = re.compile("[。！？；，,;!?]|\\.\\s|\\.$")
_SHARE = 0.72
# A paragraph is no container: what stands beside it belongs to it.
_LEAVES = frozenset("p li dt dd h1 h2 h3 h4 h5 h6 pre caption figcaption blockquote tr".split())


def weigh(pieces: list[Piece]) -> list[float]:
    """The weight of each piece as running text; 0 for links, hidden copies, paths, legal lines, and a second copy of the same words."""
    seen: set[str] = set()
    weights = []
    for piece in pieces:
        text = piece.text
        size = max(len(_CJK.findall(text)), len(text) // 3 if len(text) > 60 else 0)
        weight = 0.0
        if size > 10 and not piece.hidden and not is_legal(text) and not is_crumb(text):
            weight = (size - 10) * max(0.0, 1 - piece.links / len(text)) * (1 if _ENDS.search(text) else 0.25)
            if text[:60] in seen:
                weight = 0.0
            elif size > 20:
                seen.add(text[:60])
        weights.append(weight)
    return weights


def container(pieces: list[Piece], tree: Tree, weights: list[float]) -> int:
    """Index of the element that holds the body (0 where nothing weighs anything)."""
    heavy = [0.0] * len(tree.parents)
    for piece, weight in zip(pieces, weights, strict=True):
        if piece.node >= 0:
            heavy[piece.node] += weight
    for node in range(len(heavy) - 1, 0, -1):
        heavy[tree.parents[node]] += heavy[node] if tree.parents[node] >= 0 else 0
    children: dict[int, list[int]] = {}
    for node, parent in enumerate(tree.parents):
        children.setdefault(parent, []).append(node)
    at = 0
    while heavy and heavy[at] > 0:
        best = max(children.get(at, []), key=lambda n: heavy[n], default=-1)
        if best < 0 or heavy[best] < _SHARE * heavy[at] or tree.elements[best].tag in _LEAVES or best not in children:
            break
        at = best
    return at


def span(pieces: list[Piece], tree: Tree, node: int) -> tuple[int, int]:
    """First and last-plus-one piece inside the element."""
    inside = [False] * len(tree.parents)
    for n, parent in enumerate(tree.parents):
        inside[n] = n == node or (parent >= 0 and inside[parent])
    held = [i for i, piece in enumerate(pieces) if piece.node >= 0 and inside[piece.node]]
    return (held[0], held[-1] + 1) if held else (0, len(pieces))
