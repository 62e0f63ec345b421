"""EDTF ends of one point."""

from __future__ import annotations

from datetime import date

from pipeline.values import edtf
from pipeline.values.date.context import Context, Ends
from pipeline.values.date.day_ends import day_word_ends, lone_day_ends
from pipeline.values.date.foreign import week_ends
from pipeline.values.date.mention import Mention
from pipeline.values.date.missing import UNKNOWN, resolved_month, resolved_year
from pipeline.values.date.nth import nth_ends
from pipeline.values.date.part_months import months_of
from pipeline.values.date.point import Point


def point_ends(point: Point, context: Context, mention: Mention) -> Ends | None:
    """EDTF ends of a point; None where it names no day of the calendar."""
    if point.unknown:
        return None
    if point.span is not None:
        return span_ends(point)
    if point.quarter is not None:
        return quarter_ends(point.quarter, context.reference)
    if point.d_shift is not None or point.d_same is not None or point.week is not None or point.weekday is not None:
        return day_word_ends(point, context, mention)
    y, m, inferred = resolved_year(point, context, mention)
    if y == UNKNOWN:
        return None
    m, y, month_inferred = resolved_month(point, m, y, context)
    inferred = inferred or month_inferred
    if point.m is None and m is None and point.d is not None:
        return lone_day_ends(point.d, context, mention)
    if point.nth and y is not None:
        return nth_ends(point, y, m, inferred)
    if not edtf.possible(y, m, point.d):
        return None
    low, high = part_ends(point, y, m)
    return Ends(low, high, inferred, (y, m, point.d))


_EDGES = {"begin": "-01~", "end": "-12~", "mid": "-06~"}


def part_ends(point: Point, y: int | None, m: int | None) -> tuple[str, str]:
    """EDTF of the first and last day, month or year of a point in year `y` and month `m`."""
    part = point.part
    if part is None:
        text = edtf.ymd(y, m, point.d)
        return text, text
    if part[0] == "T" and m is not None:
        last = 31 if y is None else edtf.days_in(y, m)
        low, high = {"T1": (1, 10), "TA": (1, 15), "TB": (16, last), "T2": (11, 20), "T3": (21, last), "T12": (1, 20), "T23": (11, last)}[
            part
        ]
        return edtf.ymd(y, m, low), edtf.ymd(y, m, high)
    if part[0] == "W" and y is not None:
        return week_ends(y, int(part[1:]), 0) or (edtf.ymd(y),) * 2
    if part in _EDGES:
        return (edtf.ymd(y) + _EDGES[part],) * 2
    if part[0] in "BE" and part[1:].isdigit():
        return (f"{edtf.ymd(y, months_of(point)[0])}~",) * 2
    if part[0] == "S":
        return (f"{edtf.ymd(y)}-{part[1:]}",) * 2
    first, last_month = months_of(point)
    if first is None or last_month is None:
        return edtf.ymd(y), edtf.ymd(y)
    return edtf.ymd(y, first), edtf.ymd(y, min(last_month, 12))


def quarter_ends(shift: int, reference: date | None) -> Ends | None:
    """上季度, 本季度."""
    if reference is None:
        return None
    count = reference.year * 4 + (reference.month - 1) // 3 + shift
    y, first = count // 4, count % 4 * 3 + 1
    return Ends(edtf.ymd(y, first), edtf.ymd(y, first + 2), True, (y, first + 2, None))


_DECADE_PHASES = {
    "初": (0, 2),
    "初叶": (0, 2),
    "末叶": (7, 9),
    "初中期": (0, 6),
    "初期": (0, 2),
    "早期": (0, 2),
    "前期": (0, 4),
    "中期": (4, 6),
    "中": (4, 6),
    "中后期": (5, 9),
    "后期": (7, 9),
    "晚期": (7, 9),
    "末": (7, 9),
    "末期": (7, 9),
    "中叶": (4, 6),
}


def span_ends(point: Point) -> Ends:
    """Decades and centuries, with their phases."""
    first, years = point.span or 0, point.span_years
    if point.part is None:
        text = edtf.year(first)[: 3 if years == 10 else 2] + "X" * (1 if years == 10 else 2)
        return Ends(text, text, False, (None, None, None))
    low, high = _DECADE_PHASES[point.part]
    if years == 100:
        low, high = low * 10, high * 10 + 9
    return Ends(f"{edtf.year(first + low)}~", f"{edtf.year(first + high)}~", False, (None, None, None))
