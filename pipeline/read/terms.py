"""Where the packs' words stand in a text: one automaton for all of them, the finds sorted by what they are for."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter
from typing import Literal, NamedTuple, get_args

from ahocorasick_rs import AhoCorasick

from pipeline.fold import fold
from pipeline.packs import Audience, Category, Cue, Grant, Indicator, Packs, Rule, Visit

UNLESS = -1
# The closed lists whose words are looked for by their place; of the others no hits are made.
Listed = Literal[
    "abstract", "activities", "flows", "objects", "other_heads", "other_subjects", "others_nouns", "own_subjects", "persons",
    "plan_headings", "short_names", "venues",
]  # fmt: skip
# Rules that are asked together are found together.
GROUPS: dict[type[Rule], type[Rule]] = {
    Visit: Visit,
    Indicator: Visit,
    Category: Category,
    Cue: Cue,
    Audience: Audience,
    Grant: Grant,
}


@dataclass(frozen=True, slots=True)
class Use:
    """What a word is for: a group of a rule's combination, or (combo UNLESS) a bar to it."""

    rule: Rule
    combo: int
    group: int
    words: tuple[frozenset[str], ...]  # of each group of the combination
    telling: bool  # whether the combination is tried where this word stands: 讲座 of 举办 + 讲座
    key: int  # which rule: equal for the uses of one
    place: int  # which combination of which rule


class Uses(tuple[Use, ...]):
    """A word's uses of one kind; the telling ones by rules that take a unit are told apart once for each unit of the lexicon."""

    def __init__(self, _: Iterable[Use]) -> None:
        self.telling = tuple(use for use in self if use.telling)
        self._taking: dict[str | None, tuple[Use, ...]] = {}
        self._first = {use.place: index for index, use in reversed(list(enumerate(self)))}
        self._first_of_rule = {use.key: index for index, use in reversed(list(enumerate(self)))}

    def taking(self, unit: str | None) -> tuple[Use, ...]:
        """The telling uses by rules that take the unit."""
        known = self._taking.get(unit)
        if known is None:
            known = self._taking[unit] = tuple(use for use in self.telling if use.rule.takes(unit))
        return known

    def first(self, use: Use) -> tuple[int | None, int | None]:
        """Where among these the first use by the rule stands, and the first of its combination."""
        return self._first_of_rule.get(use.key), self._first.get(use.place)


class Hit(NamedTuple):
    """A word of the packs in the text, with its uses of one kind (none where it stands in a closed list)."""

    start: int
    end: int
    word: str
    uses: Uses


class Places:
    """Hits of one kind in order of their places; longer ones first at one place."""

    def __init__(self, hits: list[Hit]) -> None:
        self._hits = hits
        self._starts = [hit.start for hit in hits]

    def within(self, start: int, end: int) -> list[Hit]:
        """The hits that lie in [start:end]."""
        low = bisect_left(self._starts, start)
        high = bisect_left(self._starts, end, low)
        return [hit for hit in self._hits[low:high] if hit.end <= end] if low < high else []


class HitList:
    """All hits of one text: by kind of rule, and by closed list."""

    def __init__(self, listed: dict[str, Places], kinds: dict[type[Rule], Places] | None = None) -> None:
        self._kinds = kinds or {}
        self._listed = listed

    def of(self, kind: type[Rule], start: int, end: int) -> list[Hit]:
        """The hits in [start:end] of words that rules of this kind (and those asked with it) use."""
        places = self._kinds.get(GROUPS[kind])
        return places.within(start, end) if places else []

    def listed(self, name: Listed, start: int, end: int) -> list[Hit]:
        """The hits in [start:end] that stand in the closed list `name`."""
        places = self._listed.get(name)
        return places.within(start, end) if places else []


class Terms:
    """The packs' words, found in a text in one pass."""

    def __init__(self, packs: Packs) -> None:
        uses = _uses(packs)
        lists: dict[str, list[str]] = defaultdict(list)
        for name in get_args(Listed):
            for word in dict.fromkeys(map(fold, packs.list(name))):
                lists[word].append(name)
        self._words = list(dict.fromkeys([*uses, *lists]))
        self._uses = [uses.get(word, {}) for word in self._words]
        self._lists = [tuple(lists.get(word, ())) for word in self._words]
        self._venue = frozenset(index for index, names in enumerate(self._lists) if "venues" in names)
        self._middle = frozenset(index for index, word in enumerate(self._words) if word.startswith("中"))
        self._automaton = AhoCorasick(self._words)
        self._spoken: dict[frozenset[str], list[tuple[tuple[type[Rule], Uses], ...]]] = {}

    def find(self, folded: str) -> list[tuple[int, int, int]]:
        """Every word of the packs in the folded text (index, start, end), but those that a kind of venue cuts (图书 in 图书馆), or 其中 (中学 in 其中学士)."""
        found = self._automaton.find_matches_as_indexes(folded, overlapping=True)
        if "其中" in folded:
            found = [hit for hit in found if hit[0] not in self._middle or folded[hit[1] - 1 : hit[1]] != "其"]
        masks: dict[int, tuple[int, int]] = {}
        for index, start, end in found:
            if index in self._venue:
                for place in range(start, end):
                    known = masks.get(place)
                    if known is None or known[1] - known[0] < end - start:
                        masks[place] = (start, end)
        kept = [hit for hit in found if not ((hit[1] in masks or hit[2] - 1 in masks) and _cut(hit[1], hit[2], masks))] if masks else found
        kept.sort(key=itemgetter(2), reverse=True)
        kept.sort(key=itemgetter(1))
        return kept

    def listed(self, found: list[tuple[int, int, int]]) -> dict[str, Places]:
        """The words found that stand in closed lists, by list."""
        hits: dict[str, list[Hit]] = defaultdict(list)
        for index, start, end in found:
            if names := self._lists[index]:
                hit = Hit(start, end, self._words[index], _LISTED)
                for name in names:
                    hits[name].append(hit)
        return {name: Places(those) for name, those in hits.items()}

    def sorted(self, found: list[tuple[int, int, int]], active: frozenset[str], listed: dict[str, Places]) -> HitList:
        """The words found, of active packs, by what they are for, and those of closed lists."""
        spoken, hits = self._by_pack(active), defaultdict[type[Rule], list[Hit]](list)
        for index, start, end in found:
            for kind, uses in spoken[index]:
                hits[kind].append(Hit(start, end, self._words[index], uses))
        return HitList(listed, {kind: Places(those) for kind, those in hits.items()})

    def _by_pack(self, active: frozenset[str]) -> list[tuple[tuple[type[Rule], Uses], ...]]:
        """For each word its uses by kind, of active packs."""
        if active not in self._spoken:
            table = []
            for word in self._uses:
                kept = [(kind, Uses(use for use in uses if use.rule.pack in active)) for kind, uses in word.items()]
                table.append(tuple(pair for pair in kept if pair[1]))
            self._spoken[active] = table
        return self._spoken[active]


_LISTED = Uses(())


def _uses(packs: Packs) -> dict[str, dict[type[Rule], list[Use]]]:
    """The uses of each word, by kind."""
    combos = [
        (number, rule, index, tuple(frozenset(map(fold, words)) for words in combo))
        for number, rule in enumerate(packs.rules)
        if type(rule) in GROUPS
        for index, combo in enumerate(getattr(rule, "words", ()))
    ]
    often = Counter((GROUPS[type(rule)], word) for _, rule, _, groups in combos for words in groups for word in words)
    uses: dict[str, dict[type[Rule], list[Use]]] = defaultdict(lambda: defaultdict(list))
    for place, (number, rule, index, groups) in enumerate(combos):
        kind = GROUPS[type(rule)]
        # Of the groups that all must stand there the one whose words serve the fewest combinations tells.
        telling = min(range(len(groups)), key=lambda group: max(often[kind, word] for word in groups[group]))
        for group, words in enumerate(groups):
            for word in words:
                uses[word][kind].append(Use(rule, index, group, groups, group == telling, number, place))
    for number, rule in enumerate(packs.rules):
        for word in getattr(rule, "unless", ()):
            uses[fold(word)][GROUPS[type(rule)]].append(Use(rule, UNLESS, 0, (), True, number, UNLESS))
    return uses


def _cut(start: int, end: int, masks: dict[int, tuple[int, int]]) -> bool:
    """Whether a mask holds the first or last character without lying inside [start:end]."""
    for place in (start, end - 1):
        mask = masks.get(place)
        if mask is not None and not (start <= mask[0] and mask[1] <= end):
            return True
    return False
