"""From a date as read to EDTF: what it lacks comes from its sentence, then from the reference; nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pipeline.values import edtf
from pipeline.values.kinds import DateSpan
from pipeline.values.mentions import Mention
from pipeline.values.points import Point

_BREAK = re.compile(r"[。!?\n]")
MONTHS = {"H1": (1, 6), "H2": (7, 12), "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12)}
_EDGES = {"begin": "-01~", "end": "-12~", "mid": "-06~"}
_DECADE_PHASES = {"初": (0, 2), "初叶": (0, 2), "末叶": (7, 9), "初中期": (0, 6), "初期": (0, 2), "早期": (0, 2), "前期": (0, 4), "中期": (4, 6), "中": (4, 6), "中后期": (5, 9), "后期": (7, 9), "晚期": (7, 9), "末": (7, 9), "末期": (7, 9), "中叶": (4, 6)}


@dataclass(slots=True)
class Context:
    """What is known beside a date: the document's day, and the last dated neighbour with the offset where it ends."""

    reference: date | None
    folded: str
    previous: tuple[int | None, int | None, int | None] = (None, None, None)
    previous_end: int = 0
    previous_edtf: tuple[str, str] | None = None
    previous_inferred: bool = False

    def near(self, at: int) -> bool:
        """Whether the last date stands in the sentence of `at`."""
        return self.previous_edtf is not None and not _BREAK.search(self.folded, self.previous_end, at)


@dataclass(slots=True)
class Ends:
    """EDTF of the first and last part of a date; whether the reference filled something."""

    low: str
    high: str
    inferred: bool
    parts: tuple[int | None, int | None, int | None]


def resolve(mention: Mention, text: str, context: Context) -> DateSpan:
    """The date span of a mention. `context` is moved on."""
    ends, precision = _ends(mention, context)
    if ends is None:
        role = mention.role or ("duration" if mention.span else None) or ("as_of" if mention.open == "as_of" else "vague")
        return DateSpan(mention.start, mention.end, text[mention.start : mention.end], None, role=role)
    context.previous, context.previous_end, context.previous_edtf = ends.parts, mention.end, (ends.low, ends.high)
    context.previous_inferred = ends.inferred
    tilde = "~" if mention.approx else ""
    low, high = _with(ends.low, tilde), _with(ends.high, tilde)
    anchor = low if low == high else f"{low}/{high}"
    shown, role = _opened(mention.open, low, high, anchor)
    if shown is None:
        return DateSpan(mention.start, mention.end, text[mention.start : mention.end], None, role=role)
    earliest, latest = edtf.bounds(shown)
    return DateSpan(mention.start, mention.end, text[mention.start : mention.end], shown, earliest, latest, role, ends.inferred, precision, anchor)


def _with(end: str, tilde: str) -> str:
    return end if not tilde or end.endswith("~") else end + tilde


def _opened(opening: str | None, low: str, high: str, anchor: str) -> tuple[str | None, str]:
    """EDTF and role under a role word."""
    if opening is None:
        return anchor, "at"
    if opening == "since":
        return f"{low}/..", "since"
    if opening in ("as_of", "before_or_at"):
        return f"../{high}", "as_of" if opening == "as_of" else "until"
    if "XXXX" in anchor or "X" in anchor and opening == "after":
        return (None if "XXXX" not in anchor else anchor), "until" if opening == "before" else "since"
    if opening == "before":
        return f"../{edtf.neighbour(low, -1)}", "until"
    return f"{edtf.neighbour(high, 1)}/..", "since"


def _ends(mention: Mention, context: Context) -> tuple[Ends | None, str]:
    precision = mention.precision or "none"
    if mention.fixed:
        return Ends(*mention.fixed, False, (int(mention.fixed[1][:4]), None, None)), precision
    if mention.offset:
        return _offset(mention, context), precision
    if mention.doc_month and context.reference:
        month = edtf.ymd(context.reference.year, context.reference.month) + "~"
        return Ends(month, month, True, context.previous), "month"
    if mention.a is None or mention.repeated:
        return None, precision
    if mention.b is None:
        before = context.previous_edtf if mention.same and context.near(mention.start) else None
        ends = point_ends(mention.a, context, mention)
        if before and ends and ends.parts[0] is not None and mention.a.precision == "year":
            return _same_period(before, ends, ends.parts[0]), "range" if before[0] != before[1] else "month"
        return ends, mention.a.precision
    return _period(mention.a, mention.b, context, mention), "range"


def _same_period(before: tuple[str, str], ends: Ends, y: int) -> Ends:
    """去年同期: the period named before, in that year."""
    last = int(before[1][:4]) if before[1][:4].isdigit() else y
    first = int(before[0][:4]) if before[0][:4].isdigit() else last
    low, high = edtf.year(y - (last - first)) + before[0][4:], edtf.year(y) + before[1][4:]
    return Ends(low, high, ends.inferred, ends.parts)


def _offset(mention: Mention, context: Context) -> Ends | None:
    reference = context.reference
    if reference is None or mention.offset is None:
        return None
    count, unit, direction = mention.offset
    then = edtf.shifted(reference, count * direction, unit)
    if then is None:
        return None
    now = edtf.at(reference, unit)
    if mention.span:
        low, high = (then, now) if direction < 0 else (now, then)
        return Ends(f"{low}~", f"{high}~", True, context.previous)
    moment = then if unit == "day" else f"{then}~"
    return Ends(moment, moment, True, context.previous)


def _period(a: Point, b: Point, context: Context, mention: Mention) -> Ends | None:
    a, b = replace(a), replace(b)  # what was read is kept for another reference
    if not a.has_year and b.has_year and a.d_shift is None:
        second = point_ends(b, context, mention)
        if second is None:
            return None
        a.y = second.parts[0]
        if a.y is not None and a.m is not None and b.m is not None and (a.m, a.d or 0) > (b.m, b.d or 0):
            a.y -= 1
    if a.m is None and a.d is not None and b.m is not None:
        a.m = b.m - 1 or 12 if b.d is not None and a.d > b.d else b.m
    first = point_ends(a, context, mention)
    if first is None:
        return None
    inherited = _inherit(b, a, first)
    second = point_ends(b, context, mention)
    if second is None:
        return None
    if inherited and second.parts[0] is not None and _order(second) < _order(first):
        b.y = second.parts[0] + 1
        second = point_ends(b, context, mention)
        if second is None:
            return None
    return Ends(first.low, second.high, first.inferred or second.inferred, second.parts)


def _order(ends: Ends) -> tuple[int, int, int]:
    y, m, d = ends.parts
    return y or 0, m or 0, d or 0


def _inherit(b: Point, a: Point, first: Ends) -> bool:
    """Fill b's missing parts from a; whether its year came so."""
    if b.has_year or b.d_shift is not None or b.m_shift is not None or b.week is not None:
        return False
    b.y = first.parts[0]
    if b.m is None and b.d is not None:
        b.m = first.parts[1]
    return True


def point_ends(point: Point, context: Context, mention: Mention) -> Ends | None:
    """EDTF ends of a point; None where it names no day of the calendar."""
    if point.unknown:
        return None
    if point.span is not None:
        return _span(point)
    if point.quarter is not None:
        return _quarter(point.quarter, context.reference)
    if point.d_shift is not None or point.d_same is not None or point.week is not None or point.weekday is not None:
        return _day_word(point, context, mention)
    y, m, inferred = _year(point, context, mention)
    if y == -10000:
        return None
    m, y, month_inferred = _month(point, m, y, context)
    inferred = inferred or month_inferred
    if point.m is None and m is None and point.d is not None:
        found = _day_only(point.d, context, mention)
        return found
    if not edtf.possible(y, m, point.d):
        return None
    low, high = _with_part(point, y, m)
    return Ends(low, high, inferred, (y, m, point.d))


UNKNOWN = -10000


def _year(point: Point, context: Context, mention: Mention) -> tuple[int | None, int | None, bool]:
    reference, m = context.reference, point.m
    if point.y is not None:
        return (_pivot(point.y, reference) if point.two_digits else point.y), m, False
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
    if context.previous[0] is not None and context.near(mention.start):
        return context.previous[0], m, context.previous_inferred
    if reference is None:
        return None, m, False
    return _nearest(point, reference, mention), m, True


def _pivot(value: int, reference: date | None) -> int:
    """Two digits: the latest year that is not after the document's year + 1; without a document up to 2049."""
    limit = reference.year + 1 if reference else 2049
    century = limit // 100 * 100
    return century + value if century + value <= limit else century - 100 + value


def _nearest(point: Point, reference: date, mention: Mention) -> int:
    """The year that puts a year-less date nearest before the reference (after it, where it is told as a plan)."""
    first, last = _months_of(point)
    if first is None:
        return reference.year
    begins = (first, point.d or 1)
    here = (reference.month, reference.day)
    if mention.future:
        return reference.year + (begins < here and (last or first) < reference.month)
    if first == 1 and last and last > 1:
        begins = ((last + 1) // 2 + 1, 1)  # 上半年 told in January is last year's
    return reference.year - (begins > here)


def _months_of(point: Point) -> tuple[int | None, int | None]:
    if point.m is not None:
        return point.m, point.m
    part = point.part or ""
    if part in MONTHS:
        return MONTHS[part]
    if part[:1] in ("M", "N"):
        return 1, int(part[1:]) * (3 if part[0] == "N" else 1)
    return {"begin": (1, 1), "end": (12, 12), "mid": (6, 6)}.get(part, (None, None))


def _month(point: Point, m: int | None, y: int | None, context: Context) -> tuple[int | None, int | None, bool]:
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


def _day_only(d: int, context: Context, mention: Mention) -> Ends | None:
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


def _day_word(point: Point, context: Context, mention: Mention) -> Ends | None:
    reference = context.reference
    if point.d_same is not None:
        y, m, d = context.previous
        if y is None or m is None or d is None or not edtf.possible(y, m, d):
            return None
        return _day(date(y, m, d) + timedelta(days=point.d_same), False)
    if reference is None:
        return None
    if point.d_shift is not None:
        return _day(reference + timedelta(days=point.d_shift), True)
    monday = reference - timedelta(days=reference.weekday())
    if point.week is None:
        day = monday + timedelta(days=point.weekday or 0)
        if day > reference and not mention.future:
            day -= timedelta(days=7)
        return _day(day, True)
    monday += timedelta(days=7 * point.week)
    if point.weekday is not None:
        return _day(monday + timedelta(days=point.weekday), True)
    first = monday + timedelta(days=5 if point.part == "weekend" else 0)
    last = monday + timedelta(days=6)
    return Ends(first.isoformat(), last.isoformat(), True, (last.year, last.month, last.day))


def _day(day: date, inferred: bool) -> Ends:
    return Ends(day.isoformat(), day.isoformat(), inferred, (day.year, day.month, day.day))


def _quarter(shift: int, reference: date | None) -> Ends | None:
    """上季度, 本季度."""
    if reference is None:
        return None
    count = reference.year * 4 + (reference.month - 1) // 3 + shift
    y, first = count // 4, count % 4 * 3 + 1
    return Ends(edtf.ymd(y, first), edtf.ymd(y, first + 2), True, (y, first + 2, None))


def _span(point: Point) -> Ends:
    """Decades and centuries, with their phases."""
    first, years = point.span or 0, point.span_years
    if point.part is None:
        text = edtf.year(first)[: 3 if years == 10 else 2] + "X" * (1 if years == 10 else 2)
        return Ends(text, text, False, (None, None, None))
    low, high = _DECADE_PHASES[point.part]
    if years == 100:
        low, high = low * 10, high * 10 + 9
    return Ends(f"{edtf.year(first + low)}~", f"{edtf.year(first + high)}~", False, (None, None, None))


def _with_part(point: Point, y: int | None, m: int | None) -> tuple[str, str]:
    part = point.part
    if part is None:
        text = edtf.ymd(y, m, point.d)
        return text, text
    if part[0] == "T" and m is not None:
        last = 31 if y is None else edtf.days_in(y, m)
        first, end = {"T1": (1, 10), "T2": (11, 20), "T3": (21, last), "T12": (1, 20), "T23": (11, last)}[part]
        return edtf.ymd(y, m, first), edtf.ymd(y, m, end)
    if part in _EDGES:
        return (edtf.ymd(y) + _EDGES[part],) * 2
    if part[0] == "S":
        return (f"{edtf.ymd(y)}-{part[1:]}",) * 2
    first, end = _months_of(point)
    if first is None or end is None:
        return edtf.ymd(y), edtf.ymd(y)
    if end > 12:
        end = 12
    return edtf.ymd(y, first), edtf.ymd(y, end)
