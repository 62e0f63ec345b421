"""Which element holds the page's own text: one that the content system marks, or the deepest that still holds nearly all of the weight."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from pipeline.clean.pieces import Tree

_SHARE = 0.72
_MARKED_SHARE = 0.2
_NESTED_SHARE = 0.85
# A paragraph is no container: what stands beside it belongs to it.
_LEAVES = frozenset(["p", "li", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "caption", "figcaption", "blockquote", "tr"])
_TOKEN = re.compile(r"[^\s\"'<>]{1,80}")


@cache
def _marks() -> tuple[frozenset[str], tuple[str, ...]]:
    loaded = tomllib.loads(files("pipeline.clean").joinpath("bodies.toml").read_text("utf-8"))
    return frozenset(loaded["names"]), tuple(loaded["starts"])


def heaviness(tree: Tree, nodes: list[int], weights: list[float]) -> list[float]:
    """For each block element the weight of the pieces inside it."""
    heavy = [0.0] * len(tree.parents)
    for node, weight in zip(nodes, weights, strict=True):
        if weight:
            heavy[node] += weight
    parents = tree.parents
    for node in range(len(heavy) - 1, 0, -1):
        if weight := heavy[node]:
            heavy[parents[node]] += weight
    return heavy


def container(tree: Tree, heavy: list[float]) -> int:
    """Index of the element that holds the body (0 where nothing weighs anything)."""
    if not heavy or heavy[0] <= 0:
        return 0
    marked = _marked(tree, heavy)
    return marked if marked >= 0 else _descend(tree, heavy)


def _descend(tree: Tree, heavy: list[float]) -> int:
    """From the root down, as long as one child holds 72 % of the weight."""
    at = 0
    inner = set(tree.parents)
    for node in range(1, len(heavy)):
        if tree.parents[node] == at and heavy[node] >= _SHARE * heavy[at]:
            if tree.tags[node] in _LEAVES or node not in inner:
                break
            at = node
    return at


def _marked(tree: Tree, heavy: list[float]) -> int:
    """The heaviest element that carries a content system's mark; of nested ones the innermost that holds nearly all. -1 where none."""
    best = -1
    least = _MARKED_SHARE * heavy[0]
    for node, weight in enumerate(heavy):
        if weight < least or not _is_marked(tree.attributes[node]):
            continue
        if best < 0 or weight > heavy[best] or (weight >= _NESTED_SHARE * heavy[best] and _inside(tree, node, best)):
            best = node
    return best


def _is_marked(attributes: Mapping[str, str]) -> bool:
    if not attributes:
        return False
    names, starts = _marks()
    told = f"{attributes.get('id') or ''} {attributes.get('class') or ''}".lower()
    return any(token in names or token.startswith(starts) for token in _TOKEN.findall(told))


def _inside(tree: Tree, node: int, outer: int) -> bool:
    while node > outer:
        node = tree.parents[node]
    return node == outer
