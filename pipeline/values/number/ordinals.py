"""Ranks and grades: 第四次, 第三届至第五届, 首届, 一等奖, 4A级. Never counts."""

from __future__ import annotations

import re

from pipeline.values.cursor import Cursor
from pipeline.values.kinds import Number
from pipeline.values.number.contexts import doc_number
from pipeline.values.number.numerals import Numeral, read_numeral

_JOIN = re.compile(r" ?(?:-|~|至|到) ?第?")
_GRADE = re.compile(r"(?P<n>[一二三四五六七八九特]{1,2}|[0-9]{1,2})(?:等(?=[奖功品级残舱席])(?:奖|功)?|级(?![别数联]))")
_STARS = re.compile(r"(?P<n>[1-5])A(?:级|(?=景区))")


def ordinal(cursor: Cursor, at: int) -> Number | None:
    """第N with its unit, also over a range."""
    first = read_numeral(cursor.folded, at, cursor.high)
    if first is None:
        return None
    if doc_number(cursor, at, first.end) and not first.hanzi:
        end = first.end + 1
        return Number(at - 1, end, cursor.text[at - 1 : end], at, first.end, None, kind="identifier")
    second, end, unit = _range(cursor, first)
    if unit is None and (found := cursor.unit(end)):
        unit, end = found.word, end + len(found.word)
    high = second.value if second else None
    last = second.end if second else first.end
    return Number(at - 1, end, cursor.text[at - 1 : end], at - 1, last, first.value, high, "exact", unit, "ordinal")


def _range(cursor: Cursor, first: Numeral) -> tuple[Numeral | None, int, str | None]:
    """The second end of 第三届至第五届 or 第1-3名, where reading stands, and the unit already read."""
    end, unit = first.end, None
    found = cursor.unit(first.end)
    if found and (join := _JOIN.match(cursor.folded, first.end + len(found.word), cursor.high)):
        end, unit = first.end + len(found.word), found.word
    else:
        join = _JOIN.match(cursor.folded, first.end, cursor.high)
    if (
        join is None
        or join.end() >= cursor.high
        or not (cursor.folded[join.end()].isdigit() or cursor.folded[join.end()] in "一二三四五六七八九十")
    ):
        return None, first.end, None
    second = read_numeral(cursor.folded, join.end(), cursor.high)
    if second is None or second.value <= first.value:
        return None, first.end, None
    if unit and not cursor.folded.startswith(unit, second.end):
        return None, end, unit
    return second, second.end, None


def grade(cursor: Cursor, at: int) -> Number | None:
    """一等奖, 二级, 4A级: a grade."""
    found = _STARS.match(cursor.folded, at, cursor.high) or _GRADE.match(cursor.folded, at, cursor.high)
    if found is None:
        return None
    number = read_numeral(cursor.folded, at, found.end("n"))
    if number is None:
        return None
    end = found.end()
    return Number(at, end, cursor.text[at:end], at, number.end, number.value, None, "exact", cursor.folded[number.end : end], "ordinal")


def first_of(cursor: Cursor, at: int) -> Number:
    """首届, 首批: the first."""
    return Number(at, at + 2, cursor.text[at : at + 2], at, at + 1, 1, None, "exact", cursor.folded[at + 1], "ordinal")
