"""A lexicon compiled for look-up by character, and the cursor that forms are read with."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from pipeline.values.lexicon import Hedge, Lexicon, Unit, Word

NUMERAL_CHARS = "0-9零〇一二两三四五六七八九十百千万亿廿卅卌几数半俩仨幺壹贰叁肆伍陆柒捌玖拾佰仟"
_NUMERAL = re.compile(f"[{NUMERAL_CHARS}]")
_T = TypeVar("_T", Unit, Hedge)


@dataclass(frozen=True, slots=True)
class Tables:
    """`units` and `after` by first character, `before` by last, `words` by a numeral with its neighbour: longest first."""

    lexicon: Lexicon
    units: dict[str, tuple[Unit, ...]]
    before: dict[str, tuple[Hedge, ...]]
    after: dict[str, tuple[Hedge, ...]]
    words: dict[str, tuple[tuple[int, Word], ...]]
    hotline: frozenset[str]
    identifier: re.Pattern[str]
    label: re.Pattern[str]
    duration_before: re.Pattern[str]


@cache
def tables(lexicon: Lexicon) -> Tables:
    """The look-up tables of a lexicon."""
    lists = lexicon.lists
    return Tables(
        lexicon,
        _by_char(lexicon.units, 0),
        _by_char((hedge for hedge in lexicon.hedges if hedge.side == "before"), -1),
        _by_char((hedge for hedge in lexicon.hedges if hedge.side == "after"), 0),
        _by_pair(lexicon.words),
        frozenset(word[0] for word in lists["hotlines"]),
        re.compile(f"(?:{_any(lists['identifiers'])})(?:[^0-9。,;、)\n]{{0,4}})$"),
        re.compile(f"(?:{_any(lists['labels'])})$"),
        re.compile(f"(?:{_any(lists['durations_before'])})$"),
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or "(?!)"


def _by_char(entries: Iterable[_T], position: int) -> dict[str, tuple[_T, ...]]:
    table: dict[str, list[_T]] = {}
    for entry in sorted(entries, key=lambda entry: -len(entry.word)):
        table.setdefault(entry.word[position], []).append(entry)
    return {char: tuple(found) for char, found in table.items()}


def _by_pair(words: Iterable[Word]) -> dict[str, tuple[tuple[int, Word], ...]]:
    table: dict[str, list[tuple[int, Word]]] = {}
    for word in sorted(words, key=lambda word: -len(word.word)):
        for found in _NUMERAL.finditer(word.word):
            first = found.start()
            pair = word.word[first : first + 2]
            key = pair if len(pair) == 2 else "<" + word.word[first - 1 : first + 1]
            table.setdefault(key, []).append((first, word))
    return {pair: tuple(found) for pair, found in table.items()}


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
        folded = self.folded
        for unit in self.tables.units.get(folded[at : at + 1], ()):
            if folded.startswith(unit.word, at):
                if unit.not_before and folded[at + len(unit.word) : at + len(unit.word) + 1] in unit.not_before:
                    following = at + len(unit.word)
                    if following < self.high:
                        continue
                return unit
        return None

    def before(self, at: int) -> Hedge | None:
        """The longest hedge that ends at `at`."""
        folded = self.folded
        for hedge in self.tables.before.get(folded[at - 1 : at], ()) if at > self.low else ():
            first = at - len(hedge.word)
            if first >= self.low and folded.startswith(hedge.word, first):
                if hedge.not_after and first and folded[first - 1] in hedge.not_after:
                    return None
                return hedge
        return None

    def after(self, at: int) -> Hedge | None:
        """The longest hedge that begins at `at`."""
        folded = self.folded
        for hedge in self.tables.after.get(folded[at : at + 1], ()):
            if folded.startswith(hedge.word, at):
                end = at + len(hedge.word)
                return None if hedge.not_before and end < self.high and folded[end] in hedge.not_before else hedge
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
