"""What all fact tables share: the innermost point of a place, and one row for what a page tells twice."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable
from datetime import date
from typing import TypeVar

from pipeline.mentions import Period, Point, Quantity
from pipeline.values import Number

Row = TypeVar("Row")


class Points:
    """Answers in which numbered point a place stands."""

    def __init__(self, points: tuple[Point, ...]) -> None:
        self._points = points
        self._starts = [point.start for point in points]

    def at(self, offset: int) -> str | None:
        """initiative_id of the innermost point that holds `offset`; None before the first."""
        for point in reversed(self._points[: bisect_right(self._starts, offset)]):
            if offset < point.end:
                return point.initiative_id
        return None


def number_of(quantity: Quantity) -> Number:
    """The quantity's number. TypeError for a date, which no fact is made of."""
    if not isinstance(quantity.number, Number):
        raise TypeError("a date is no fact's number")
    return quantity.number


def figures(quantity: Quantity) -> tuple[float, float | None, str]:
    """value, value_high, bound of a bound quantity."""
    number = number_of(quantity)
    if number.value is None:
        raise TypeError("a masked number is no fact's number")
    return float(number.value), None if number.value_high is None else float(number.value_high), number.bound


def when(period: Period) -> tuple[str | None, date | None, date | None, str | None]:
    """period, earliest, latest, basis."""
    return period.edtf, period.earliest, period.latest, period.basis


def once(rows: Iterable[Row], key: Callable[[Row], Hashable]) -> list[Row]:
    """The first of the rows that say the same."""
    seen: dict[Hashable, Row] = {}
    for row in rows:
        seen.setdefault(key(row), row)
    return list(seen.values())
