"""What the packs say of names of honours, prepared once for all pages: their endings, their levels, who grants them."""

from __future__ import annotations

import re
from collections import defaultdict

from pipeline.packs import Honour, Level, Packs
from pipeline.read.lexicon import Lexicon

_PLACES = re.compile(r"自治区|自治州|直辖市|自治县|县级市|地区|(?:社区|景区|校区|园区|小区)|省|市|县|区|州|盟|旗")


class TitleWords:
    """Endings, levels and bodies of the packs."""

    def __init__(self, packs: Packs, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.endings: dict[str, list[tuple[str, Honour]]] = defaultdict(list)
        pairs = ((word, rule) for rule in packs.of(Honour) for combo in rule.words for word in combo[-1])
        for word, rule in sorted(pairs, key=lambda pair: -len(pair[0])):
            self.endings[word[-1]].append((word, rule))
        self.awardlike = tuple(packs.list("awardlike"))
        self.not_names = tuple(packs.list("not_names"))
        self.provinces = tuple(packs.list("provinces"))
        self.bodies = tuple(packs.list("bodies"))
        self.levels: dict[str, frozenset[str]] = {
            rule.id: frozenset(word for combo in rule.words for group in combo for word in group) for rule in packs.of(Level)
        }

    def kind_of(self, name: str) -> tuple[str | None, bool]:
        """Vocabulary kind of a name by its ending, and whether that ending makes a name by itself."""
        plain = name.rstrip('”"》').removesuffix("称号").rstrip('”"》')
        for stem in (plain, name):
            for ending, rule in self.endings.get(stem[-1:], ()):
                if stem.endswith(ending):
                    return rule.target, rule.bare
        return None, False

    def level_of(self, body: str | None, before: str, name: str) -> str | None:
        """Level by the body, then the words before the quotes, then the name itself."""
        for words in (body, before, name):
            level = self._level_in(words)
            if level:
                return level
        return None

    def _level_in(self, words: str | None) -> str | None:
        if not words:
            return None
        if words.startswith(self.provinces) and "市" not in words[:8] and "县" not in words[:8]:
            return "provincial"
        head, levels = words[:14], self.levels
        for level in ("association", "international", "national"):
            if any(word in (words if level == "association" else head) for word in levels.get(level, ())):
                return level
        for found in _PLACES.finditer(head):
            for level in ("provincial", "county", "prefectural"):
                if found.group() in levels.get(level, ()):
                    return level
        return None
