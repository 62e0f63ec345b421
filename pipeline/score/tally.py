"""Pages summed: figures a table with bootstrap intervals, precision a rule, numbers by fate, traps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from pipeline.schema import FACTS
from pipeline.score.page import PageScore, agreement

SEED, SAMPLES = 20240501, 1000
Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of a table, and the 95 % intervals of lenient and strict F1 over pages drawn with replacement."""

    gold: int
    rows: int
    lenient: int
    strict: int
    lenient_interval: Interval = (0.0, 0.0)
    strict_interval: Interval = (0.0, 0.0)

    def precision(self, hits: int) -> float:
        return hits / self.rows if self.rows else 0.0

    def recall(self, hits: int) -> float:
        return hits / self.gold if self.gold else 0.0

    def f1(self, hits: int) -> float:
        return 2 * hits / (self.gold + self.rows) if self.gold + self.rows else 0.0


@dataclass(frozen=True, slots=True)
class Tally:
    """All pages: figures a table, (hits, rows) a rule, (agreeing, named) a table's column, numbers by fate, traps and those fallen for."""

    pages: int
    tables: Mapping[str, Figures]
    rules: Mapping[str, tuple[int, int]]
    columns: Mapping[tuple[str, str], tuple[int, int]]
    numbers: Mapping[str, int]
    traps: int
    fallen: int


def tally(pages: Sequence[PageScore]) -> Tally:
    """Sum the pages' scores. The same pages give the same figures, intervals included."""
    numbers: Counter[str] = Counter()
    for page in pages:
        numbers.update(page.numbers)
    return Tally(
        len(pages),
        {table: _figures(table, pages) for table in FACTS},
        _rules(pages),
        {(table, column): counts for table in FACTS for column, counts in _columns(table, pages).items()},
        numbers,
        sum(page.traps for page in pages),
        sum(len(page.fallen) for page in pages),
    )


def _figures(table: str, pages: Sequence[PageScore]) -> Figures:
    counts = [(t.gold, t.rows, len(t.pairs), t.strict) for t in (page.tables[table] for page in pages)]
    gold, rows, lenient, strict = (sum(column) for column in zip(*counts, strict=True)) if counts else (0, 0, 0, 0)
    return Figures(gold, rows, lenient, strict, _interval(counts, 2), _interval(counts, 3))


def _interval(counts: Sequence[tuple[int, int, int, int]], hits: int) -> Interval:
    """The 2.5th and 97.5th percentile of F1 over `SAMPLES` draws of as many pages."""
    if not counts:
        return (0.0, 0.0)
    random, scores = Random(SEED), []
    for _ in range(SAMPLES):
        drawn = random.choices(counts, k=len(counts))
        whole = sum(c[0] + c[1] for c in drawn)
        scores.append(2 * sum(c[hits] for c in drawn) / whole if whole else 0.0)
    scores.sort()
    return scores[SAMPLES // 40], scores[SAMPLES - SAMPLES // 40 - 1]


def _rules(pages: Sequence[PageScore]) -> dict[str, tuple[int, int]]:
    hits: Counter[str] = Counter()
    made: Counter[str] = Counter()
    for table in (page.tables[name] for page in pages for name in FACTS):
        hits.update(row["rule"] for _, row in table.pairs)
        made.update(row["rule"] for row in table.surplus)
    return {rule: (hits[rule], hits[rule] + made[rule]) for rule in sorted(hits | made)}


def _columns(table: str, pages: Sequence[PageScore]) -> dict[str, tuple[int, int]]:
    counts = agreement(pair for page in pages for pair in page.tables[table].pairs)
    names = sorted({name for name, _ in counts})
    return {name: (counts[name, True], counts[name, True] + counts[name, False]) for name in names}
