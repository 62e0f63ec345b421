"""Cuts a document into sentences, clauses and words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate

from pipeline.fold import fold
from pipeline.model import Document, Sentence
from pipeline.segment.dictionary import Word, read_dictionary, with_words
from pipeline.segment.sentences import split
from pipeline.segment.words import Cut, cutter

_KEPT = 1 << 16  # words: more than a dump repeats, 8 MB at most


class Tags(dict[str, str]):
    """The dictionary's tags by word as pages write it; what pages repeat lies in a table small enough for the processor's cache."""

    def __init__(self, tags: dict[str, str]) -> None:
        super().__init__()
        self._tags = tags

    def __missing__(self, word: str) -> str:
        tag = self._tags.get(fold(word), "")
        if len(self) < _KEPT:
            self[word] = tag
        return tag


@lru_cache(maxsize=4)
def _load(words: tuple[Word, ...]) -> tuple[Cut, Tags]:
    dictionary = with_words(read_dictionary(), words)
    return cutter(dictionary), Tags(dictionary.tags)


class Segmenter:
    """Sentences, clauses and words of documents, with `words` (a text, or text, frequency and tag) in jieba's dictionary.

    Text is cut in its folded form, which has the same offsets: a page in traditional characters or full-width digits has the words
    of its plain twin. The dictionary loads at first use, or by `load()` (before forking), once a process for one set of words;
    a segmenter pickles to its words.
    """

    def __init__(self, words: Iterable[str | tuple[str, int | None, str | None]] = ()) -> None:
        self._words = tuple(Word(word) if isinstance(word, str) else Word(*word) for word in words)

    def load(self) -> None:
        """Load the dictionary now (about half a second). ValueError for an empty word or a frequency below 1."""
        _ = self._loaded

    def __reduce__(self) -> tuple[type[Segmenter], tuple[tuple[Word, ...]]]:
        return type(self), (self._words,)

    @cached_property
    def _loaded(self) -> tuple[Cut, Tags]:
        return _load(self._words)  # asked once: to hash thousands of words takes longer than to look a sentence's tags up

    def segment(self, document: Document) -> tuple[Sentence, ...]:
        """The sentences of the document. None crosses a block; together they hold all of its blocks but white space around them."""
        text = fold(document.text)
        spans = [(index, *found) for index, block in enumerate(document.blocks) for found in split(text, block.start, block.end)]
        ends = list(accumulate(map(len, self._loaded[0](text)), initial=0))
        sentences = []
        for number, (block, start, end, clauses) in enumerate(spans):
            words = tuple(ends[bisect_left(ends, start) : bisect_left(ends, end) + 1])
            sentences.append(Sentence(number, start, end, block, words, clauses))
        return tuple(sentences)

    def tags(self, words: Sequence[str]) -> tuple[str, ...]:
        """The dictionary's part-of-speech tag of each word; empty where it has none."""
        return tuple(map(self._loaded[1].__getitem__, words))
