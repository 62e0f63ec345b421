"""Read one date off the text: year, then its part or its month, then its day."""

from __future__ import annotations

from pipeline.values.date.days import DAY, TEN_DAYS, lone_day
from pipeline.values.date.months import read_month
from pipeline.values.date.nth import read_nth
from pipeline.values.date.parts import read_part
from pipeline.values.date.point import Point, numeral_value
from pipeline.values.date.years import read_year


def read_point(folded: str, at: int, high: int, left: str) -> tuple[Point, int] | None:
    """The date that begins at `at` and its end. `left` is the text right before it, for forms that need it."""
    point = Point()
    end = read_year(folded, at, high, left, point)
    if end is None:
        return None
    has_year = end > at
    at_rest = end + (folded[end : end + 1] in ("的", " ") and has_year)
    rest = _rest(folded, at_rest, high, point, has_year, left)
    if rest is not None:
        return point, rest
    return (point, end) if has_year else None


def _rest(folded: str, at: int, high: int, point: Point, has_year: bool, left: str) -> int | None:
    """Part of year, or month and day. None where there is neither."""
    if at >= high or point.span is not None:
        return None
    if has_year and point.y_shift is not None and folded.startswith(("今天", "今日"), at):
        point.d_shift = 0
        return at + 2
    if has_year and (end := read_nth(folded, at, high, point)) is not None:
        return end
    if (end := read_part(folded, at, high, point, has_year)) is not None:
        return end
    month_end = read_month(folded, at, high, point)
    if month_end is None:
        return lone_day(folded, at, high, point, has_year, left)
    start = month_end + (folded[month_end : month_end + 1] in (" ", "的"))
    if point.pair:
        return month_end
    if folded[start] in "第最" and (end := read_nth(folded, start, high, point)) is not None:
        return end
    if (found := DAY.match(folded, start, high)) and numeral_value(found["d"]) <= 31:
        point.d = numeral_value(found["d"])
        return found.end()
    if found := TEN_DAYS.match(folded, start, high):
        point.part = (
            "T"
            + {
                "上": "1",
                "中": "2",
                "下": "3",
                "初": "1",
                "底": "3",
                "末": "3",
                "上中": "12",
                "中上": "12",
                "中下": "23",
                "上半": "A",
                "下半": "B",
            }[(found["half"] and found["half"] + "半") or found["tt"] or found["t"] or found["e"] or "中"]
        )
        return found.end()
    return month_end
