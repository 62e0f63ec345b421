"""The two ends of a period: each inherits what it lacks from the other."""

from __future__ import annotations

from dataclasses import replace

from pipeline.values.date.context import Context, Ends
from pipeline.values.date.ends import point_ends
from pipeline.values.date.mention import Mention
from pipeline.values.date.point import Point


def period_ends(a: Point, b: Point, context: Context, mention: Mention) -> Ends | None:
    """The ends of A to B: B inherits what it lacks from A, A its year from B."""
    a, b = replace(a), replace(b)  # what was read is kept for another reference
    if a.week is not None and b.weekday is not None and b.week is None:
        b.week = a.week
    if not a.has_year and b.has_year and b.y_same is None and a.d_shift is None:
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
    if b.y_same is not None and first.parts[0] is not None:
        b.y, b.y_same = first.parts[0] + b.y_same, None  # 至次年1月
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
