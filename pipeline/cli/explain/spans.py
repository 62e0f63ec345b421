"""A text cut where spans begin and end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Protocol, TypeVar


class Spanning(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


S = TypeVar("S", bound=Spanning)


def pieces(low: int, high: int, spans: Sequence[S]) -> Iterator[tuple[int, int, tuple[S, ...]]]:
    """[low:high] in pieces that no span begins or ends inside of, each with the spans over it, widest first."""
    inside = [span for span in spans if span.start < high and span.end > low]
    cuts = sorted({low, high, *(max(low, span.start) for span in inside), *(min(high, span.end) for span in inside)})
    for start, end in pairwise(cuts):
        over = [span for span in inside if span.start <= start and span.end >= end]
        yield start, end, tuple(sorted(over, key=lambda span: (span.start - span.end, span.start)))
