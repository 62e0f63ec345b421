"""Numbers that mark or name: outline marks (一、 （一） 1. 一是), captions (图3), slogans and names (“五型”, 十八大, 三大工程)."""

from __future__ import annotations

import re

from pipeline.values import numerals
from pipeline.values.kinds import Number, Value
from pipeline.values.tables import Cursor

_N = r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
_MARK = re.compile(rf"(?P<n>{_N})(?:、(?![0-9](?!(?:[0-9]{{3}}年|[0-9.万亿]*(?:[人名册件场次元]))))|\.(?![0-9](?!(?:[0-9]{{3}}年)))|\))")
_IS = re.compile(r"(?P<n>[一二三四五六七八九十]{1,2})[是要](?![一二三四五六七八九十])")
_BRACKET = re.compile(rf"(?P<n>{_N})\)")
_CITED = re.compile(r"[0-9]{1,2}(?:[-,][0-9]{1,2})*\]")
_SECTION = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}(?=[ 、\u4e00-\u9fff])(?! ?[%‰万亿千百十多余倍成])")
_CLAUSE = "\n\t 。;:!?,、)]】》”\"'"
_SENTENCE = "\n\t 。;:!?)】”"
_SLOGAN = re.compile(r"(?P<n>[一二三四五六七八九十百]{1,3})(?:大(?![多于家楼厦部厅学专队桥型米杯碗块中约概致小战])|型(?=建设|机关|社会|党组织|班子|干部|馆|企业|城市))")
_OPENING = "“\"‘'《「『〈"
_CLOSING = "”\"’'》」』〉"
_QUOTED = re.compile(rf"(?P<n>[0-9一二三四五六七八九十百千万双两]{{1,5}})[^{_CLOSING}{_OPENING}。,;\n]{{0,12}}[{_CLOSING}]")
CIRCLED = {char: value for first in "①⑴⒈" for value, char in enumerate((chr(ord(first) + step) for step in range(20)), 1)}
CIRCLED |= {chr(0x3220 + step): step + 1 for step in range(10)} | {chr(0x2776 + step): step + 1 for step in range(10)}
CIRCLED |= {chr(0x3251 + step): step + 21 for step in range(15)} | {chr(0x3280 + step): step + 1 for step in range(10)} | {"⓪": 0}


def _worth(text: str) -> Value | None:
    number = numerals.read(text, 0, len(text))
    return number.value if number and number.end == len(text) else None


def _make(cursor: Cursor, start: int, end: int, first: int, last: int, kind: str) -> Number:
    return Number(start, end, cursor.text[start:end], first, last, _worth(cursor.folded[first:last]), kind=kind)


def circled(cursor: Cursor, at: int) -> Number | None:
    """① ⑴ ⒈ ㈠: always a mark."""
    value = CIRCLED.get(cursor.text[at])
    return None if value is None else Number(at, at + 1, cursor.text[at], at, at + 1, value, kind="label")


def label(cursor: Cursor, at: int) -> Number | None:
    """An outline mark at the beginning of a sentence or clause, or a bracketed numeral."""
    folded = cursor.folded
    before = folded[at - 1] if at > cursor.low else "\0" if at else "\n"
    if before == "(" and (found := _BRACKET.match(folded, at, cursor.high)):
        return _make(cursor, at - 1, found.end(), at, found.end("n"), "label")
    if before == "[" and (found := _CITED.match(folded, at, cursor.high)):
        return Number(at - 1, found.end(), cursor.text[at - 1 : found.end()], at, found.end() - 1, None, kind="label")
    if before == "其" and (found := re.compile(rf"(?P<n>{_N})[,:是、为]").match(folded, at, cursor.high)):
        return _make(cursor, at - 1, found.end("n"), at, found.end("n"), "label")
    if before == "第" and at - 1 >= cursor.low:
        return _first(cursor, at)
    if before not in _CLAUSE:
        return None
    if found := _IS.match(folded, at, cursor.high):
        return _make(cursor, at, found.end(), at, found.end("n"), "label")
    if before not in _SENTENCE:
        return None
    if found := _MARK.match(folded, at, cursor.high):
        following = cursor.char(found.end())
        if folded[found.end() - 1] == "、" and following in "一二三四五六七八九十" and folded[at] in "一二三四五六七八九十":
            return None
        return _make(cursor, at, found.end(), at, found.end("n"), "label")
    if before == "\n" and (found := _SECTION.match(folded, at, cursor.high)) and not cursor.unit(found.end()):
        return Number(at, found.end(), cursor.text[at : found.end()], at, found.end(), None, kind="label")
    return None


def _first(cursor: Cursor, at: int) -> Number | None:
    """第一，at the beginning of a sentence."""
    before = cursor.folded[at - 2] if at > 1 else "\n"
    found = re.compile(rf"(?P<n>{_N})[,:、]").match(cursor.folded, at, cursor.high)
    if before not in _SENTENCE or not found or cursor.char(found.end()) in "第二三四五六七八九十" or cursor.char(found.end()).isdigit():
        return None
    return _make(cursor, at - 1, found.end("n"), at, found.end("n"), "label")


_BORN = re.compile(r"(?:[5-9]0|[01]0|[0189]5|[五六七八九〇零]零)后(?![来的,。;、]|天|年)|(?:[5-9]0|[01]0|[089]5|[五六七八九〇零]零)后(?=[的、,。;])")


def born(cursor: Cursor, at: int) -> Number | None:
    """80后: a name for people."""
    found = _BORN.match(cursor.folded, at, cursor.high)
    if found is None:
        return None
    return Number(at, found.end(), cursor.text[at : found.end()], at, at + 2, None, kind="name")


_NAMED_DAY = re.compile(r"[一二三四五六七八九十]{1,3}[·•・][一二三四五六七八九十]{1,3}")


def named_day(cursor: Cursor, at: int) -> Number | None:
    """一二·九, 五·一: the name of a day."""
    found = _NAMED_DAY.match(cursor.folded, at, cursor.high)
    return Number(at, found.end(), cursor.text[at : found.end()], at, found.end(), None, kind="name") if found else None


def caption(cursor: Cursor, at: int) -> Number | None:
    """图3, 表1-2, 附件2: a word of the lexicon's `labels` right before."""
    left = cursor.folded[max(cursor.low, at - 4) : at]
    if not left or not cursor.tables.label.search(left):
        return None
    found = re.compile(r"(?:[0-9]{1,4}(?:[-.][0-9]{1,3})?|[一二三四五六七八九十]{1,3})(?![0-9])").match(cursor.folded, at, cursor.high)
    if found is None or cursor.unit(found.end()) or cursor.char(found.end()) in ("年", "月", "%", "."):
        return None
    return _make(cursor, at, found.end(), at, found.end(), "label")


def name(cursor: Cursor, at: int) -> Number | None:
    """A number that is part of a name: in quotes, or before 大 or 型."""
    folded = cursor.folded
    before = cursor.char(at - 1)
    if before in _OPENING and (found := _QUOTED.match(folded, at, cursor.high)):
        inside = folded[at : found.end() - 1]
        if not _amount(cursor, at, found.end() - 1) and not inside.isdigit() or len(inside) <= 4 and not cursor.unit(found.end("n")):
            return _make(cursor, at, found.end("n"), at, found.end("n"), "name")
    found = _SLOGAN.match(folded, at, cursor.high)
    return _make(cursor, at, found.end(), at, found.end("n"), "name") if found else None


def _amount(cursor: Cursor, at: int, end: int) -> bool:
    """Whether quotes hold an amount and no more: “1000册”, “三年”."""
    number = numerals.read(cursor.folded, at, end)
    if number is None:
        return False
    unit = cursor.unit(number.end)
    return bool(unit and number.end + len(unit.word) == end and not number.hanzi)
