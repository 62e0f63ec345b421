"""How a number is meant: the packs' cues in its clause and, where they reach so far, in the clauses and the point that govern it."""

from __future__ import annotations

from collections import defaultdict

from pipeline.packs import Cue
from pipeline.read.link import is_link
from pipeline.read.scene import Clause, Scene
from pipeline.read.terms import UNLESS, Hit


def meant(scene: Scene, clause: Clause, start: int, end: int, left: int, right: int) -> tuple[str, str] | None:
    """(meant, word) of the cue that governs the number at [start:end] with its words in [left:right]; None where it is stated."""
    for low, high, reach in _zones(scene, clause, start, right):
        hits = [hit for hit in scene.hits.within(low, high) if any(isinstance(use.rule, Cue) for use in hit.uses)]
        found = _first(scene, hits, start, end, reach, left)
        if found:
            return found
    return None


def _zones(scene: Scene, clause: Clause, start: int, right: int) -> list[tuple[int, int, str]]:
    """Where cues are looked for: the number's clause, then each clause before it in the sentence."""
    earlier = scene.clauses[clause.sentence][: clause.index]
    return [(clause.start, max(right, clause.end), "clause"), *((other.start, other.end, "sentence") for other in reversed(earlier))]


def _first(scene: Scene, hits: list[Hit], start: int, end: int, reach: str, left: int) -> tuple[str, str] | None:
    groups: dict[tuple[str, int], dict[int, Hit]] = defaultdict(dict)
    rules: dict[str, Cue] = {}
    barred: set[str] = set()
    for hit in hits:
        for use in hit.uses:
            if not isinstance(use.rule, Cue) or use.rule.pack not in scene.active:
                continue
            rules[use.rule.id] = use.rule
            if use.combo == UNLESS:
                barred.add(use.rule.id)
            elif _stands(scene, use.rule, hit, start, end, left, reach):
                groups[use.rule.id, use.combo][int(use.group)] = hit
    for (name, combo), found in groups.items():
        rule = rules[name]
        if name not in barred and _together(found, len(rule.words[combo])) and (reach == "clause" or rule.reach == "sentence"):
            return rule.meant, min(found.values(), key=lambda hit: hit.start).word
    return None


def _together(found: dict[int, Hit], wanted: int) -> bool:
    """Whether every group has its word, in order and near each other."""
    hits = [found[group] for group in sorted(found)]
    return len(hits) == wanted and all(0 <= right.start - left.end <= 12 for left, right in zip(hits, hits[1:], strict=False))


def _stands(scene: Scene, rule: Cue, hit: Hit, start: int, end: int, left: int, reach: str) -> bool:
    """Whether the cue's word stands where the rule wants it."""
    if rule.side == "after":
        return hit.start >= end
    if reach == "sentence":
        return True
    if rule.side == "touching":
        return hit.end <= start and hit.start >= left and _touches(scene.folded[hit.end : start])
    return hit.end <= start + 1


def _touches(between: str) -> bool:
    return not between.startswith(("到", "至", "为")) and is_link(between) and "到" not in between and "至" not in between
