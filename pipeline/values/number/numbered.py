"""Digits that number a thing of a kind: bus lines, buildings, schools, fighters, number plates."""

from __future__ import annotations

import re

from pipeline.values.cursor import Cursor
from pipeline.values.kinds import Number
from pipeline.values.number.identified import identified

_BUS = re.compile(r"(?:公交车?|乘坐?|搭|坐)(?:[0-9A-Z]{1,4}路?[、,和/] ?){0,20}$")
_LINES = re.compile(r"[0-9]{1,3}(?=(?:[、,和][0-9]{1,3}){1,20}路)")
_HOUSE = re.compile(r"[0-9]{1,3}[栋幢层](?=[0-9]{1,2}单元|[0-9]{3,4}[室号])")
_NAMED = re.compile(r"[0-9]{1,3}(?=中学(?!生))|84(?=消毒)|(?:911|918|626|512)(?=事件|事变|国际|地震|大地震)")
_PLATE = re.compile(r"[\u4e00-\u9fff][A-Z]$")


def numbered(cursor: Cursor, at: int) -> Number | None:
    """15路 after 公交, 3栋501室, 101中学, 84消毒液, 歼20, 京A·12345."""
    folded = cursor.folded
    before = folded[at - 1] if at > cursor.low else "\0"
    end = re.compile(r"[0-9]++").match(folded, at).end()  # type: ignore[union-attr]
    if before in "歼轰" or (before in "·•・" and _PLATE.search(folded, max(0, at - 3), at - 1)):
        return identified(cursor, at, end)
    if folded[end] == "路" and _BUS.search(folded, max(0, at - 40), at):
        return identified(cursor, at, end + 1)
    if before in "车乘坐交搭、,和" and _LINES.match(folded, at, cursor.high) and _BUS.search(folded, max(0, at - 40), at):
        return identified(cursor, at, end)
    if found := _HOUSE.match(folded, at, cursor.high) or _NAMED.match(folded, at, cursor.high):
        return identified(cursor, at, found.end())
    return None
