"""Where the packs' words stand in a text: one automaton for all of them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from pipeline.fold import fold
from pipeline.packs import Packs, Rule
from pipeline.packs.load import KNOWN_LISTS


@dataclass(frozen=True, slots=True)
class Use:
    """What a word is for: a group of a rule's combination, a rule's `unless`, or a list (rule None, `group` the list's name)."""

    rule: Rule | None
    combo: int
    group: int | str


@dataclass(frozen=True, slots=True)
class Hit:
    """A word of the packs in the text."""

    start: int
    end: int
    word: str
    uses: tuple[Use, ...]


UNLESS = -1


class Terms:
    """The packs' words, found in a text in one pass."""

    def __init__(self, packs: Packs) -> None:
        uses: dict[str, list[Use]] = defaultdict(list)
        for rule in packs.rules:
            for index, combo in enumerate(getattr(rule, "words", ())):
                for group, words in enumerate(combo):
                    for word in words:
                        uses[fold(word)].append(Use(rule, index, group))
            for word in getattr(rule, "unless", ()):
                uses[fold(word)].append(Use(rule, UNLESS, 0))
        for name in KNOWN_LISTS:
            for word in packs.list(name):
                uses[fold(word)].append(Use(None, 0, name))
        self._words = list(uses)
        self._uses = [tuple(uses[word]) for word in self._words]
        self._venue = frozenset(fold(word) for word in packs.list("venues"))
        self._automaton = AhoCorasick(self._words)

    def find(self, folded: str) -> HitList:
        """Every word in the folded text; a word cut by the name of a kind of venue (图书 in 图书馆) is none."""
        found = self._automaton.find_matches_as_indexes(folded, overlapping=True)
        masks = [(start, end) for index, start, end in found if self._words[index] in self._venue]
        hits = [Hit(start, end, self._words[index], self._uses[index]) for index, start, end in found if not _cut(start, end, masks)]
        return HitList(hits)


def _cut(start: int, end: int, masks: list[tuple[int, int]]) -> bool:
    """Whether a mask overlaps [start:end] without lying inside it. Masks are in order of their ends."""
    at = bisect_left(masks, start + 1, key=lambda mask: mask[1])
    while at < len(masks) and masks[at][1] - 12 < end:
        left, right = masks[at]
        if left < end and right > start and not (start <= left and right <= end):
            return True
        at += 1
    return False


class HitList:
    """Hits of one text, by place."""

    def __init__(self, hits: Iterable[Hit]) -> None:
        self._hits = sorted(hits, key=lambda hit: (hit.start, -hit.end))
        self._starts = [hit.start for hit in self._hits]

    def within(self, start: int, end: int) -> list[Hit]:
        """The hits that lie in [start:end], in order, longer ones first at one place."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [hit for hit in self._hits[low:high] if hit.end <= end]

    def listed(self, name: str, start: int, end: int) -> list[Hit]:
        """The hits in [start:end] that stand in the list `name`."""
        return [hit for hit in self.within(start, end) if any(use.rule is None and use.group == name for use in hit.uses)]
