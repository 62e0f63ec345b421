"""Spans of a text by place, and the text cut where they begin and end."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise
from typing import Generic, Protocol, TypeVar


class Spanning(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


S = TypeVar("S", bound=Spanning)


class Spans(Generic[S]):
    """Spans in the order of their places, wider ones first; a page of many numbers asks for those of each of its many lines."""

    def __init__(self, spans: Iterable[S]) -> None:
        self._spans = sorted(spans, key=lambda span: (span.start, -span.end))
        self._starts = [span.start for span in self._spans]
        self._furthest = list(accumulate((span.end for span in self._spans), max))

    def starting(self, low: int, high: int) -> list[S]:
        """Those that begin in [low:high]."""
        return self._spans[bisect_left(self._starts, low) : bisect_left(self._starts, high)]

    def over(self, low: int, high: int) -> list[S]:
        """Those that share a character with [low:high]."""
        first = bisect_right(self._furthest, low)
        return [span for span in self._spans[first : bisect_left(self._starts, high)] if span.end > low]

    def pieces(self, low: int, high: int) -> Iterator[tuple[int, int, tuple[S, ...]]]:
        """[low:high] in pieces that no span begins or ends inside of, each with the spans over it, widest first."""
        inside = self.over(low, high)
        cuts = sorted({low, high, *(max(low, span.start) for span in inside), *(min(high, span.end) for span in inside)})
        for start, end in pairwise(cuts):
            over = [span for span in inside if span.start <= start and span.end >= end]
            yield start, end, tuple(sorted(over, key=lambda span: (span.start - span.end, span.start)))
