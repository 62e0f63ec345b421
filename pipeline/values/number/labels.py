"""Outline marks and captions: 一、 （一） 1. 一是 第一， ① [3] 图3."""

from __future__ import annotations

import re

from pipeline.values.cursor import Cursor
from pipeline.values.kinds import Number, Value
from pipeline.values.number.numerals import read_numeral

OUTLINE = r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
_MARK = re.compile(
    rf"(?P<n>{OUTLINE})(?:[、.](?=(?:1[0-2]|[1-9])月(?:[0-9]{{1,2}}[日号]|[至起-]))|(?<=[一二三四五六七八九十])、|、(?![0-9](?!(?:[0-9]{{3}}年|[0-9.万亿]*(?:[人名册件场次元]))))|\.(?![0-9](?!(?:[0-9]{{3}}年)))|\))"
)
_IS = re.compile(r"(?P<n>[一二三四五六七八九十]{1,2})[是要](?![一二三四五六七八九十])")
_BRACKET = re.compile(rf"(?P<n>{OUTLINE})\)")
_CITED = re.compile(r"[0-9]{1,2}(?:[-,][0-9]{1,2})*\]")
_SECTION = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}(?=[ 、\u4e00-\u9fff])(?! ?[%‰万亿千百十多余倍成])")
_CLAUSE = "\n\t 。;:!?,、)]】》”\"'"
_SENTENCE = "\n\t 。;:!?)】”"
CIRCLED = {char: value for first in "①⑴⒈" for value, char in enumerate((chr(ord(first) + step) for step in range(20)), 1)}
CIRCLED |= {chr(0x3220 + step): step + 1 for step in range(10)} | {chr(0x2776 + step): step + 1 for step in range(10)}
CIRCLED |= {chr(0x3251 + step): step + 21 for step in range(15)} | {chr(0x3280 + step): step + 1 for step in range(10)} | {"⓪": 0}
CIRCLED |= {chr(first + step): step + 1 for first in (0x2160, 0x2170) for step in range(12)}  # Ⅳ


def _worth_of_mark(text: str) -> Value | None:
    number = read_numeral(text, 0, len(text))
    return number.value if number and number.end == len(text) else None


def marked(cursor: Cursor, start: int, end: int, first: int, last: int, kind: str) -> Number:
    """A number of a kind whose numeral stands at `first:last`."""
    return Number(start, end, cursor.text[start:end], first, last, _worth_of_mark(cursor.folded[first:last]), kind=kind)


def circled(cursor: Cursor, at: int) -> Number | None:
    """① ⑴ ⒈ ㈠ Ⅳ: always a mark; 第Ⅲ卷 is an ordinal."""
    value = CIRCLED.get(cursor.text[at])
    start = at - (cursor.folded[at - 1] == "第" and at > cursor.low)
    return (
        None
        if value is None
        else Number(start, at + 1, cursor.text[start : at + 1], at, at + 1, value, kind="ordinal" if start < at else "label")
    )


def label(cursor: Cursor, at: int) -> Number | None:
    """An outline mark at the beginning of a sentence or clause, or a bracketed numeral."""
    folded = cursor.folded
    before = folded[at - 1] if at > cursor.low else "\0" if at else "\n"
    if before == "(" and (found := _BRACKET.match(folded, at, cursor.high)):
        return marked(cursor, at - 1, found.end(), at, found.end("n"), "label")
    if before == "[" and (found := _CITED.match(folded, at, cursor.high)):
        return Number(at - 1, found.end(), cursor.text[at - 1 : found.end()], at, found.end() - 1, None, kind="label")
    if before == "其" and (found := re.compile(rf"(?P<n>{OUTLINE})[,:是、为]").match(folded, at, cursor.high)):
        return marked(cursor, at - 1, found.end("n"), at, found.end("n"), "label")
    if before == "第" and at - 1 >= cursor.low:
        return _first(cursor, at)
    if before not in _CLAUSE:
        return None
    if found := _IS.match(folded, at, cursor.high):
        return marked(cursor, at, found.end(), at, found.end("n"), "label")
    if before not in _SENTENCE:
        return None
    if found := _MARK.match(folded, at, cursor.high):
        following = cursor.char(found.end())
        if folded[found.end() - 1] == "、" and following in "一二三四五六七八九十" and folded[at] in "一二三四五六七八九十":
            return None
        return marked(cursor, at, found.end(), at, found.end("n"), "label")
    if before == "\n" and (found := _SECTION.match(folded, at, cursor.high)) and not cursor.unit(found.end()):
        return Number(at, found.end(), cursor.text[at : found.end()], at, found.end(), None, kind="label")
    return None


def _first(cursor: Cursor, at: int) -> Number | None:
    """第一，at the beginning of a sentence."""
    before = cursor.folded[at - 2] if at > 1 else "\n"
    found = re.compile(rf"(?P<n>{OUTLINE})[,:、]").match(cursor.folded, at, cursor.high)
    if before not in _SENTENCE or not found or cursor.char(found.end()) in "第二三四五六七八九十" or cursor.char(found.end()).isdigit():
        return None
    return marked(cursor, at - 1, found.end("n"), at, found.end("n"), "label")


def caption(cursor: Cursor, at: int) -> Number | None:
    """图3, 表1-2, 附件2: a word of the lexicon's `labels` right before."""
    left = cursor.folded[max(cursor.low, at - 4) : at]
    if not left or not cursor.tables.label.search(left):
        return None
    found = re.compile(r"(?:[0-9]{1,4}(?:[-.][0-9]{1,3})?|[一二三四五六七八九十]{1,3})(?![0-9〇零一二三四五六七八九])").match(
        cursor.folded, at, cursor.high
    )
    if found is None or cursor.unit(found.end()) or cursor.char(found.end()) in tuple("年月%.万亿千百多余"):
        return None
    return marked(cursor, at, found.end(), at, found.end(), "label")
