"""A page as the reader sees it: folded text, clauses, words of the packs, numbers and dates, each found once."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pipeline.fold import fold
from pipeline.model import Document, Sentence
from pipeline.read.terms import HitList
from pipeline.values import DateSpan, Number

_CITATION = re.compile(r"\[[(\s]{0,2}\d{1,3}(?:[-,、]\d{1,3}){0,3}[)\s]{0,2}\]")


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence between marks: `end` is after its closing mark, `mark` is that mark ('' where there is none)."""

    sentence: int
    index: int
    start: int
    end: int
    mark: str


class Scene:
    """One page, its sentences cut to clauses and its finds by place. Offsets are those of `Document.text`."""

    def __init__(
        self,
        document: Document,
        sentences: tuple[Sentence, ...],
        hits: HitList,
        spans: list[Number | DateSpan],
        venue_words: tuple[str, ...],
        report_year: str | None = None,
    ) -> None:
        self.document = document
        self.text = document.text
        folded = fold(document.text)
        self.citations = frozenset(place for match in _CITATION.finditer(folded) for place in range(*match.span()))
        self.folded = _CITATION.sub(lambda match: " " * len(match.group()), folded)
        self.sentences = sentences
        self.hits = hits
        self.spans = spans
        self.venue_words = venue_words
        self.report_year = report_year
        self.matched: dict[object, list[Any]] = {}
        self.governing: dict[Clause, tuple[str, str] | None] = {}
        self._starts = [span.start for span in spans]

    def between(self, start: int, end: int) -> list[Number | DateSpan]:
        """Numbers and dates that begin in [start:end]."""
        return self.spans[bisect_right(self._starts, start - 1) : bisect_right(self._starts, end - 1)]

    def dates(self, start: int, end: int) -> list[DateSpan]:
        return [span for span in self.between(start, end) if isinstance(span, DateSpan)]

    def numbers(self, start: int, end: int) -> list[Number]:
        return [span for span in self.between(start, end) if isinstance(span, Number)]

    @cached_property
    def boundaries(self) -> frozenset[int]:
        """Where words begin or end."""
        return frozenset(offset for sentence in self.sentences for offset in (*sentence.words, sentence.start, sentence.end))

    @cached_property
    def clauses(self) -> tuple[tuple[Clause, ...], ...]:
        """The clauses of each sentence."""
        return tuple(self._cut(sentence) for sentence in self.sentences)

    def _cut(self, sentence: Sentence) -> tuple[Clause, ...]:
        ends = sentence.clauses[1:] if sentence.clauses else (sentence.end,)
        starts = sentence.clauses[:-1] if sentence.clauses else (sentence.start,)
        made = []
        for index, (start, end) in enumerate(zip(starts, ends, strict=True)):
            last = self.folded[end - 1] if end > start else ""
            made.append(Clause(sentence.number, index, start, end, last if last in ",;:。!?…" else ""))
        return tuple(made)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> int:
        """Index of the sentence that holds `offset`."""
        return max(0, bisect_right(self._sentence_starts, offset) - 1)
