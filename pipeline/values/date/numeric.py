"""Dates in digits alone: 2012-09-05, 2012.9.5-9.10, 20120905, 2012-13学年."""

from __future__ import annotations

import re

from pipeline.values import edtf
from pipeline.values.cursor import Cursor
from pipeline.values.date.mention import Mention
from pipeline.values.date.point import Point

NUMERIC = re.compile(
    r"(?P<y>(?:1[6-9]|20)[0-9]{2})(?P<s>[-./])(?P<m>1[0-2]|0?[1-9])(?P=s)(?P<d>3[01]|[12][0-9]|0?[1-9])(?![0-9])(?!(?P=s)[0-9])"
)
SEASON_YEARS = re.compile(r"(?P<y>(?:19|20)[0-9]{2})(?:-|/|~)(?P<e>(?:19|20)?[0-9]{2})(?:赛季|学年度?|年度)")
NUMERIC_END = re.compile(r"(?:(?P<m>1[0-2]|0?[1-9])[./-])?(?P<d>3[01]|[12][0-9]|0?[1-9])(?![0-9.万亿])")
NUMERIC_MONTH = re.compile(
    r"(?P<y>(?:19|20)[0-9]{2})(?P<s>[-./])(?P<m>1[0-2]|0[1-9])(?![0-9%])(?!(?P=s)[0-9])|(?P<ya>(?:19|20)[0-9]{2})\.(?P<ma>1[0-2]|[1-9])(?= ?(?:-|~|至|到) ?(?:19|20)[0-9]{2}\.)"
)
NUMERIC_MONTH_END = re.compile(r"(?P<y>(?:19|20)[0-9]{2})[-./](?P<m>1[0-2]|0?[1-9])(?![0-9.])")
_APOSTROPHE = re.compile(
    r"(?<=['‘’])(?P<y>[0-9]{2})(?P<s>[.\-/])(?P<m>1[0-2]|0?[1-9])(?:(?P=s)(?P<d>3[01]|[12][0-9]|0?[1-9]))?(?![0-9])(?!(?P=s)[0-9])"
)
COMPACT = re.compile(r"(?P<y>(?:19|20)[0-9]{2})(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12][0-9]|3[01])(?![0-9])")

_COMPACT_END = re.compile(rf" ?(?:-|~|至|到) ?{COMPACT.pattern}")


def numeric(cursor: Cursor, at: int) -> tuple[Point, int] | None:
    """2012-09-05, 2012.9.5, 2012/9/5, 2012-09."""
    folded = cursor.folded
    if folded[at] not in "12" or (at > cursor.low and folded[at - 1].isdigit()):
        return None
    if found := NUMERIC.match(folded, at, cursor.high):
        return Point(int(found["y"]), int(found["m"]), int(found["d"])), found.end()
    if found := SEASON_YEARS.match(folded, at, cursor.high):
        first = int(found["y"])
        if (first + 1) % 100 == int(found["e"]) or first + 1 == int(found["e"]):
            return Point(first, pair=True), found.end()
    found = NUMERIC_MONTH.match(folded, at, cursor.high)
    if (
        found
        and not cursor.unit(found.end())
        and not (found["s"] == "." and folded[found.end() : found.end() + 1] in ("万", "亿", "多", "余"))
    ):
        return Point(int(found["y"] or found["ya"]), int(found["m"] or found["ma"])), found.end()
    return None


def numeric_end(folded: str, mention: Mention, at: int, high: int) -> tuple[Point, int] | None:
    """The short right end of 2012.9.5-9.10 and 2012-09-05~10, of 2012.9-2013.3."""
    first = mention.a
    if first is None or folded[mention.end - 1] not in "0123456789" or first.m is None:
        return None
    if first.d is None:
        found = NUMERIC_MONTH_END.match(folded, at, high)
        return (Point(int(found["y"]), int(found["m"])), found.end()) if found else None
    found = NUMERIC_END.match(folded, at, high)
    if found is None or folded[found.end() : found.end() + 1] in ("月", "年"):
        return None
    end = found.end() + (folded[found.end() : found.end() + 1] in ("日", "号"))
    return Point(m=int(found["m"]) if found["m"] else None, d=int(found["d"])), end


def apostrophe(cursor: Cursor, at: int) -> Mention | None:
    """’08.9.1: the century left out."""
    found = _APOSTROPHE.match(cursor.folded, at, cursor.high)
    if found is None:
        return None
    y, m, d = int(found["y"]), int(found["m"]), int(found["d"]) if found["d"] else None
    return Mention(at, found.end(), Point(y, m, d, two_digits=True))


def compact(cursor: Cursor, at: int) -> Mention | None:
    """20120905, where no unit makes it a count."""
    found = COMPACT.match(cursor.folded, at, cursor.high)
    if found is None or cursor.unit(found.end()) or (cursor.char(at - 1).isascii() and cursor.char(at - 1) not in "\0\n\t :(["):
        return None
    if not edtf.possible(*(parts := (int(found["y"]), int(found["m"]), int(found["d"])))):
        return None
    mention = Mention(at, found.end(), Point(*parts))
    if second := _COMPACT_END.match(cursor.folded, mention.end, cursor.high):
        last = (int(second["y"]), int(second["m"]), int(second["d"]))
        if edtf.possible(*last) and parts < last:
            mention.b, mention.end = Point(*last), second.end()
    return mention
