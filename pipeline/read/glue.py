"""Words glued to a number's verb that say what kind of time it covers: 日均, 累计, 全年, 期间."""

from __future__ import annotations

from bisect import bisect_left

from ahocorasick_rs import AhoCorasick

from pipeline.read.lexicon import Lexicon

_KINDS = ("day", "month", "cumulative", "annual", "event")


class GlueWords:
    """The packs' words of each kind of time, ready to be found in one pass."""

    def __init__(self, lexicon: Lexicon) -> None:
        lists = [lexicon.words(name) for name in ("day_words", "month_words", "cumulative_words", "annual_words", "event_words")]
        self.ranked = [(word, rank) for rank, words in enumerate(lists) for word in words]
        self.automaton = AhoCorasick([word for word, _ in self.ranked])


class Glue:
    """The glued words of a text, found in one pass; where several stand the kind named first in `_KINDS` holds."""

    def __init__(self, folded: str, words: GlueWords) -> None:
        found = []
        for index, start, end in words.automaton.find_matches_as_indexes(folded, overlapping=True):
            word, rank = words.ranked[index]
            if word != "年":
                found.append((start, end, rank))
            elif _is_yearly(folded, start):
                found.append((start, end + 1, rank))
        self._found = sorted(found)
        self._starts = [start for start, _, _ in self._found]

    def within(self, start: int, end: int) -> str | None:
        """The kind that the words in [start:end] tell."""
        low = bisect_left(self._starts, start)
        ranks = [rank for _, stop, rank in self._found[low : bisect_left(self._starts, end, low)] if stop <= end]
        return _KINDS[min(ranks)] if ranks else None


def _is_yearly(folded: str, at: int) -> bool:
    """年接待, 馆年均: a year that counts nothing stands at the head of words, or behind a house."""
    before, after = folded[at - 1 : at], folded[at + 1 : at + 2]
    return (
        _is_han(after) and after not in "鉴画级轮龄代" and (before in ("", "馆", "院", "校") or not (before.isdecimal() or _is_han(before)))
    )


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"
