"""The names after a verb: how far the list of them goes, and where it is cut."""

from __future__ import annotations

import re

from pipeline.read.honours.hints import LEVEL_HINT
from pipeline.read.honours.lists import LEVEL
from pipeline.read.honours.title import Titles
from pipeline.read.honours.verb import verbs_of
from pipeline.read.scene import Clause, Scene

_CLOSES = r"等[\u3400-\u9fff]{0,4}(?:<<honour_nouns>>)|称号$"
_COUNTED = re.compile(r"(?<![奖”])\d[余多]?[个家]|拥有")  # …单位, 医院拥有重点专科3个
_LEAST = 4
_NEW_START = re.compile(r"[^“]{0,3}(?:并|且|同时|还|也|使|成为|我馆)")


def list_end(scene: Scene, titles: Titles, clause: Clause, verb_end: int) -> int:
    """Where the list that goes on to the clause's end does end: over commas as long as names go on, over a colon behind the verb."""
    folded, end = scene.folded, clause.end
    for other in scene.clauses[clause.sentence][clause.index + 1 :]:
        if folded[other.start] == "(" or folded.count("(", verb_end, end) > folded.count(")", verb_end, end):
            end = other.end  # “十佳图书馆”(2014年,省图书馆学会)、…: the comma is the bracket's
            continue
        joints = ",、:" if end == clause.end and end - verb_end == 1 else ",、"
        joined = folded[end - 1] in joints or (folded[end - 1] == ")" and folded[other.start] == "、")
        if not joined or not _is_name(scene, titles, other, end):
            break
        end = other.end
    return end


def _is_name(scene: Scene, titles: Titles, clause: Clause, end: int) -> bool:
    """Whether a clause after the list so far, which ends at `end`, is one more name."""
    folded = scene.folded
    stretch = folded[clause.start : clause.end].rstrip(",;。、. ")
    title = titles.read(clause.start, clause.start + len(stretch))
    if title is None and (folded[end - 1] == ":" or stretch.startswith("、")):
        title = titles.read(*pieces(scene, titles, clause.start + stretch.startswith("、"), clause.end)[0])
    if title is None or _NEW_START.match(stretch) or _COUNTED.search(stretch) or verbs_of(scene, clause):
        return False
    stop = folded.find("。", end)
    return title.bare or title.quoted or scene.lexicon[_CLOSES].search(folded, end, stop if stop >= 0 else len(folded)) is not None


def pieces(scene: Scene, titles: Titles, start: int, end: int) -> list[tuple[int, int]]:
    """[start:end] cut at 、 ， and 和 outside quotes, where both sides can be names; 、 between bodies cuts nothing."""
    folded = scene.folded
    while end > start and folded[end - 1] in ",;。:!?、. \n":
        end -= 1
    cuts = _cuts(folded, start, end)
    found, low = [], start
    for place, cut in enumerate(cuts):
        right_end = cuts[place + 1] if place + 1 < len(cuts) else end
        if _parts(scene, titles, low, cut, right_end, end):
            found.append((low, cut))
            low = cut if folded[cut] == "“" else cut + 1
    return [*found, (low, end)]


def _cuts(folded: str, start: int, end: int) -> list[int]:
    """Where a joint stands outside quotes and brackets, or one quoted name touches the next."""
    cuts, depth = [], 0
    for place in range(start, end):
        depth += (folded[place] in "“《(「") - (folded[place] in "”》)」")
        if depth == 0 and folded[place] == " " and LEVEL.match(folded, place + 1, end):
            cuts.append(place)  # 国家一级图书馆 省文明单位
            continue
        if depth <= 0 and (folded[place] in "、," or (folded[place] in "和及与" and place >= start + 2)):
            cuts.append(place)
        elif depth == 0 and folded[place] == "”" and folded[place + 1 : place + 2] == "“":
            cuts.append(place + 1)
    return cuts


def _parts(scene: Scene, titles: Titles, low: int, cut: int, right_end: int, end: int) -> bool:
    """Whether two names stand on the two sides of `cut`."""
    folded, left = scene.folded, titles.read(low, cut)
    other = scene.lexicon.words("not_names")  # 协会理事单位、省文明单位: no honour beside one
    if folded[cut] == "、" and cut - low > _LEAST:
        if left is None:
            return folded[low:cut].endswith(other) and titles.read(cut + 1, right_end) is not None
        if folded[cut + 1 : right_end].endswith(other):
            return True
    if left is None:
        return False
    if folded[cut] != "“" and titles.read(cut + 1, right_end) is None and titles.read(cut + 1, end) is None:
        return False
    apart = folded[cut] == "," or left.quoted or left.kind is not None or scene.lexicon[LEVEL_HINT].match(folded, cut + 1)
    return bool(apart) or folded[low:cut].endswith(("”", "奖", "号", "位", "体"))
