"""What a number counts: the rule whose words stand nearest and fullest in the number's part of its clause."""

from __future__ import annotations

import re
from collections.abc import Iterable
from operator import itemgetter
from typing import NamedTuple

from pipeline.mentions import Binding
from pipeline.packs import Category, Rule, Visit
from pipeline.read.link import is_link, trimmed
from pipeline.read.scene import Scene
from pipeline.read.terms import UNLESS, Hit, Use
from pipeline.read.window import Window

_COUNTED = r"(?!<<no_counted>>)[\u3400-\u9fff“]{2}"
_COUNT_WORD = re.compile(r"^(?:读者|观众|游客|群众)?(?:总)?(?:人次|人数|册次|场次)?")


class Match(NamedTuple):
    """A rule whose words stand in a window. `chars` is how many characters they cover, `gap` how far the nearest is."""

    rule: Rule
    hits: tuple[Hit, ...]
    chars: int
    gap: int


def matches(scene: Scene, window: Window, kind: type[Rule], low: int, high: int) -> list[Match]:
    """Every rule of `kind` (visits and indicators go together) with all words of one combination in [low:high], best first."""
    key = (kind, window.start, low, high)
    known = scene.matched.get(key)
    if known is None:
        hits = scene.hits.of(kind, low, high)
        known = scene.matched[key] = _ranked(hits, [use for hit in hits for use in hit.uses.telling], window)
    return known


def taking(scene: Scene, window: Window, kind: type[Rule], low: int, high: int) -> list[Match]:
    """Those of the matches whose rules take the window's unit."""
    key = (kind, window.start, low, high, window.unit)
    known = scene.matched.get(key)
    if known is None:
        hits, unit = scene.hits.of(kind, low, high), window.unit
        known = scene.matched[key] = _ranked(hits, [use for hit in hits for use in hit.uses.taking(unit)], window)
    return known


def _ranked(hits: list[Hit], uses: list[Use], window: Window) -> list[Match]:
    """The matches of the combinations that `uses` make likely, best first."""
    if not uses:
        return []
    barred = {use.key for use in uses if use.combo == UNLESS}
    tried = {use.place: use for use in uses if use.key not in barred}
    found = [(_rank(match), use, match) for use in tried.values() if (match := _match(use, hits, window)) is not None]
    if len(found) > 1:
        if len({rank for rank, _, _ in found}) < len(found):
            found.sort(key=lambda one: _told(hits, one[1]))
        found.sort(key=itemgetter(0))
    return [match for _, _, match in found]


def _rank(match: Match) -> tuple[int, int, bool]:
    """Of equals the rule of a pack for this kind of institution speaks before one for all of them."""
    return -match.chars, match.gap, match.rule.pack in ("institution", "common")


def _told(hits: list[Hit], use: Use) -> list[tuple[int, int]]:
    """Where the first word of the rule stands (a bar to it too), then that of its combination: the hit, and the use among its uses."""
    firsts = [hit.uses.first(use) for hit in hits]
    return [next((index, at) for index, first in enumerate(firsts) if (at := first[which]) is not None) for which in (0, 1)]


def _match(use: Use, hits: list[Hit], window: Window) -> Match | None:
    """The rule's match by the nearest word of each group, or None where a group has none."""
    nearest = []
    for words in use.words:
        stand = [hit for hit in hits if hit.word in words]
        if not stand:
            return None
        nearest.append(stand[0] if len(stand) == 1 else _nearest(stand, window))
    if len(nearest) == 1:
        hit = nearest[0]
        return Match(use.rule, (hit,), hit.end - hit.start, _gap(hit, window))
    covered = {place for hit in nearest for place in range(hit.start, hit.end)}
    return Match(use.rule, tuple(nearest), len(covered), min([_gap(hit, window) for hit in nearest]))


def _nearest(hits: list[Hit], window: Window) -> Hit:
    """The hit nearest the number; of equals the longest, then the first."""
    return min(hits, key=lambda hit: (_gap(hit, window), hit.start - hit.end, hit.start))


def _gap(hit: Hit, window: Window) -> int:
    if hit.end <= window.start:
        return window.start - hit.end
    return max(0, hit.start - window.end)


def fits(rule: Rule, unit: str | None, bare: bool) -> bool:
    """Whether the rule takes the unit; a number without one needs its head right before it."""
    return (bare or unit is not None) and rule.takes(unit)


def best(scene: Scene, window: Window, kind: type[Rule]) -> Match | None:
    """The best match left of the number, else over both sides."""
    counted = _counts_right(scene, window)
    for low, high in ((window.left, window.right),) if counted else ((window.left, window.end), (window.left, window.right)):
        for match in taking(scene, window, kind, low, high):
            if counted and all(hit.start < window.end for hit in match.hits):
                continue
            if not getattr(match.rule, "last", False) and (window.unit is not None or _bare(scene, window, match)):
                return match
    return None


def _counts_right(scene: Scene, window: Window) -> bool:
    """共有6个板块: the noun after the number is what it counts, whatever stands before it."""
    if window.unit not in ("个", "项", "类", "大", "家", "支", "座", "所", "处", "间", "种", "台", "辆", "块"):
        return False
    return scene.lexicon[_COUNTED].match(scene.folded, window.end, window.right) is not None


def last_resort(scene: Scene, window: Window, holds: bool) -> Match | None:
    """The best match of the rules that speak only where no other does; `holds` where something was held just before."""
    if window.unit is None:
        return None
    found = taking(scene, window, Visit, window.left, window.right)
    return next((m for m in found if getattr(m.rule, "last", False) and (holds or not getattr(m.rule, "held", False))), None)


def _bare(scene: Scene, window: Window, match: Match) -> bool:
    """Whether nothing but links stands between the last word and the number."""
    if isinstance(match.rule, Visit) and any(hit.start == window.end for hit in match.hits):
        return True  # 吸引12万观众: those who are counted stand for the unit
    last = max(match.hits, key=lambda hit: hit.end)
    between = _COUNT_WORD.sub("", scene.folded[last.end : window.start])
    return last.end <= window.start and (
        is_link(scene, between) or (last.word.endswith(scene.lexicon.words("count_ends")) and len(between) <= 12)
    )


def binding(scene: Scene, window: Window, match: Match, table: str) -> Binding:
    """The match as a binding, with the page's own words for what is counted."""
    start = min(window.start, *(hit.start for hit in match.hits))
    end = max(window.end, *(hit.end for hit in match.hits))
    on_left = max(match.hits, key=lambda hit: (len(hit.word), hit.start >= window.end)).end <= window.start
    low, high = (window.left, window.start) if on_left else (window.end, window.right)
    cut = trimmed(scene, scene.folded[low:high])
    words = scene.text[low + cut[0] : low + cut[1]] or scene.text[match.hits[0].start : match.hits[0].end]
    unit = window.unit_text or _unit_in(match.hits)
    rule = match.rule
    if isinstance(rule, Category):
        return Binding(table, rule.id, rule.target, start, end, words, rule.dimension, _scope(scene, match, window), unit)
    return Binding(table, rule.id, getattr(rule, "target", rule.id), start, end, words, unit=unit)


def _unit_in(hits: Iterable[Hit]) -> str | None:
    """参观人次达83.5万: the unit that stands before its number."""
    for hit in hits:
        for unit in ("人次", "册次", "场次"):
            if hit.word.endswith(unit):
                return unit
        if hit.word.endswith("人数"):
            return "人"
    return None


def _scope(scene: Scene, match: Match, window: Window) -> str:
    last = max(hit.end for hit in match.hits)
    after = scene.folded[last : last + 4]
    around = scene.folded[match.hits[0].start : max(last, window.start if last <= window.start else last)]
    if "以上" in after or "以上" in around:
        return "and_above"
    return "and_below" if "以下" in after or "以下" in around else "exact"
