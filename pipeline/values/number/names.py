"""Numbers inside names: “五型”, 三大工程, 80后, 一二·九."""

from __future__ import annotations

import re

from pipeline.values.cursor import Cursor
from pipeline.values.kinds import Number
from pipeline.values.number.labels import marked
from pipeline.values.number.numerals import read_numeral

_SLOGAN = re.compile(
    r"(?P<n>[一二三四五六七八九十百]{1,3})(?:大(?![多于家楼厦部厅学专队桥型米杯碗块中约概致小战半])|型(?=建设|机关|社会|党组织|班子|干部|馆|企业|城市))"
)
_OPENING = "“\"‘'《「『〈"
_CLOSING = "”\"’'》」』〉"
_QUOTED = re.compile(
    rf"(?P<n>[0-9]{{1,2}}\.[0-9]{{1,2}}(?=[{_CLOSING}])|[0-9〇零一二三四五六七八九十百千万双两]{{1,5}})[^{_CLOSING}{_OPENING}。,;\n]{{0,12}}[{_CLOSING}]"
)
_BORN_IN = re.compile(
    r"(?:[5-9]0|[01]0|[0189]5|[五六七八九〇零]零)后(?![来的,。;、]|天|年)|(?:[5-9]0|[01]0|[089]5|[五六七八九〇零]零)后(?=[的、,。;])"
)


def born(cursor: Cursor, at: int) -> Number | None:
    """80后: a name for people."""
    found = _BORN_IN.match(cursor.folded, at, cursor.high)
    if found is None:
        return None
    return Number(at, found.end(), cursor.text[at : found.end()], at, at + 2, None, kind="name")


_NAMED_DAY = re.compile(r"[一二三四五六七八九十]{1,3}[·•・][一二三四五六七八九十]{1,3}")


def named_day(cursor: Cursor, at: int) -> Number | None:
    """一二·九, 五·一: the name of a day."""
    found = _NAMED_DAY.match(cursor.folded, at, cursor.high)
    return Number(at, found.end(), cursor.text[at : found.end()], at, found.end(), None, kind="name") if found else None


def name(cursor: Cursor, at: int) -> Number | None:
    """A number that is part of a name: in quotes, or before 大 or 型."""
    folded = cursor.folded
    before = cursor.char(at - 1)
    if before in _OPENING and (found := _QUOTED.match(folded, at, cursor.high)):
        inside = folded[at : found.end() - 1]
        if (not _amount(cursor, at, found.end() - 1) and not inside.isdigit()) or (len(inside) <= 4 and not cursor.unit(found.end("n"))):
            return marked(cursor, at, found.end("n"), at, found.end("n"), "name")
    found = _SLOGAN.match(folded, at, cursor.high)
    return marked(cursor, at, found.end(), at, found.end("n"), "name") if found else None


def _amount(cursor: Cursor, at: int, end: int) -> bool:
    """Whether quotes hold an amount and no more: “1000册”, “12%”."""
    number = read_numeral(cursor.folded, at, end)
    if number is None:
        return False
    if cursor.folded[number.end : end] in ("%", "‰"):
        return True
    unit = cursor.unit(number.end)
    return bool(unit and number.end + len(unit.word) == end and not number.hanzi)
