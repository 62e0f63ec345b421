"""到馆人数、借阅量分别为12万人次、30万册次: as many heads before 分别 as numbers behind it, each its own."""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.mentions import Binding, Period
from pipeline.packs import Category, Visit
from pipeline.read.bind import binding, fits, matches
from pipeline.read.countable import PEOPLE, may_count
from pipeline.read.link import is_link
from pipeline.read.own_words import lead_of
from pipeline.read.scene import Clause, Scene
from pipeline.read.stated import stated_period
from pipeline.read.window import Window
from pipeline.values import years

_EACH = re.compile(r"(?:分别|依次)(?:为|是|有|达到?|完成)?")
_JOINT = re.compile(r"[、/]|以及|和(?!平|谐)|(?<![以普涉])及(?!时|格)|(?<!参)与")
_BETWEEN = frozenset(["、", "和", "与", "及", "以及", "/", ","])


def in_turn(scene: Scene, window: Window, clause: Clause) -> Binding | None:
    """What the number counts by the head that has its place before 分别; None where heads and numbers are not as many."""
    each = _EACH.search(scene.folded, clause.start, window.start)
    numbers = _joined(scene, each.end(), clause) if each else []
    if each is None or window.start not in numbers or not is_link(scene, scene.folded[each.end() : numbers[0]]):
        return None
    heads = _heads(scene, clause.start, each.start())
    return _bound(scene, window, *heads[numbers.index(window.start)]) if len(heads) == len(numbers) else None


def year_in_turn(scene: Scene, place: int, clause: Clause) -> Period | None:
    """2022年、2023年分别接待12万人次、15万人次: the year that has the place of the number at `place`."""
    each = _EACH.search(scene.folded, clause.start, place)
    numbers = _joined(scene, each.end(), clause) if each else []
    if each is None or place not in numbers:
        return None
    dates = scene.dates(clause.start, each.start())
    told = years(scene.folded[dates[0].start : dates[-1].end]) if dates else []
    return stated_period(told[numbers.index(place)]) if len(told) == len(numbers) else None


def _joined(scene: Scene, start: int, clause: Clause) -> list[int]:
    """Starts of the first number behind `start` and of those joined to it; none where it stands alone."""
    numbers = [number for number in scene.numbers(start, scene.sentences[clause.sentence].end) if may_count(number)]
    joined = [numbers[0].start] if numbers and numbers[0].start < clause.end else []
    for before, number in pairwise(numbers):
        if not joined or scene.folded[before.end : number.start] not in _BETWEEN:
            break
        joined.append(number.start)
    return joined if len(joined) > 1 else []


def _heads(scene: Scene, start: int, end: int) -> list[tuple[int, int]]:
    """[start:end] cut at its joints, but those inside a date."""
    heads, low = [], max([date.end for date in scene.dates(start, end)], default=start)
    for joint in _JOINT.finditer(scene.folded, low, end):
        heads.append((low, joint.start()))
        low = joint.end()
    return [*heads, (low, end)]


def _bound(scene: Scene, window: Window, low: int, high: int) -> Binding | None:
    wide = window._replace(left=low, right=window.end)
    found = [*(matches(scene, wide, Category, low, high) if window.unit in PEOPLE else ()), *matches(scene, wide, Visit, low, high)]
    match = next((one for one in found if fits(one.rule, window.unit, True)), None)
    if match is None:
        return None
    made = binding(scene, wide, match, match.rule.KIND)
    return made._replace(start=lead_of(scene, window), end=window.end, words=scene.text[low:high])
