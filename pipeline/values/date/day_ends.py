"""Days without a month, and days told in words, resolved."""

from __future__ import annotations

from datetime import date, timedelta

from pipeline.values import edtf
from pipeline.values.date.context import Context, Ends
from pipeline.values.date.mention import Mention
from pipeline.values.date.point import Point


def lone_day_ends(d: int, context: Context, mention: Mention) -> Ends | None:
    """A day without month: of its sentence's month, else the nearest one before the reference."""
    y, m, _ = context.previous
    inferred = context.previous_inferred
    if y is None or m is None or not context.near(mention.start):
        if context.reference is None:
            return None
        y, m, inferred = context.reference.year, context.reference.month, True
        if d > context.reference.day and not mention.future:
            y, m = (y, m - 1) if m > 1 else (y - 1, 12)
    if not edtf.possible(y, m, d):
        return None
    return Ends(edtf.ymd(y, m, d), edtf.ymd(y, m, d), inferred, (y, m, d))


def day_word_ends(point: Point, context: Context, mention: Mention) -> Ends | None:
    """昨天, 当日, 上周三, 本周 as days."""
    reference = context.reference
    if point.d_same is not None:
        y, m, d = context.previous
        if y is None or m is None or d is None or not edtf.possible(y, m, d):
            return None
        return one_day(date(y, m, d) + timedelta(days=point.d_same), False)
    if reference is None:
        return None
    if point.d_shift == 0 and point.y_shift is not None:  # 去年今天
        y = reference.year + point.y_shift
        return one_day(reference.replace(year=y), True) if edtf.possible(y, reference.month, reference.day) else None
    if point.d_shift is not None:
        return one_day(reference + timedelta(days=point.d_shift), True)
    monday = reference - timedelta(days=reference.weekday())
    if point.week is None:
        day = monday + timedelta(days=point.weekday or 0)
        if day > reference and not mention.future:
            day -= timedelta(days=7)
        elif day < reference and mention.future:
            day += timedelta(days=7)
        return one_day(day, True)
    monday += timedelta(days=7 * point.week)
    if point.weekday is not None:
        return one_day(monday + timedelta(days=point.weekday), True)
    first = monday + timedelta(days=5 if point.part == "weekend" else 0)
    last = monday + timedelta(days=6)
    return Ends(first.isoformat(), last.isoformat(), True, (last.year, last.month, last.day))


def one_day(day: date, inferred: bool) -> Ends:
    """A day as ends."""
    return Ends(day.isoformat(), day.isoformat(), inferred, (day.year, day.month, day.day))
