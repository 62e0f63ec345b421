"""A date or period in the text: one point or two, and the words around it."""

from __future__ import annotations

import re

from pipeline.values.cursor import Cursor
from pipeline.values.date.day_words import relative_day
from pipeline.values.date.mention import Mention
from pipeline.values.date.numeric import numeric, numeric_end
from pipeline.values.date.point import Point
from pipeline.values.date.reader import read_point
from pipeline.values.date.roles import is_plan, prefix, suffix
from pipeline.values.date.years import BARE_END, BARE_RANGE

JOIN = re.compile(r" ?(?:(?:起|开始)(?=[至到]))?(?:-{1,3}|~{1,2}|至|到) ?")
_CLOCK = re.compile(
    r" ?(?:上午|下午|晚上|晚|早上|凌晨|中午)? ?(?:[01]?[0-9]|2[0-4])(?::[0-5][0-9]|[时点](?:[0-5]?[0-9]分|半|整)?)(?= ?(?:-|~|至|到))"
)
_ERA = re.compile(r"(?:(?:公元|西元)(?P<before>前)?|(?P<short>前))(?=[0-9一二三四五六七八九]{1,4}年)")
_HABIT = re.compile(r"(?:全天)?(?:闭馆|开放|休馆|休息|全天|例行|固定|不开|正常)")


def period(cursor: Cursor, at: int) -> Mention | None:
    """The date that begins at `at` (a numeral or a word such as 去年), with role words on both sides."""
    folded = cursor.folded
    start = at - 1 if at > cursor.low and folded[at - 1] == "第" else at
    left = folded[max(cursor.low, start - 8) : start]
    read = numeric(cursor, at) or relative_day(cursor, at) or read_point(folded, at, cursor.high, left)
    if read is None:
        return None
    point, end = read
    if start < at and point.precision == "day" and point.m is None and point.d is not None:
        return None  # 第3号
    if left.endswith(("农历", "阴历", "旧历")) or (left.endswith("闰") and point.m is not None):
        return Mention(start - (left[-1] == "闰"), end, role="vague")
    mention = Mention(start, end, point)
    if point.pair:
        mention.b = _next(point) if point.span is None else Point(span=point.span + 10, span_years=10)
    else:
        _other_end(cursor, mention)
    suffix(cursor, mention)
    prefix(cursor, mention)
    if not point.has_year:
        mention.future = is_plan(folded, mention)
        weekly = point.weekday is not None and point.week is None
        mention.repeated = (
            (weekly and _is_habit(cursor, mention))
            or folded.endswith(("每年", "每月", "每年的"), 0, mention.start)
            or folded[mention.start - 1 : mention.start + 1] in ("每年", "每月")
        )
    return mention


def _is_habit(cursor: Cursor, mention: Mention) -> bool:
    """每周三, 周二至周日, 周一闭馆: no single day."""
    return (
        mention.b is not None or cursor.char(mention.start - 1) in "每逢个" or bool(_HABIT.match(cursor.folded, mention.end, cursor.high))
    )


def _next(point: Point) -> Point:
    """The second half of a pair told in one: 七八月, 2010-11赛季."""
    if point.d_shift is not None:
        return Point(d_shift=point.d_shift + 1)
    if point.y_shift is not None and point.m is None:
        return Point(y_shift=point.y_shift + 1)
    return Point(m=point.m + 1) if point.m is not None else Point(y=(point.y or 0) + 1)


def _era_of(folded: str, mention: Mention) -> str:
    """The era that a second end takes from the first."""
    if folded.startswith("民国", mention.start - 2):
        return "民国"
    return "公元前" if mention.a and mention.a.y is not None and mention.a.y < 1 else ""


def _other_end(cursor: Cursor, mention: Mention) -> None:
    """The other end of a period; what it lacks it inherits when resolved."""
    folded, end = cursor.folded, mention.end
    if clock := _CLOCK.match(folded, end, cursor.high):
        end = clock.end()
    join = JOIN.match(folded, end, cursor.high)
    if join is None or join.end() >= cursor.high:
        return
    first = mention.a
    if first is None:
        return
    read = numeric(cursor, join.end()) or numeric_end(folded, mention, join.end(), cursor.high)
    if read is None:
        at = join.end() + (folded[join.end()] == "第")
        found = BARE_END.match(folded, at, cursor.high) if BARE_RANGE.match(folded, mention.start, cursor.high) else None
        if found and first.m is None:
            read = read_point(folded, at, cursor.high, "") if not found[0][-1].isdigit() else (Point(int(found["y"])), found.end())
        elif first.y is not None and first.y < 1 and (era := _ERA.match(folded, at, cursor.high)):
            read = read_point(folded, era.end(), cursor.high, "公元前" if era["before"] or era["short"] else "公元")
        elif at < cursor.high and (folded[at] in "0123456789一二三四五六七八九十廿元今明次上下同前后当本首翌"):
            read = read_point(folded, at, cursor.high, _era_of(folded, mention))
    if read is None:
        read = relative_day(cursor, join.end())
    if read is None:
        return
    second = read[0]
    if (first.d is not None and second.precision != "day") or (second.has_year and not first.has_year and first.precision == "year"):
        return
    mention.b, mention.end = second, read[1]
