"""Where the packs' words stand in a text: one automaton for all of them, the finds sorted by what they are for."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from pipeline.fold import fold
from pipeline.packs import Audience, Category, Cue, Grant, Indicator, Packs, Rule, Visit

UNLESS = -1
# Rules that are asked together are found together.
GROUPS: dict[type[Rule], str] = {
    Visit: "measure",
    Indicator: "measure",
    Category: "staff",
    Cue: "cue",
    Audience: "audience",
    Grant: "grant",
}


@dataclass(frozen=True, slots=True)
class Use:
    """What a word is for: a group of a rule's combination, or (combo UNLESS) a bar to it."""

    rule: Rule
    combo: int
    group: int
    groups: int  # how many the combination has
    key: int  # which rule: equal for the uses of one


class Hit(NamedTuple):
    """A word of the packs in the text, with its uses of one kind."""

    start: int
    end: int
    word: str
    uses: tuple[Use, ...]


class Places:
    """Hits of one kind in order of their places; longer ones first at one place."""

    def __init__(self, hits: list[Hit]) -> None:
        self._hits = hits
        self._starts = [hit.start for hit in self._hits]

    def within(self, start: int, end: int) -> list[Hit]:
        """The hits that lie in [start:end]."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [hit for hit in self._hits[low:high] if hit.end <= end] if low < high else []


_NOTHING = Places([])


class HitList:
    """All hits of one text: by kind of rule, and by closed list."""

    def __init__(self, kinds: dict[str, list[Hit]]) -> None:
        self._places = {kind: Places(hits) for kind, hits in kinds.items()}

    def of(self, kind: type[Rule], start: int, end: int) -> list[Hit]:
        """The hits in [start:end] of words that rules of this kind (and those asked with it) use."""
        return self._places.get(GROUPS[kind], _NOTHING).within(start, end)

    def listed(self, name: str, start: int, end: int) -> list[Hit]:
        """The hits in [start:end] that stand in the closed list `name`."""
        return self._places.get(f"list {name}", _NOTHING).within(start, end)


class Terms:
    """The packs' words, found in a text in one pass."""

    def __init__(self, packs: Packs) -> None:
        uses: dict[str, dict[str, list[Use]]] = defaultdict(lambda: defaultdict(list))
        for number, rule in enumerate(packs.rules):
            group_name = GROUPS.get(type(rule))
            if group_name is None:
                continue
            for index, combo in enumerate(getattr(rule, "words", ())):
                for group, words in enumerate(combo):
                    for word in words:
                        uses[fold(word)][group_name].append(Use(rule, index, group, len(combo), number))
            for word in getattr(rule, "unless", ()):
                uses[fold(word)][group_name].append(Use(rule, UNLESS, 0, 0, number))
        for name in packs.lists_by_place:
            for word in packs.list(name):
                uses[fold(word)].setdefault(f"list {name}", [])
        self._words = list(uses)
        self._uses = [{kind: tuple(found) for kind, found in uses[word].items()} for word in self._words]
        self._venue = frozenset(index for index, word in enumerate(self._words) if "list venues" in uses[word])
        self._automaton = AhoCorasick(self._words)
        self._spoken: dict[frozenset[str], list[list[tuple[str, tuple[Use, ...]]]]] = {}

    def find(self, folded: str) -> list[tuple[int, int, int]]:
        """Every word of the packs in the folded text (index, start, end), but those that a kind of venue cuts (图书 in 图书馆)."""
        found = self._automaton.find_matches_as_indexes(folded, overlapping=True)
        masks: dict[int, tuple[int, int]] = {}
        for index, start, end in found:
            if index in self._venue:
                for place in range(start, end):
                    known = masks.get(place)
                    if known is None or known[1] - known[0] < end - start:
                        masks[place] = (start, end)
        kept = [hit for hit in found if not _cut(hit[1], hit[2], masks)] if masks else list(found)
        return sorted(kept, key=lambda hit: (hit[1], -hit[2]))

    def listed(self, found: list[tuple[int, int, int]]) -> dict[str, list[Hit]]:
        """The words found that stand in closed lists, by list."""
        return self._sorted(found, self._by_pack(frozenset()))

    def sorted(self, found: list[tuple[int, int, int]], active: frozenset[str], listed: dict[str, list[Hit]]) -> HitList:
        """The words found, of active packs, by what they are for, and those of closed lists."""
        return HitList({**listed, **self._sorted(found, self._by_pack(active))})

    def _sorted(self, found: list[tuple[int, int, int]], spoken: list[list[tuple[str, tuple[Use, ...]]]]) -> dict[str, list[Hit]]:
        kinds: dict[str, list[Hit]] = defaultdict(list)
        for index, start, end in found:
            for kind, uses in spoken[index]:
                kinds[kind].append(Hit(start, end, self._words[index], uses))
        return kinds

    def _by_pack(self, active: frozenset[str]) -> list[list[tuple[str, tuple[Use, ...]]]]:
        """For each word its uses by kind, of active packs; of no packs, the closed lists that it stands in."""
        if active not in self._spoken:
            table = []
            for word in self._uses:
                kept = [(kind, tuple(use for use in uses if use.rule.pack in active)) for kind, uses in word.items()]
                table.append([(kind, uses) for kind, uses in kept if (uses if active else kind.startswith("list "))])
            self._spoken[active] = table
        return self._spoken[active]


def _cut(start: int, end: int, masks: dict[int, tuple[int, int]]) -> bool:
    """Whether a mask holds the first or last character without lying inside [start:end]."""
    for place in (start, end - 1):
        mask = masks.get(place)
        if mask is not None and not (start <= mask[0] and mask[1] <= end):
            return True
    return False
