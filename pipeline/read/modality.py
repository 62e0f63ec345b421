"""How a number is meant: the packs' cues in its clause and, where they reach so far, in the clauses and the point that govern it."""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.packs import Cue
from pipeline.read.link import is_link
from pipeline.read.scene import Clause, Scene
from pipeline.read.terms import UNLESS, Hit, Use

# 计划下乡60次，目前已下乡38次: what has happened is no plan, whatever governs the sentence.
_TARGET = re.compile(r"(?:以上|左右)?(?:的目标)?,?(?:全年|年底|最终)?实际(?:完成|达到|达|为|开展|举办|接待|执行|到位|采购|支出)?\d")
_REALISED = r"<<realised>>|已(?!知)|完成(?=\d)"


def meant(scene: Scene, clause: Clause, start: int, end: int, left: int, right: int) -> tuple[str, str] | None:
    """(meant, word) of the cue that governs the number at [start:end] with its words in [left:right]; None where it is stated."""
    hits = scene.hits.of(Cue, clause.start, max(right, clause.end))
    found = _first(scene, hits, start, end, "clause", left) if hits else None
    if found is None and _TARGET.match(scene.folded, end) and "编" not in scene.folded[left:start]:
        return "plan", "实际"  # 开展活动300场，实际完成327场; but 编制12人，实际9人 states both
    if found or not clause.index:
        return found
    if scene.lexicon[_REALISED].search(scene.folded, clause.start, start):
        return None
    return scene.once(_handed_on, clause)


def _handed_on(scene: Scene, clause: Clause) -> tuple[str, str] | None:
    """The cue of the nearest clause before that governs the rest of the sentence, or tells what has happened."""
    for other in scene.earlier(clause):
        realised, governs = scene.once(_governs, other)
        if realised or governs:
            return None if realised else governs
    return None


def _governs(scene: Scene, clause: Clause) -> tuple[bool, tuple[str, str] | None]:
    """Whether a clause tells what has happened, and the cue in it that reaches over the rest of its sentence."""
    done = scene.lexicon[_REALISED].search(scene.folded, clause.start, clause.end)
    if done is not None and done.group() != "完成":
        return True, None
    hits = scene.hits.of(Cue, clause.start, clause.end)
    cue = _first(scene, hits, clause.end, clause.end, "sentence", clause.start) if hits else None
    if done is not None and (cue is None or scene.folded.find(cue[1], clause.start, done.start()) < 0):
        return True, None  # but 将确保数字化完成150万页
    return False, cue


def _first(scene: Scene, hits: list[Hit], start: int, end: int, reach: str, left: int) -> tuple[str, str] | None:
    places: dict[int, dict[int, Hit]] = {}  # by combination: the word of each group
    uses: dict[int, Use] = {}
    barred: set[int] = set()
    for hit in hits:
        for use in hit.uses:
            rule = use.rule
            if use.combo == UNLESS:
                barred.add(use.key)
            elif isinstance(rule, Cue) and _reaches(rule, reach) and _stands(scene, rule, hit, start, end, left, reach):
                uses.setdefault(use.place, use)
                places.setdefault(use.place, {})[use.group] = hit
    for place, found in places.items():
        use = uses[place]
        if use.key not in barred and isinstance(use.rule, Cue) and _together(found, len(use.words)):
            return use.rule.meant, min(found.values(), key=lambda hit: hit.start).word
    return None


def _reaches(rule: Cue, reach: str) -> bool:
    return reach == "clause" or rule.reach == "sentence"


def _together(found: dict[int, Hit], wanted: int) -> bool:
    """Whether every group has its word, in order and near each other."""
    hits = [found[group] for group in sorted(found)]
    return len(hits) == wanted and all(0 <= right.start - left.end <= 12 for left, right in pairwise(hits))


def _stands(scene: Scene, rule: Cue, hit: Hit, start: int, end: int, left: int, reach: str) -> bool:
    """Whether the cue's word stands where the rule wants it."""
    if rule.side == "after":
        return hit.start >= end
    if reach == "sentence":
        return True
    if rule.side == "touching":
        return hit.end <= start and hit.start >= left and _touches(scene, scene.folded[hit.end : start])
    return hit.end <= start + 1


def _touches(scene: Scene, between: str) -> bool:
    return not between.startswith(("到", "至", "为")) and is_link(scene, between) and "到" not in between and "至" not in between
