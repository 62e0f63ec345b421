"""Lengths of time that place something: 近三年, 过去五年, 三天前, 两周后, 三年间, 五年来."""

from __future__ import annotations

import re

from pipeline.values.cursor import Cursor
from pipeline.values.date.mention import Mention
from pipeline.values.number.numerals import read_numeral

_UNIT = re.compile(
    r"(?P<more>[多余])?(?P<half>个半)?(?P<unit>年半?|个多?月|月(?=[来内间])|个?星期|个?礼拜|周(?!年|岁|[一二三四五六日])|天|日|个?季度|个?学期|个?小时|分钟)(?P<tail>[多余])?"
)
_SIZE = {"年": "year", "个月": "month", "个多月": "month", "月": "month", "周": "week", "天": "day", "日": "day", "季度": "quarter"}
_AFTER = re.compile(
    r"(?P<ago>(?:以|之)?前(?![列三茅沿景期往任面方置后])|(?:以|之)?后(?!的(?![上下中]午|[今早晚]|清晨|傍晚)|[勤台备续期方面])|过后)|(?P<over>(?:以来|来(?![自源到了过往]|访|馆|临|参)|间(?![隔断接])|期间|之间|内(?![容部设外在地])|里(?![面程]))(?P<comma>[,]?))"
)
_BEFORE = re.compile(r"(?P<past>过去的?|最近的?|近|前|这|此前|上)$|(?P<next>未来的?|今后的?|接下来的?|此后|随后)$")
_NOT_NEAR = "附最临接将"


def offset(cursor: Cursor, at: int) -> Mention | None:
    """A length of time at `at`, where a word beside it turns it into a date or a period; None else: then it is a plain number."""
    folded = cursor.folded
    half = folded.startswith("半", at)
    number = None if half else read_numeral(folded, at, cursor.high)
    if number is None and not half:
        return None
    end = number.end if number else at + 1
    unit = _UNIT.match(folded, end, cursor.high)
    if unit is None or (unit["unit"] == "日" and number and not number.hanzi and not _AFTER.match(folded, unit.end())):
        return None
    word = unit["unit"].removesuffix("半")
    size = _SIZE.get(word) or _SIZE.get(word.removeprefix("个")) or ("week" if word[-1] in "期拜" and word[-2:] != "学期" else None)
    before = _BEFORE.search(folded[max(cursor.low, at - 4) : at])
    after = _AFTER.match(folded, unit.end(), cursor.high)
    count = int(number.value) if number and number.high is None and float(number.value).is_integer() else None
    loose = bool(unit["more"] or unit["tail"] or unit["half"] or unit["unit"] == "年半")
    if half and size == "year":
        size, count = "month", 6
    elif half and unit["unit"] == "个月" and not loose:
        size, count = "day", 15
    if (not before and not after) or (before and before[0] == "前" and not after):
        return None
    if before and before[0] == "近" and (folded[at] in "百千" or re.compile(r"的?(?:历史|经验)").match(folded, unit.end())):
        return None
    if before and before[0] in ("近", "前") and at - len(before[0]) and folded[at - len(before[0]) - 1] in _NOT_NEAR:
        before = None
    if after and after["ago"] and size and count is not None and not loose and not (before and before["past"] and before[0] != "前"):
        return _moment(cursor, at, after.end(), count, size, -1 if "前" in after["ago"] else 1)
    start = at - len(before[0]) if before and before[0] not in ("前", "上") else at
    end = after.end("over") - len(after["comma"]) if after and after["over"] else unit.end()
    if before and (before["next"] or before[0] not in ("前", "这", "上")) and size and count is not None:
        return Mention(start, end, offset=(count, size, 1 if before["next"] else -1), span=True, precision="range")
    if before and before[0] in ("近", "上") and not (after and after["over"]) and size is None:
        return None
    if not after and before and before[0] in ("这", "上", "前"):
        return None
    vague = number is not None and number.high is not None and number.bound == "min"
    return Mention(
        start, end if not (after and after["ago"]) else after.end(), role="vague" if vague or (after and after["ago"]) else "duration"
    )


def _moment(cursor: Cursor, at: int, end: int, count: int, size: str, direction: int) -> Mention:
    approx = size == "day" and cursor.folded[at] == "半"
    return Mention(at, end, offset=(count, size, direction), precision=size, approx=approx)
