"""Dates told another way round: 13/05/2024, 24/5/1, May 1, 2024, 2024-W20, 2024Q3; and the capitals of cheques."""

from __future__ import annotations

import re
from datetime import date

from pipeline.values import edtf
from pipeline.values.cursor import Cursor
from pipeline.values.date.mention import Mention
from pipeline.values.date.point import Point, numeral_value

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = r"(?P<name>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
_Y = r"(?P<y>(?:19|20)[0-9]{2})(?![0-9])"
_D = r"(?P<d>3[01]|[12][0-9]|0?[1-9])"
_M = r"(?P<m>1[0-2]|0?[1-9])"
_NAMED = re.compile(rf"{_NAME} (?:{_D}(?:st|nd|rd|th)?,? ?)?(?<=[ ,]){_Y}")
_DAY_NAMED = re.compile(rf"{_D}(?:st|nd|rd|th)? {_NAME},? {_Y}")
_YEAR_LAST = re.compile(rf"(?P<a>[0-3]?[0-9])(?P<s>[-/.])(?P<b>[0-3]?[0-9])(?P=s){_Y}(?!(?P=s))")
_SHORT = re.compile(rf"(?P<y>[0-9]{{2}})(?P<s>[-/.]){_M}(?P=s){_D}(?![0-9]|(?P=s))")
_MONTH_LAST = re.compile(rf"(?P<m>0[1-9])/{_Y}(?!/)")
_WEEK = re.compile(r"(?P<y>(?:19|20)[0-9]{2})-?W(?P<w>[0-5][0-9])(?:-?(?P<d>[1-7]))?(?![0-9A-Za-z])")
_MONTH_ALONE = re.compile(r"(?P<y>(?:19|20)[0-9]{2})[-/](?P<m>[1-9])")
_PART = re.compile(r"(?P<y>(?:19|20)[0-9]{2}) ?(?P<p>Q[1-4]|H[12])(?![0-9A-Za-z])")
_C = "壹贰叁肆伍陆柒捌玖"
_CHEQUE = re.compile(rf"(?P<y>[壹贰][零〇{_C}]{{3}})年(?P<m>零?壹?拾[壹贰]?|零?[{_C}])月(?:(?P<d>零?[壹贰叁]?拾[{_C}]?|零?[{_C}])日)?")
_SMALL = str.maketrans(_C + "拾", "一二三四五六七八九十")


def foreign(cursor: Cursor, at: int) -> Mention | None:
    """A date in digits that does not begin with a year of four digits, or in weeks or quarters."""
    folded, high = cursor.folded, cursor.high
    before = folded[at - 1] if at else "\0"
    if before in "第/." or (before.isascii() and before.isalnum()):
        return None
    if folded[at + 1].isdigit() and folded[at + 2].isdigit():
        return _in_year(cursor, at)
    if (found := _YEAR_LAST.match(folded, at, high)) and not cursor.unit(found.end()):
        return _year_last(at, found)
    if (found := _SHORT.match(folded, at, high)) and (found["s"] == "/" or found.end() - at == high) and not cursor.unit(found.end()):
        return _mention(at, found.end(), Point(int(found["y"]), int(found["m"]), int(found["d"]), two_digits=True))
    if found := _DAY_NAMED.match(folded, at, high):
        return _named(at, found)
    found = _MONTH_LAST.match(folded, at, high)
    return _mention(at, found.end(), Point(int(found["y"]), int(found["m"]))) if found else None


def _in_year(cursor: Cursor, at: int) -> Mention | None:
    """2024-W20, 2024Q3; 2024-3 where it is all the text."""
    if at == 0 and (found := _MONTH_ALONE.match(cursor.folded, at, cursor.high)) and found.end() == cursor.high:
        return _mention(at, found.end(), Point(int(found["y"]), int(found["m"])))
    if found := _WEEK.match(cursor.folded, at, cursor.high):
        ends = week_ends(int(found["y"]), int(found["w"]), int(found["d"] or 0))
        return Mention(at, found.end(), fixed=ends, precision="day" if found["d"] else "part") if ends else None
    found = _PART.match(cursor.folded, at, cursor.high)
    return _mention(at, found.end(), Point(int(found["y"]), part=found["p"])) if found else None


def english(cursor: Cursor, at: int) -> Mention | None:
    """May 1, 2024; May 2024."""
    found = _NAMED.match(cursor.folded, at, cursor.high)
    if found is None or (at and cursor.folded[at - 1].isascii() and cursor.folded[at - 1].isalnum()):
        return None
    return _named(at, found)


def cheque(cursor: Cursor, at: int) -> Mention | None:
    """贰零贰肆年零伍月零壹日, as cheques have it."""
    found = _CHEQUE.match(cursor.folded, at, cursor.high)
    if found is None:
        return None
    y, m, d = (numeral_value(part.translate(_SMALL).removeprefix("零")) if part else None for part in found.group("y", "m", "d"))
    return _mention(at, found.end(), Point(y, m, d))


def week_ends(y: int, week: int, day: int) -> tuple[str, str] | None:
    """The days of an ISO week, or the one day of it."""
    try:
        return date.fromisocalendar(y, week, day or 1).isoformat(), date.fromisocalendar(y, week, day or 7).isoformat()
    except ValueError:
        return None


def _year_last(at: int, found: re.Match[str]) -> Mention | None:
    """The day is what cannot be a month; where both could, the month comes first with slashes, the day else."""
    first, second = int(found["a"]), int(found["b"])
    m, d = (first, second) if second > 12 or (first <= 12 and found["s"] == "/") else (second, first)
    return _mention(at, found.end(), Point(int(found["y"]), m, d)) if d else None


def _named(at: int, found: re.Match[str]) -> Mention | None:
    month = _NAMES.index(found["name"][:3].lower()) + 1
    return _mention(at, found.end(), Point(int(found["y"]), month, int(found["d"]) if found["d"] else None))


def _mention(at: int, end: int, point: Point) -> Mention | None:
    if point.m is not None and not edtf.possible(None if point.two_digits else point.y, point.m, point.d):
        return None
    return Mention(at, end, point)
