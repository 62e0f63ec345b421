"""Dates and periods of a text as EDTF. First cut of the grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from pipeline.fold import fold
from pipeline.values import edtf
from pipeline.values.kinds import DateSpan
from pipeline.values.lexicon import DEFAULT, Lexicon
from pipeline.values.numerals import hanzi

_N = r"(?:[1-4]?\d|[一二三四]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_YEAR = r"(?P<y>[12]\d{3}|[一二][〇零○O0一二三四五六七八九]{3}|\d{2}(?=年(?:\d|[一二三四五六七八九十]|底|初|末|代|上|下|春|夏|秋|冬|以|之|前|后|第)))年(?:度|份)?"
_RELATIVE = r"(?P<ry>去年|今年|明年|前年|后年|本年度?|当年|同年|上年度?|次年|翌年|该年|上一年|下一年)"
_PART = r"(?P<part>年?(?:上半年|下半年|[上下]半年)|(?:第?(?P<q>[一二三四1-4])季度)|(?P<fq>前(?P<fqn>[二两三23])个?季度)|(?P<fm>前(?P<fmn>[一二三四五六七八九十]{1,2}|\d{1,2})个月)|年?[初底末中](?![期级高学级])|春季?|夏季?|秋季?|冬季?)"
_MONTH = r"(?P<m>(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]|元)月份?)"
_RM = r"(?P<rm>上个?月|本月|当月|下个?月|这个月)"
_DAY = rf"(?P<d>(?:[12]\d|3[01]|0?[1-9]|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号](?!报))"
_SUB = r"(?P<sub>[上中下]旬|[初底末](?![中高级期学]))"
POINT = re.compile(
    rf"(?:公元)?(?:(?:{_YEAR}|{_RELATIVE})(?:的)?)?(?:{_PART}|(?:{_MONTH}|{_RM})?(?:{_DAY}|(?<=[月份]){_SUB})?)"
    r"(?P<wd>\((?:星期|周)[一二三四五六日天]\)|(?:星期|周)[一二三四五六日天])?"
)
ISO = re.compile(r"(?<![\d.])(?P<y>(?:19|20)\d{2})(?P<s>[-./])(?P<m>0?[1-9]|1[0-2])(?P=s)(?P<d>3[01]|[12]\d|0?[1-9])(?![\d])")
COMPACT = re.compile(r"(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
PLAN = re.compile(r"[“\"]?十([一二三四五])五[”\"]?(?:规划)?(?:期间|时期|末期?|初期?|以来)")
VAGUE = re.compile(r"近年来?|近几年来?|几年来|近来|日前|近日|近期|目前|以往|历年来?|多年来|当前|日后|(?:[一二两三四五六七八九十\d]{1,3})年[间来]")
LAST = re.compile(r"(?:近|过去|最近)([一二两三四五六七八九十]{1,2}|\d{1,2})年(?:[来间]|以来)?")
JOIN = re.compile(r"\s?(?:-|~|至|到|—|－)\s?")
LEFT = re.compile(r"(?P<y>[12]\d{3})(?=\s?(?:-|~|至|到)\s?[12]\d{3}年)|(?P<m>1[0-2]|[1-9])(?=\s?(?:-|~|至|到)\s?(?:1[0-2]|[1-9])月)|(?P<d>[12]?\d|3[01])(?=\s?(?:-|~|至|到)\s?(?:3[01]|[12]?\d)[日号])|(?P<ly>(?:19|20)\d{2})(?=[、,和](?:19|20)\d{2}年)")
LEAD = re.compile(r"截[至止]|[\d一二三四五六七八九十元去今明前后本当同上次翌该下第春夏秋冬公自从至“这近日目以历多几过最新改]")
SINCE = re.compile(r"以来|起(?!来|步|到|点)|至今|开始")
BEFORE = re.compile(r"及以前|以前|之前|前(?!后|三|两|二|几|个|来|往|十)|底前")
AFTER = re.compile(r"以后|之后|后(?!勤|期)")
PREFIX = re.compile(r"(?P<asof>截[至止](?:到|至)?|(?:到|至)(?=[^,。;]{1,12}(?:为止|止)))|自|从")


@dataclass(frozen=True, slots=True)
class _Point:
    y: int | None = None
    m: int | None = None
    d: int | None = None
    part: str | None = None
    shift: int | None = None  # a year told from the reference
    month_shift: int | None = None


def _num(text: str) -> int:
    return 1 if text == "元" else int(hanzi(text))


_SHIFT = {"去": -1, "上": -1, "今": 0, "本": 0, "当": 0, "同": 0, "该": 0, "明": 1, "次": 1, "翌": 1, "下": 1, "前": -2, "后": 2}


def _point(found: re.Match[str]) -> _Point | None:
    group = found.groupdict()
    if not any(group.get(name) for name in ("y", "ry", "part", "m", "rm", "d")):
        return None
    y = _num(group["y"].replace("O", "0").replace("○", "0")) if group["y"] else None
    if y is not None and y < 100:
        y += 1900 if y > 30 else 2000
    return _Point(
        y,
        _num(group["m"].rstrip("份").rstrip("月")) if group["m"] else None,
        _num(group["d"][:-1]) if group["d"] else None,
        group["sub"] or group["part"],
        _SHIFT[group["ry"][0]] if group["ry"] else None,
        {"上": -1, "本": 0, "当": 0, "这": 0, "下": 1}[group["rm"][0]] if group["rm"] else None,
    )


def _resolve(point: _Point, reference: date | None) -> tuple[str, str, bool, str] | None:
    """EDTF of first and last, whether inferred, precision."""
    y, m, d, inferred = point.y, point.m, point.d, False
    if point.shift is not None:
        if reference is None:
            return None
        y, inferred = reference.year + point.shift, True
    if point.month_shift is not None:
        if reference is None:
            return None
        months = (y or reference.year) * 12 + reference.month - 1 + point.month_shift
        y, m, inferred = months // 12, months % 12 + 1, True
    if y is None and m is None and d is not None:
        if reference is None:
            return None
        y, m, inferred = reference.year, reference.month, True
        if d > reference.day:
            y, m = (y, m - 1) if m > 1 else (y - 1, 12)
    elif y is None and reference is not None:
        y, inferred = reference.year, True
        if m is not None and (m, d or 1) > (reference.month, reference.day):
            y -= 1
    if not edtf.possible(y, m, d):
        return None
    return (*_parts(point, y, m, d), inferred, "")  # type: ignore[return-value]


def _parts(point: _Point, y: int | None, m: int | None, d: int | None) -> tuple[str, str]:
    part = point.part or ""
    months = None
    if m is None and part:
        for mark, span in (("上半年", (1, 6)), ("下半年", (7, 12))):
            if mark in part:
                months = span
        quarter = re.search(r"第?([一二三四1-4])季", part)
        first = re.match(r"前(.+?)个?(季度|月)", part)
        if quarter:
            q = _num(quarter[1])
            months = (3 * q - 2, 3 * q)
        elif first:
            months = (1, _num(first[1].replace("个", "")) * (3 if first[2] == "季度" else 1))
        if months:
            return edtf.ymd(y, months[0]), edtf.ymd(y, months[1])
        for char, to in (("初", "-01~"), ("底", "-12~"), ("末", "-12~"), ("中", "-06~"), ("春", "-21"), ("夏", "-22"), ("秋", "-23"), ("冬", "-24")):
            if char in part:
                return (edtf.ymd(y) + to,) * 2
    if m is not None and part:
        last = 31 if y is None else edtf.bounds(edtf.ymd(y, m))[1].day  # type: ignore[union-attr]
        days = {"上": (1, 10), "中": (11, 20), "下": (21, last), "初": (1, 10), "底": (21, last), "末": (21, last)}[part[0]]
        return edtf.ymd(y, m, days[0]), edtf.ymd(y, m, days[1])
    return (edtf.ymd(y, m, d),) * 2


def as_date(reference: str | date | None) -> date | None:
    """The reference as a day: the last day of an EDTF string."""
    if reference is None or isinstance(reference, date):
        return reference
    low, high = edtf.bounds(reference)
    return high or low


def dates(text: str, reference: str | date | None = None, lexicon: Lexicon = DEFAULT) -> list[DateSpan]:
    """Dates, periods, lengths and vague dates of `text`, in order.

    `reference` is the document's date (EDTF or `datetime.date`); without it nothing is guessed.
    """
    return list(_dates(text, as_date(reference), lexicon))


@lru_cache(maxsize=8)
def _dates(text: str, reference: date | None, lexicon: Lexicon) -> tuple[DateSpan, ...]:
    return tuple(_scan(text, fold(text), reference))


def _scan(text: str, folded: str, reference: date | None) -> Iterator[DateSpan]:
    position = 0
    while found := LEAD.search(folded, position):
        span = _at(text, folded, found.start(), reference)
        if span is None:
            position = found.start() + 1
            if folded[found.start()].isdigit():
                while position < len(folded) and folded[position].isdigit():
                    position += 1
        else:
            yield span
            position = span.end


def _make(text: str, start: int, end: int, low: str, high: str, role: str, inferred: bool, precision: str) -> DateSpan:
    anchor = low if low == high else f"{low}/{high}"
    shown = anchor
    if role == "since":
        shown = f"{low}/.."
    elif role in ("as_of", "until"):
        shown = f"../{high}"
    earliest, latest = edtf.bounds(shown)
    return DateSpan(start, end, text[start:end], shown, earliest, latest, role, inferred, precision, anchor)


def _at(text: str, folded: str, start: int, reference: date | None) -> DateSpan | None:
    for pattern in (ISO, COMPACT):
        if found := pattern.match(folded, start):
            y, m, d = (int(found["y"]), int(found["m"]), int(found["d"])) if pattern is ISO else (int(g) for g in found.groups())
            if edtf.possible(y, m, d):
                return _make(text, start, found.end(), edtf.ymd(y, m, d), edtf.ymd(y, m, d), "at", False, "day")
    if found := PLAN.match(folded, start):
        first = 1951 + 5 * (10 + _num(found[1]))
        return _make(text, start, found.end(), str(first), str(first + 4), "at", False, "plan")
    if found := LAST.match(folded, start):
        n = _num(found[1])
        if reference is None:
            return DateSpan(start, found.end(), text[start : found.end()], None, role="duration")
        return _make(text, start, found.end(), f"{reference.year - n}~", f"{reference.year}~", "at", True, "range")
    if found := VAGUE.match(folded, start):
        role = "duration" if found[0][0] in "一二两三四五六七八九十0123456789" else "vague"
        return DateSpan(start, found.end(), text[start : found.end()], None, role=role)
    prefix = PREFIX.match(folded, start)
    return _period(text, folded, start, prefix, reference)


def _one(folded: str, position: int) -> tuple[_Point, int] | None:
    if left := LEFT.match(folded, position):
        if left["y"] or left["ly"]:
            return _Point(y=int(left["y"] or left["ly"])), left.end()
        return (_Point(m=int(left["m"])) if left["m"] else _Point(d=int(left["d"]))), left.end()
    found = POINT.match(folded, position)
    point = _point(found) if found else None
    if found is None or point is None:
        return None
    year = re.match(r"[12]\d{3}年", folded[position : position + 5])
    after = LEFT.match(folded, found.end()) if year and found.end() == position + 5 else None
    if after and (after["m"] or after["d"]):
        return replace(point, m=int(after["m"]) if after["m"] else None), after.end()
    if point.m is not None and point.d is None and after is None and (day := LEFT.match(folded, found.end())) and day["d"]:
        return replace(point, d=int(day["d"])), day.end()
    return point, found.end()


def _period(text: str, folded: str, start: int, prefix: re.Match[str] | None, reference: date | None) -> DateSpan | None:
    position = prefix.end() if prefix else start
    one = _one(folded, position)
    if one is None:
        return None
    a, end = one
    b = None
    if (join := JOIN.match(folded, end)) and (two := _one(folded, join.end())):
        b, end = two
        if b.y is None and b.shift is None and a.y is not None:
            b = replace(b, y=a.y)
        if b.m is None and b.part is None and b.d is not None:
            b = replace(b, m=a.m)
        if a.y is None and a.shift is None and (b.y is not None):
            a = replace(a, y=b.y)
    low, high = _resolve(a, reference), _resolve(b, reference) if b else None
    if low is None or (b and high is None):
        return DateSpan(start, end, text[start:end], None, role="vague") if folded[start].isdigit() else None
    role = "as_of" if prefix and prefix["asof"] else "at"
    if found := SINCE.match(folded, end):
        role, end = "since", found.end()
    elif found := BEFORE.match(folded, end):
        role, end = "until", found.end()
    elif found := AFTER.match(folded, end):
        role, end = "since", found.end()
    precision = "range" if b else "day" if a.d else "month" if a.m and not a.part else "year" if not a.part else "part"
    return _make(text, start, end, low[0], (high or low)[1], role, low[2], precision)
