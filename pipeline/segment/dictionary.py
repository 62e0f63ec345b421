"""jieba's dictionary with the packs' words in it, read by ourselves: explicit frequencies, no cache file, no import of jieba."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from pipeline.fold import fold


class Word(NamedTuple):
    """A word for the user dictionary: its frequency (None: see `weight`) and part-of-speech tag (None: what jieba's dictionary says)."""

    text: str
    frequency: int | None = None
    tag: str | None = None


@dataclass(frozen=True, slots=True)
class Dictionary:
    """Frequencies of words, their total as jieba counts it (a word given twice counts twice), and tags."""

    frequencies: dict[str, int]
    total: int
    tags: dict[str, str]


def read_dictionary() -> Dictionary:
    """The dictionary that jieba ships. FileNotFoundError where jieba is not installed."""
    spec = find_spec("jieba")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("jieba is not installed: its dictionary is needed (pip install jieba)")
    fields = Path(spec.submodule_search_locations[0], "dict.txt").read_text("utf-8-sig").split()
    words, counts = fields[0::3], list(map(int, fields[1::3]))
    return Dictionary(dict(zip(words, counts, strict=True)), sum(counts), dict(zip(words, map(sys.intern, fields[2::3]), strict=True)))


def with_words(base: Dictionary, words: Iterable[Word]) -> Dictionary:
    """`base` with more words, folded; a word given twice keeps its last. ValueError for an empty word or a frequency below 1."""
    frequencies, tags, total = dict(base.frequencies), dict(base.tags), base.total
    for word in words:
        text = fold(word.text)
        if not text.strip() or (word.frequency is not None and word.frequency < 1):
            raise ValueError(
                f"user dictionary: {word.text!r} with frequency {word.frequency}: a word needs characters and a frequency from 1"
            )
        frequency = weight(text, base) if word.frequency is None else word.frequency
        frequencies[text] = frequency
        total += frequency
        if word.tag:
            tags[text] = word.tag
    return Dictionary(frequencies, total, tags)


def weight(word: str, base: Dictionary) -> int:
    """The frequency from which a word standing alone stays whole: one more than its likeliest division into words of `base` has.

    Never less than the frequency it has there. jieba's `suggest_freq`, but each word against `base` alone, so that order means nothing.
    """
    known = base.frequencies.get
    if len(word) == 1:
        return known(word, 1)
    best = [1.0]
    for end in range(1, len(word) + 1):
        starts = range(end == len(word), end)
        best.append(max(best[start] * known(word[start:end], int(end - start == 1)) / base.total for start in starts))
    return max(int(best[-1] * base.total) + 1, known(word, 1))
