"""The nth weekday of a month, the first or last day of a month or year: 5月第二个星期日, 2023年最后一天."""

from __future__ import annotations

import re
from datetime import date, timedelta

from pipeline.values import edtf
from pipeline.values.date.context import Ends
from pipeline.values.date.point import Point

_NTH = re.compile(r"(?:第(?P<n>[一二三四五1-5])|最后一)(?:个(?:周|星期|礼拜)(?P<d>[一二三四五六日天])|天)")


def read_nth(folded: str, at: int, high: int, point: Point) -> int | None:
    """The end of 第二个星期日 or 最后一天 behind a month or a year, put into `point`."""
    found = _NTH.match(folded, at, high)
    if found is None or (found["d"] is None and found["n"] not in (None, "一", "1")) or (found["d"] and point.m is None):
        return None
    n = ("一二三四五".find(found["n"]) + 1 or int(found["n"])) if found["n"] else -1
    point.nth = (n, 7 if found["d"] is None else "一二三四五六日".index("日" if found["d"] == "天" else found["d"]))
    return found.end()


def nth_ends(point: Point, y: int, m: int | None, inferred: bool) -> Ends | None:
    """The day that `point.nth` names in a month or year; None where there is none (第五个星期日)."""
    n, weekday = point.nth or (1, 7)
    if not 1 <= y <= 9998:
        return None
    first, last = (date(y, m, 1), date(y, m, edtf.days_in(y, m))) if m else (date(y, 1, 1), date(y, 12, 31))
    if weekday == 7:
        day = first if n > 0 else last
    elif n < 0:
        day = last - timedelta(days=(last.weekday() - weekday) % 7)
    else:
        day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (n - 1))
    return Ends(day.isoformat(), day.isoformat(), inferred, (y, day.month, day.day)) if day <= last else None
