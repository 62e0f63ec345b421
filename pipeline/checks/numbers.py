"""Numbers of a page that do not agree: parts above their total, two values for one thing, jumps between years."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.checks.row import check, place
from pipeline.model import Document
from pipeline.schema import CheckRow, IndicatorRow, StaffRow, VisitRow

Measured = VisitRow | IndicatorRow
_FACTOR = 10


def parts(document: Document, rows: Sequence[StaffRow]) -> Iterator[CheckRow]:
    """A category of staff above the total it follows."""
    total: StaffRow | None = None
    for row in rows:
        if row.dimension == "total":
            total = row
            continue
        if total is None or row.institution != total.institution or total.bound == "min":
            continue
        if row.value > (total.value_high or total.value):
            message = f"{row.category_text} {row.value:g} is more than the total of {total.value:g}"
            yield check(document, "part_over_total", message, (total.value, row.value), place(row), place(total), "warning")


def subsets(document: Document, rows: Sequence[VisitRow]) -> Iterator[CheckRow]:
    """A count of one audience above the count of all, for one measure and period."""
    totals = {
        (row.institution, row.measure, row.period): row for row in reversed(rows) if row.audience is None and row.period_kind != "day"
    }
    for row in rows:
        total = totals.get((row.institution, row.measure, row.period))
        if row.audience is None or total is None or total.bound == "min" or row.period_kind == "day":
            continue
        if row.value > (total.value_high or total.value):
            message = f"{row.audience_text} {row.value:g} is more than the total of {total.value:g}"
            yield check(document, "part_over_total", message, (total.value, row.value), place(row), place(total), "warning")


def two_values(document: Document, rows: Sequence[Measured]) -> Iterator[CheckRow]:
    """Two exact values for one measure, in the same words, for the same dated period."""
    first: dict[tuple[object, ...], Measured] = {}
    for row in rows:
        if row.period is None or row.measure == "other" or row.bound != "exact":
            continue
        key = (row.institution, row.measure, row.measure_text, row.audience_text, row.unit, row.period, row.period_kind)
        other = first.setdefault(key, row)
        if other.value != row.value:
            message = f"{row.measure_text} is {other.value:g} and {row.value:g} for {row.period}"
            yield check(document, "two_values", message, (other.value, row.value), place(other), place(row), "warning")


def jumps(document: Document, rows: Sequence[Measured]) -> Iterator[CheckRow]:
    """Years of one measure, one after the other, that differ by a factor of ten or more."""
    series: dict[tuple[object, ...], list[Measured]] = defaultdict(list)
    for row in rows:
        if row.period_kind == "annual" and row.period and len(row.period) == 4 and row.measure != "other" and row.value > 0:
            series[row.institution, row.measure, row.audience, row.unit].append(row)
    for told in series.values():
        for before, after in pairwise(sorted(told, key=lambda row: (row.period or "", row.start))):
            if before.period != after.period and not 1 / _FACTOR < after.value / before.value < _FACTOR:
                message = f"{after.measure} goes from {before.value:g} in {before.period} to {after.value:g} in {after.period}"
                yield check(document, "jump", message, (before.value, after.value), place(before), place(after), "warning")
