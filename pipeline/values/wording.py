"""Dates that are words or names: five-year plans, holidays, vague times, lunar days, reigns, and two events."""

from __future__ import annotations

import re
from functools import cache

from pipeline.values import points as p
from pipeline.values.kinds import Number
from pipeline.values.lexicon import Lexicon
from pipeline.values.mentions import Mention
from pipeline.values.points import Point, number
from pipeline.values.tables import Cursor

_PLAN = re.compile(
    r"(?P<n>十[一二三四五六七八九]?|[一二三四五六七八九])(?:个)?五(?P<close>[”\"’'」])?(?P<word>规划(?:期间|时期|末期?|初期?)|计划(?:期间|时期)|期间|时期|以来|末期?(?!尾)|初期?(?!中)|中期|期(?:初|末|内))"
)
_LUNAR = re.compile(
    r"(?:农历|阴历|旧历)?(?:正月|腊月|冬月|[一二三四五六七八九十]{1,2}月)(?:初[一二三四五六七八九十]|(?:[一二]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[二三五七九])(?![日号年月个一二三四五六七八九十百千万]))?"
)
_LUNAR_DAY = re.compile(r"(?:大年|年)初[一二三四五六七八九十]|初[一二三四五六七八九十](?=[,至到、])")
_EVENTS = ((re.compile(r"新中国成立(?:以来|(?:以|之)?后|起)"), "1949-10-01"), (re.compile(r"改革开放(?:以来|(?:以|之)?后)"), "1978-12"))


_PLAN_NAME = re.compile(r"(?P<n>十[一二三四五六七八九]?|[一二三四五六七八九])五[”\"’'」]?(?=规划|计划|纲要|发展|重点|建设|开局|目标|收官)")


def plan_name(cursor: Cursor, at: int) -> Number | None:
    """十二五规划: the name of a plan."""
    found = _PLAN_NAME.match(cursor.folded, at, cursor.high)
    if found is None:
        return None
    return Number(at, found.end("n") + 1, cursor.text[at : found.end("n") + 1], at, found.end("n") + 1, None, kind="name")


def plan(cursor: Cursor, at: int) -> Mention | None:
    """“十二五”期间 is 2011/2015; 十二五规划 alone is a name."""
    found = _PLAN.match(cursor.folded, at, cursor.high)
    if found is None:
        return None
    n = number(found["n"])
    if n < 1 or n > 20:
        return None
    first, last = ({1: (1953, 1957), 2: (1958, 1962)}).get(n, (1951 + 5 * n, 1955 + 5 * n))
    quoted = at > cursor.low and cursor.folded[at - 1] in "“\"‘'「"
    if not quoted and n < 10 and found["word"] not in ("期间", "时期", "计划期间", "计划时期"):
        return None
    start = at - 1 if quoted and found["close"] else at
    word = found["word"]
    mention = Mention(start, found.end(), fixed=(str(first), str(last)), precision="plan")
    if word == "以来":
        mention.open = "since"
    elif "末" in word:
        mention.fixed = (f"{last}~", f"{last}~")
    elif "初" in word:
        mention.fixed = (f"{first}~", f"{first}~")
    return mention


def lunar(cursor: Cursor, at: int) -> Mention | None:
    """正月初八, 农历八月十五, 腊月: no Gregorian date."""
    found = _LUNAR.match(cursor.folded, at, cursor.high) or _LUNAR_DAY.match(cursor.folded, at, cursor.high)
    if found is None:
        return None
    text = found[0]
    marked = text[0] in "农阴旧正腊冬年大" or "初" in text or cursor.folded[max(cursor.low, at - 2) : at] in ("农历", "阴历")
    if not marked and text.endswith("月"):
        return None
    return Mention(at, found.end(), role="vague")


def reign(cursor: Cursor, at: int) -> Mention | None:
    """光绪三十年: kept as text."""
    left = cursor.folded[max(cursor.low, at - 2) : at]
    if left not in cursor.tables.lexicon.lists["eras"]:
        return None
    found = re.compile(r"(?:元|[0-9]{1,2}|[一二三四五六七八九十]{1,3})年").match(cursor.folded, at, cursor.high)
    return Mention(at - 2, found.end(), role="vague") if found else None


@cache
def words(lexicon: Lexicon) -> re.Pattern[str]:
    """The vague times and holidays of a lexicon, longest first."""
    entries = sorted((*lexicon.lists["vague"], *lexicon.lists["holidays"]), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, entries)))


def wording(cursor: Cursor, at: int) -> Mention | None:
    """A word that tells a time without a number: 日前, 近年来, 春节, 昨天, 上周三, 新中国成立以来."""
    folded = cursor.folded
    for pattern, since in _EVENTS:
        if found := pattern.match(folded, at, cursor.high):
            return Mention(at, found.end(), fixed=(since, since), open="since", precision="day" if len(since) > 7 else "month")
    if folded.startswith("民国元年", at):
        return Mention(at, at + 4, fixed=("1912", "1912"), precision="year")
    found = words(cursor.tables.lexicon).match(folded, at, cursor.high)
    if found is None or (found[0][0] == "历" and cursor.char(at - 1) in "万农公阳阴") or (found[0] in ("现在", "最近") and cursor.char(at - 1) in "展出体呈表实发重再") or (found[0] == "最近" and not _alone(cursor, found.end())):
        return None
    if found[0] in ("未来", "今后", "最近") and _COUNTED.match(folded, found.end(), cursor.high):
        return None
    asof = re.compile(r"截[至止](?:到|至)?$").search(folded[max(cursor.low, at - 3) : at])
    start = at - len(asof[0]) if asof else at
    return Mention(start, found.end(), role="as_of" if asof else "vague", doc_month=found[0] in ("日前", "近日", "近期"))


_COUNTED = re.compile("的?[0-9一二两三四五六七八九十几]")


def _alone(cursor: Cursor, end: int) -> bool:
    """Whether 最近 is no superlative: 最近对焦距离."""
    return cursor.char(end) in ",，。的一几我他她这举开又在完,"


_HOLIDAY = re.compile(
    r"(?P<open>[“\"'‘「]?)(?:五一|十一|六一|七一|八一|三八|五四|元旦)(?P<close>[”\"'’」]?)"
    r"(?:国际劳动节|劳动节|国际儿童节|儿童节|建党节|建军节|国际妇女节|妇女节|青年节|国庆节|国庆|节)?(?:假期|小长假|长假|期间|前夕|黄金周|节日|当天)?"
)


def holiday(cursor: Cursor, at: int) -> Mention | None:
    """五一黄金周, “十一”假期, 六一儿童节: a day that the page does not date."""
    start = at - 1 if at > cursor.low and cursor.folded[at - 1] in "“\"'‘「" else at
    found = _HOLIDAY.match(cursor.folded, start, cursor.high)
    if found is None or bool(found["open"]) != bool(found["close"]) or found.end() - start - 2 * bool(found["open"]) <= 2:
        return None
    if cursor.folded.startswith(("节约", "节能", "节目"), found.end() - 1) or cursor.folded.startswith(("劳动奖", "红旗", "奖"), found.end()):
        return None
    return Mention(start, found.end(), role="vague")


def relative_day(cursor: Cursor, at: int) -> tuple[Point, int] | None:
    """昨天, 当天, 上周三, 本周, 周五."""
    folded = cursor.folded
    if found := p.DAY_WORD.match(folded, at, cursor.high):
        word = found["w"][:-1]
        return (Point(d_shift=p.DAY_SHIFT[word]) if word in p.DAY_SHIFT else Point(d_same=p.DAY_SAME[word])), found.end()
    if found := p.WEEK_WORD.match(folded, at, cursor.high):
        word = found["w"].removesuffix("个")
        shift = {"上上": -2, "上": -1, "本": 0, "这": 0, "当": 0, "下": 1, "下下": 2}[word]
        day = found["d"]
        if day == "末":
            return Point(week=shift, part="weekend"), found.end()
        return Point(week=shift, weekday="一二三四五六日".index("日" if day == "天" else day) if day else None), found.end()
    if found := p.WEEKDAY.match(folded, at, cursor.high):
        return Point(weekday="一二三四五六日".index("日" if found["d"] == "天" else found["d"])), found.end()
    return None
