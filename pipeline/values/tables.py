"""A lexicon compiled for look-up by character."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from pipeline.values.lexicon import Hedge, Lexicon, Unit, Word

NUMERAL_CHARS = "0-9零〇一二两三四五六七八九十百千万亿廿卅卌几数半俩仨幺壹贰叁肆伍陆柒捌玖拾佰仟"
_NUMERAL = re.compile(f"[{NUMERAL_CHARS}]")


@dataclass(frozen=True, slots=True)
class Tables:
    """`units` by their first two characters (those of one by that), `after` by the first, `before` by the last; longest first.

    `words` by a numeral with its neighbour.
    """

    lexicon: Lexicon
    units: dict[str, tuple[Unit, ...]]
    before: dict[str, tuple[Hedge, ...]]
    after: dict[str, tuple[Hedge, ...]]
    words: dict[str, tuple[tuple[int, Word], ...]]
    hotline: frozenset[str]
    identifier: re.Pattern[str]
    label: re.Pattern[str]


@cache
def tables(lexicon: Lexicon) -> Tables:
    """The look-up tables of a lexicon."""
    lists = lexicon.lists
    return Tables(
        lexicon,
        _by_start(lexicon.units),
        _by_char((hedge for hedge in lexicon.hedges if hedge.side == "before"), -1),
        _by_char((hedge for hedge in lexicon.hedges if hedge.side == "after"), 0),
        _by_pair(lexicon.words),
        frozenset(word[0] for word in lists["hotlines"]),
        re.compile(f"(?:{_any(lists['identifiers'])})(?<![A-Za-z]CN)(?!Y)(?:[^0-9。,;、)\n]{{0,4}})$"),
        re.compile(f"(?:{_any(lists['labels'])})$"),
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or "(?!)"


def _by_start(units: Iterable[Unit]) -> dict[str, tuple[Unit, ...]]:
    table: dict[str, list[Unit]] = {}
    for unit in sorted(units, key=lambda unit: -len(unit.word)):
        table.setdefault(unit.word[:2], []).append(unit)
    return {start: tuple(found) for start, found in table.items()}


def _by_char(entries: Iterable[Hedge], position: int) -> dict[str, tuple[Hedge, ...]]:
    table: dict[str, list[Hedge]] = {}
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
