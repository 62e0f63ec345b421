"""Small words between what matters: links to a number, and what may stand before a noun."""

from __future__ import annotations

from pipeline.read.lexicon import Lexicon
from pipeline.read.scene import Scene


class Links:
    """The packs' small words. `lead` is what may stand before a noun, `date_lead` what may stand around a date; both may be empty."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._link = lexicon[r"(?:<<links>>|[\s:|“”\"])*"]  # 达, 为, 有 …: they add nothing
        self.lead = lexicon[r"(?:(?!有效|现代)(?:<<leads>>)|共(?![享建青同])|年(?![鉴画级轮龄代])|最多的?一?天?|[\s、,;:。()“”\"])*"]
        self.date_lead = lexicon[r"(?:<<date_leads>>|[\s,、“”()])*"]
        self._at_end: dict[str, int] = {}  # the same few words stand beside most numbers

    def only(self, text: str) -> bool:
        """Whether nothing but links stands in `text`."""
        return self._link.fullmatch(text) is not None

    def trimmed(self, text: str) -> tuple[int, int]:
        """Start and end of `text` without the leading words and the links at its end. Empty where nothing is left."""
        start = self.lead.match(text)
        low = start.end() if start else 0
        high = len(text)
        while high > low and (cut := self._links_at_end(text[max(low, high - 4) : high])):
            high -= cut
        return low, high

    def _links_at_end(self, ending: str) -> int:
        """How many of the last characters are one link: the longest that is."""
        if ending not in self._at_end:
            if len(self._at_end) >= 4096:
                self._at_end.clear()
            self._at_end[ending] = next((n for n in range(len(ending), 0, -1) if self.only(ending[-n:])), 0)
        return self._at_end[ending]


def links(scene: Scene) -> Links:
    """The links of the packs that the page is read with."""
    return scene.lexicon.made(Links)


def is_link(scene: Scene, text: str) -> bool:
    """Whether nothing but links stands in `text`."""
    return links(scene).only(text)


def trimmed(scene: Scene, text: str) -> tuple[int, int]:
    """Start and end of `text` without leading words and links at its end."""
    return links(scene).trimmed(text)
