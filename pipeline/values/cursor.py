"""Where reading stands: the text, its folded form and what is already taken."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.values.lexicon import Hedge, Unit, Word
from pipeline.values.tables import Tables


@dataclass(slots=True)
class Cursor:
    """The text being read. Nothing before `low` may be used again; `high` is the text's end.

    `folded` has NULs after the text, so that one character on (or back, from the start) can be looked at without asking.
    """

    text: str
    folded: str
    tables: Tables
    high: int
    low: int = 0
    last_kind: str = ""

    def char(self, at: int) -> str:
        """The folded character at `at`, NUL outside (which is in no set of characters)."""
        return self.folded[at] if at < self.high else "\0"

    def unit(self, at: int) -> Unit | None:
        """The longest unit that begins at `at`."""
        folded, units = self.folded, self.tables.units
        start = folded[at : at + 2]
        if start in units:
            for unit in units[start]:
                if folded.startswith(unit.word, at) and folded[at + len(unit.word)] not in unit.not_before:
                    return unit
        if start[:1] in units:
            for unit in units[start[:1]]:
                if start[1:] not in unit.not_before or start[1:] == "":
                    return unit
        return None

    def before(self, at: int) -> Hedge | None:
        """The longest hedge that ends at `at`."""
        folded = self.folded
        for hedge in self.tables.before.get(folded[at - 1], ()) if at > self.low else ():
            first = at - len(hedge.word)
            if first >= self.low and folded.startswith(hedge.word, first):
                if hedge.not_after and first and folded[first - 1] in hedge.not_after:
                    return None
                return hedge
        return None

    def after(self, at: int) -> Hedge | None:
        """The longest hedge that begins at `at`."""
        folded = self.folded
        for hedge in self.tables.after.get(folded[at], ()):
            if folded.startswith(hedge.word, at):
                return None if folded[at + len(hedge.word)] in hedge.not_before else hedge
        return None

    def word(self, at: int) -> tuple[int, int, Word] | None:
        """The word of the lexicon that covers the numeral at `at`, with its start and end."""
        folded, words = self.folded, self.tables.words
        best: tuple[int, int, Word] | None = None
        for key in (folded[at : at + 2], "<" + folded[at - 1 : at + 1] if at else ""):
            for offset, word in words.get(key, ()):
                first = at - offset
                end = first + len(word.word)
                if first < self.low or not folded.startswith(word.word, first):
                    continue
                if word.not_before and end < self.high and folded[end] in word.not_before:
                    continue
                if word.not_after and first and folded[first - 1] in word.not_after:
                    continue
                if best is None or end > best[1]:
                    best = first, end, word
        return best
