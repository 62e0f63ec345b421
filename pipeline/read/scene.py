"""A page as the reader sees it: folded text, clauses, words of the packs, numbers and dates, each found once."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any, TypeVar

from pipeline.fold import fold
from pipeline.model import Document, Sentence
from pipeline.read.glue import Glue, GlueWords
from pipeline.read.lexicon import Lexicon
from pipeline.read.terms import HitList
from pipeline.values import DateSpan, Number, integer

_CITATION = re.compile(r"\[[(\s]{0,2}\d{1,3}(?:[-,、]\d{1,3}){0,3}[)\s]{0,2}\]")
_CODED_ROW = re.compile(r"^[^\d\t\n][^\t\n]{0,30}[\t |]{1,4}(\d{1,3})[\t |]{1,4}(?=[\d—-][\d,.—-]{0,14}[\t |]{0,4}$)", re.MULTILINE)


T = TypeVar("T")
_REACH = 60  # clauses; a list without a full stop may have thousands


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence between marks: `end` is after its closing mark, `mark` is that mark ('' where there is none)."""

    sentence: int
    index: int
    start: int
    end: int
    mark: str


def row_codes(folded: str) -> frozenset[int]:
    """Offsets of the running numbers that a return gives its rows, where a dump lost the table: `从业人员\t1\t23` under `…\t2\t…`."""
    found: list[re.Match[str]] = []
    places: set[int] = set()
    for match in _CODED_ROW.finditer(folded):
        goes_on = found and integer(match.group(1)) == (integer(found[-1].group(1)) or 0) + 1
        found = [*found, match] if goes_on else [match]
        if len(found) >= 3:
            places.update(place for one in found for place in range(*one.span(1)))
    return frozenset(places)


def comma_spaces(folded: str, document: Document) -> list[int]:
    """Offsets of the spaces that part the facts of a paragraph without commas: 占地25亩 展厅面积4800平方米 藏品1.38万件."""
    found: list[int] = []
    for block in document.blocks:
        text = folded[block.start : block.end]
        if block.kind == "cell" or text.count(" ") < 4 or "," in text:
            continue
        parts = text.split(" ")
        if sorted(map(len, parts))[len(parts) // 2] >= 6:
            found += [block.start + place for place, c in enumerate(text) if c == " "]
    return found


class Scene:
    """One page, its sentences cut to clauses and its finds by place. Offsets are those of `Document.text`."""

    def __init__(
        self,
        document: Document,
        sentences: tuple[Sentence, ...],
        hits: HitList,
        spans: list[Number | DateSpan],
        lexicon: Lexicon,
        report_year: str | None = None,
    ) -> None:
        self.document = document
        self.text = document.text
        folded = fold(document.text)
        self.citations = frozenset(place for match in _CITATION.finditer(folded) for place in range(*match.span()))
        self.row_codes = row_codes(folded)
        folded = _CITATION.sub(lambda match: " " * len(match.group()), folded)
        self.folded = "".join(" " if place in self.row_codes else c for place, c in enumerate(folded)) if self.row_codes else folded
        self._spaces = comma_spaces(self.folded, document)
        if self._spaces:
            parted = set(self._spaces)
            self.folded = "".join("," if place in parted else c for place, c in enumerate(self.folded))
        self.sentences = sentences
        self.hits = hits
        self.spans = spans
        self.lexicon = lexicon
        self.report_year = report_year
        self.matched: dict[object, list[Any]] = {}
        self._found: dict[tuple[object, int], Any] = {}
        self._starts = [span.start for span in spans]
        self._dates = [span for span in spans if isinstance(span, DateSpan)]
        self._date_starts = [span.start for span in self._dates]

    def between(self, start: int, end: int) -> list[Number | DateSpan]:
        """Numbers and dates that begin in [start:end]."""
        low = bisect_left(self._starts, start)
        return self.spans[low : bisect_left(self._starts, end, low)] if start < end else []

    def dates(self, start: int, end: int) -> list[DateSpan]:
        low = bisect_left(self._date_starts, start)
        return self._dates[low : bisect_left(self._date_starts, end, low)] if start < end else []

    def numbers(self, start: int, end: int) -> list[Number]:
        return [span for span in self.between(start, end) if isinstance(span, Number)]

    @cached_property
    def glue(self) -> Glue:
        """The words that tell what kind of time a number covers."""
        return Glue(self.folded, self.lexicon.made(GlueWords))

    @cached_property
    def boundaries(self) -> frozenset[int]:
        """Where words begin or end."""
        ends = [(sentence.start, sentence.end) for sentence in self.sentences]
        return frozenset[int]().union(*ends, *[sentence.words for sentence in self.sentences])

    @cached_property
    def clauses(self) -> tuple[tuple[Clause, ...], ...]:
        """The clauses of each sentence."""
        return tuple(self._cut(sentence) for sentence in self.sentences)

    def earlier(self, clause: Clause) -> Iterator[Clause]:
        """The clauses before one in its sentence, the nearest first; none that is so far off that it governs nothing."""
        return reversed(self.clauses[clause.sentence][max(0, clause.index - _REACH) : clause.index])

    def once(self, find: Callable[[Scene, Clause], T], clause: Clause) -> T:
        """What `find` finds for a clause, looked for once: all numbers of a clause have the same clauses before them."""
        key = (find, clause.start)
        if key not in self._found:
            self._found[key] = find(self, clause)
        found: T = self._found[key]
        return found

    def _cut(self, sentence: Sentence) -> tuple[Clause, ...]:
        made = []
        ends = sentence.clauses or (sentence.start, sentence.end)
        low = bisect_left(self._spaces, sentence.start)
        inside = [place + 1 for place in self._spaces[low : bisect_left(self._spaces, sentence.end, low)]]
        for index, (start, end) in enumerate(pairwise(sorted({*ends, *inside}) if inside else ends)):
            last = self.folded[end - 1] if end > start else ""
            told = self.folded[start:end]
            begin = start + len(told) - len(told.lstrip()) if told.strip() else start  # the mark of a note was cut out
            made.append(Clause(sentence.number, index, begin, end, last if last in ",;:。!?…" else ""))
        return tuple(made)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> int:
        """Index of the sentence that holds `offset`."""
        return max(0, bisect_right(self._sentence_starts, offset) - 1)
