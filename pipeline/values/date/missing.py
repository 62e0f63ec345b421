"""The year and month that a date does not say."""

from __future__ import annotations

from datetime import date

from pipeline.values.date.context import Context
from pipeline.values.date.mention import Mention
from pipeline.values.date.part_months import months_of
from pipeline.values.date.point import Point

UNKNOWN = -10000


def resolved_year(point: Point, context: Context, mention: Mention) -> tuple[int | None, int | None, bool]:
    """The year of a point, the month it is sure of, and whether the reference filled the year. UNKNOWN where no year can be had."""
    reference, m = context.reference, point.m
    if point.y is not None:
        return (pivot(point.y, reference) if point.two_digits else point.y), m, False
    if point.y_shift is not None:
        return (reference.year + point.y_shift, m, True) if reference else (UNKNOWN, m, False)
    if point.y_same is not None:
        backward = point.y_same < 0  # 上年 is told from the year of its sentence, else from the page's
        if context.previous[0] is not None and (not backward or context.near(mention.start)):
            return context.previous[0] + point.y_same, m, context.previous_inferred
        return (reference.year + point.y_same, m, True) if reference and point.y_same <= 0 else (UNKNOWN, m, False)
    if point.m_shift is not None:
        return (reference.year, m, True) if reference else (UNKNOWN, m, False)
    if point.m_same is not None:
        return context.previous[0], m, False
    if (told := context.told_year(mention.start)) is not None:
        return told, m, context.previous_inferred
    if reference is None:
        return None, m, False
    return nearest_year(point, reference, mention), m, True


def pivot(value: int, reference: date | None) -> int:
    """Two digits: the latest year that is not after the document's year + 1; without a document up to 2049."""
    limit = reference.year + 1 if reference else 2049
    century = limit // 100 * 100
    return century + value if century + value <= limit else century - 100 + value


def nearest_year(point: Point, reference: date, mention: Mention) -> int:
    """The year that puts a year-less date nearest before the reference (after it, where it is told as a plan)."""
    first, last = months_of(point)
    if first is None:
        return reference.year
    begins = (first, point.d or 1)
    here = (reference.month, reference.day)
    if mention.future:
        return reference.year + (begins < here and (last or first) < reference.month)
    if first == 1 and last and last > 1:
        begins = ((last + 1) // 2 + 1, 1)  # 上半年 told in January is last year's
    return reference.year - (begins > here)


def resolved_month(point: Point, m: int | None, y: int | None, context: Context) -> tuple[int | None, int | None, bool]:
    """Month and year, moved by words such as 上月 and 次月."""
    if point.m_shift is not None and context.reference and y is not None:
        count = y * 12 + context.reference.month - 1 + point.m_shift
        return count % 12 + 1, count // 12, True
    if point.m_same is not None:
        if context.previous[1] is not None and context.previous[0] is not None:
            count = context.previous[0] * 12 + context.previous[1] - 1 + point.m_same
            return count % 12 + 1, count // 12, False
        if context.reference and point.m_same == 0:
            return context.reference.month, context.reference.year, True
        return None, UNKNOWN, False
    return m, y, False
