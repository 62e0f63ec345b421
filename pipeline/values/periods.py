"""A date or period in the text: one point or two, the words around it that open or shift it, and its neighbours in a list."""

from __future__ import annotations

import re

from pipeline.values import edtf
from pipeline.values import points as p
from pipeline.values.mentions import Mention
from pipeline.values.point_reader import read_point
from pipeline.values.points import Point
from pipeline.values.tables import Cursor
from pipeline.values.wording import relative_day

JOIN = re.compile(r" ?(?:(?:起|开始)(?=[至到]))?(?:-{1,3}|~{1,2}|至|到) ?")
_CLOCK = re.compile(r" ?(?:上午|下午|晚上|晚|早上|凌晨|中午)? ?(?:[01]?[0-9]|2[0-4])(?::[0-5][0-9]|[时点](?:[0-5]?[0-9]分|半|整)?)(?= ?(?:-|~|至|到))")
_SINCE = re.compile(r"以来|至今|起(?![来步到点源重飞草诉始码义用伏居因搏身])(?:至今)?|开始(?=[,至])")
_BEFORE = re.compile(r"(?P<incl>及其?以前|(?<=[底末])(?:以前|之前|前))|(?:以|之)前|前(?![后三两二几个来往十五四六七八九一0-9夕身期往任沿者半所言])")
_AFTER = re.compile(r"(?:以|之)后|后(?![勤期台备续半方])")
_ABOUT = re.compile(r"左右|前后|许(?!可|多)|上下")
_DURING = re.compile(r"(?:全年)?(?:期间|间(?=[,。;、)]|$))|全年|全月|全天|当天|当日|同期|以内|内(?![容部设外在地])")
_UNTIL = re.compile(r"为止|止(?![于步境血])")
_PREFIX = re.compile(r"(?P<asof>截[至止](?:到|至|于)?|截)$|(?P<since>自从|自|从)(?:公元)?$|(?P<to>到|至|直到|直至)$|(?P<era>公元前?|西元|民国)$")
_FUTURE = re.compile(r"(?:将(?!近|军|来)|拟(?!定了)|计划|预计|定于|即将|力争|确保|争取)[^。!?\n]{0,8}$")
_FUTURE_AFTER = re.compile(r"[^。,;!?\n]{0,8}?(?:将(?!近|军)|即将|拟(?!定了))")


def period(cursor: Cursor, at: int) -> Mention | None:
    """The date that begins at `at` (a numeral or a word such as 去年), with role words on both sides."""
    folded = cursor.folded
    start = at - 1 if at > cursor.low and folded[at - 1] == "第" else at
    left = folded[max(cursor.low, start - 8) : start]
    read = numeric(cursor, at) or relative_day(cursor, at) or read_point(folded, at, cursor.high, left)
    if read is None:
        return None
    point, end = read
    mention = Mention(start, end, point)
    if point.pair:
        mention.b = _next(point) if point.span is None else Point(span=point.span + 10, span_years=10)
    else:
        _second(cursor, mention)
    _suffix(cursor, mention)
    _prefix(cursor, mention)
    mention.future = _future(folded, mention)
    weekly = point.weekday is not None and point.week is None
    mention.repeated = (weekly and _repeated(cursor, mention)) or (not point.has_year and folded.endswith(("每年", "每月", "每年的"), 0, mention.start))
    return mention


def compact(cursor: Cursor, at: int) -> Mention | None:
    """20120905, where no unit makes it a count."""
    found = p.COMPACT.match(cursor.folded, at, cursor.high)
    if found is None or cursor.unit(found.end()) or (cursor.char(at - 1).isascii() and cursor.char(at - 1) not in "\0\n\t :([") :
        return None
    if not edtf.possible(*(parts := (int(found["y"]), int(found["m"]), int(found["d"])))):
        return None
    return Mention(at, found.end(), Point(*parts))


_HABIT = re.compile(r"(?:全天)?(?:闭馆|开放|休馆|休息|全天|例行|固定|不开|正常)")


def _repeated(cursor: Cursor, mention: Mention) -> bool:
    """每周三, 周二至周日, 周一闭馆: no single day."""
    return mention.b is not None or cursor.char(mention.start - 1) in "每逢" or bool(_HABIT.match(cursor.folded, mention.end, cursor.high))



def _next(point: Point) -> Point:
    """The second half of a pair told in one: 七八月, 2010-11赛季."""
    return Point(m=point.m + 1) if point.m is not None else Point(y=(point.y or 0) + 1)


def numeric(cursor: Cursor, at: int) -> tuple[Point, int] | None:
    """2012-09-05, 2012.9.5, 2012/9/5, 2012-09."""
    folded = cursor.folded
    if folded[at] not in "12" or (at > cursor.low and folded[at - 1].isdigit()):
        return None
    if found := p.NUMERIC.match(folded, at, cursor.high):
        return Point(int(found["y"]), int(found["m"]), int(found["d"])), found.end()
    if found := p.SEASON_YEARS.match(folded, at, cursor.high):
        first = int(found["y"])
        if (first + 1) % 100 == int(found["e"]):
            return Point(first, pair=True), found.end()
    found = p.NUMERIC_MONTH.match(folded, at, cursor.high)
    if found and not cursor.unit(found.end()) and not (found["s"] == "." and folded[found.end() : found.end() + 1] in ("万", "亿", "多", "余")):
        return Point(int(found["y"] or found["ya"]), int(found["m"] or found["ma"])), found.end()
    return None


def _second(cursor: Cursor, mention: Mention) -> None:
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
    read = numeric(cursor, join.end()) or _numeric_end(folded, mention, join.end(), cursor.high)
    if read is None:
        at = join.end() + (folded[join.end()] == "第")
        found = p.BARE_END.match(folded, at, cursor.high) if p.BARE_RANGE.match(folded, mention.start, cursor.high) else None
        if found and first.m is None:
            read = read_point(folded, at, cursor.high, "") if not found[0][-1].isdigit() else (Point(int(found["y"])), found.end())
        elif at < cursor.high and (folded[at] in "0123456789一二三四五六七八九十廿元今明次上下同前后当本首翌"):
            read = read_point(folded, at, cursor.high, "")
    if read is None:
        read = relative_day(cursor, join.end())
    if read is None:
        return
    second = read[0]
    if first.d is not None and second.precision != "day" or second.has_year and not first.has_year and first.precision == "year":
        return
    mention.b, mention.end = second, read[1]


def _numeric_end(folded: str, mention: Mention, at: int, high: int) -> tuple[Point, int] | None:
    """The short right end of 2012.9.5-9.10 and 2012-09-05~10, of 2012.9-2013.3."""
    first = mention.a
    if first is None or folded[mention.end - 1] not in "0123456789" or first.m is None:
        return None
    if first.d is None:
        found = p.NUMERIC_MONTH_END.match(folded, at, high)
        return (Point(int(found["y"]), int(found["m"])), found.end()) if found else None
    found = p.NUMERIC_END.match(folded, at, high)
    if found is None or folded[found.end() : found.end() + 1] in ("月", "年"):
        return None
    end = found.end() + (folded[found.end() : found.end() + 1] in ("日", "号"))
    return Point(m=int(found["m"]) if found["m"] else None, d=int(found["d"])), end


def _suffix(cursor: Cursor, mention: Mention) -> None:
    folded, high = cursor.folded, cursor.high
    if found := _ABOUT.match(folded, mention.end, high):
        mention.approx, mention.end = True, found.end()
    if found := _DURING.match(folded, mention.end, high):
        mention.end = found.end()
        mention.same = found[0] == "同期"
    if found := _SINCE.match(folded, mention.end, high):
        mention.open, mention.end = "since", found.end()
    elif found := _BEFORE.match(folded, mention.end, high):
        mention.open, mention.end = ("before_or_at" if found["incl"] else "before"), found.end()
    elif found := _AFTER.match(folded, mention.end, high):
        mention.open, mention.end = "after", found.end()


def _prefix(cursor: Cursor, mention: Mention) -> None:
    folded = cursor.folded
    while True:
        found = _PREFIX.search(folded[max(cursor.low, mention.start - 4) : mention.start])
        if found is None:
            return
        if found["era"]:
            mention.start -= len(found[0])
            continue
        until = _UNTIL.match(folded, mention.end, cursor.high) if not found["since"] else None
        if found["asof"] or until:
            mention.open, mention.end = "as_of", until.end() if until else mention.end
            mention.start -= len(found[0])
        elif found["since"] and (mention.open == "since" or mention.b is not None):
            mention.start -= len(found[0])
        return


def _future(folded: str, mention: Mention) -> bool:
    return bool(_FUTURE.search(folded[max(0, mention.start - 14) : mention.start]) or _FUTURE_AFTER.match(folded, mention.end, mention.end + 12))
