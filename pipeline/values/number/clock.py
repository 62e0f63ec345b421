"""Clock times: 8:30, 8:30-17:30, 上午9时, 下午3点半, 9时至17时. No date and no count."""

from __future__ import annotations

import re

from pipeline.values.cursor import Cursor
from pipeline.values.kinds import Number

_H = r"(?:2[0-4]|1[0-9]|0?[0-9]|二十[一二三四]?|十[一二三四五六七八九]?|[零一二两三四五六七八九])"
_M = r"(?:[0-5]?[0-9]|[二三四五]?十[一二三四五六七八九]?|零?[一二三四五六七八九])"
_PART = "凌晨|清晨|早晨|早上|上午|中午|正午|下午|傍晚|晚上|夜间|深夜|夜里|午夜|夜晚|晚间|今晚|明晚|当晚|昨晚|早|晚|每天|每日"
_DIGITAL = re.compile(r"(?:2[0-4]|1[0-9]|0?[0-9]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,3})?)?(?![0-9])")
_WORDS = re.compile(
    rf"{_H}(?P<unit>时|点)(?P<more>钟|整|差(?:{_M}分|[一三]刻)|半(?![小个])|[一三]刻|{_M}分(?![之钟])(?:{_M}秒)?|{_M}(?:(?=[^0-9.人册个条])|$)(?<=[0-9]{{2}})|[二三四五]?十[一二三四五六七八九]?(?![万亿人册个条]))?许?(?![0-9])"
)
_TO = re.compile(rf"(?:{_M}分钟?|[一三]刻钟?)到?{_H}[点时](?!间)")
_JOIN = re.compile(rf" ?(?:-{{1,2}}|~|至|到) ?(?:{_PART}|次日)?")
_BEFORE = re.compile(rf"(?:{_PART})$")
_BARE = re.compile(rf"{_H}(?= ?(?:-|~|至|到) ?{_H}[时点](?!间))")


def clock(cursor: Cursor, at: int) -> Number | None:
    """The clock time or range of them that begins at `at`; the part of day before it belongs to it."""
    folded = cursor.folded
    found = _DIGITAL.match(folded, at, cursor.high)
    if found and (folded[at - 1] if at > cursor.low else "\0") not in ("比", ":"):
        return _make(cursor, at, _until(cursor, found.end(), _DIGITAL))
    left = _BEFORE.search(folded[max(cursor.low, at - 3) : at])
    if folded[at - 1] == "差" and (found := _TO.match(folded, at, cursor.high)):  # 差五分九点
        return Number(at - 1, found.end(), cursor.text[at - 1 : found.end()], at, found.end(), None, kind="time")
    found = _WORDS.match(folded, at, cursor.high)
    if found is None:
        bare = _BARE.match(folded, at, cursor.high)
        return _make(cursor, at, _until(cursor, bare.end(), _WORDS)) if bare and left else None
    if not left and not found["more"] and not _plain(cursor, at, found):
        return None
    return _make(cursor, at, _until(cursor, found.end(), _WORDS))


def _plain(cursor: Cursor, at: int, found: re.Match[str]) -> bool:
    """Whether 9时 or 9点 without any help is a time: 时 is, 点 only in a range of them or after a day."""
    following = cursor.char(found.end())
    if found[0] == "零点":
        return not following.isalnum() or following in "至到起开关前后钟"
    if found["unit"] == "点" and _set_off(cursor, at, following):
        return True
    if found["unit"] == "时":
        return following not in ("间", "期", "代", "长") and (found[0][0].isdigit() or len(found[0]) > 2)
    if found[0].endswith("许") or cursor.last_kind == "day":
        return True
    join = _JOIN.match(cursor.folded, found.end(), cursor.high)
    second = _WORDS.match(cursor.folded, join.end(), cursor.high) if join else None
    return second is not None and second["unit"] == "点"


def _set_off(cursor: Cursor, at: int, following: str) -> bool:
    """12点 by itself, or after a preposition and before a verb: 在12点结束."""
    before = cursor.char(at - 1) if at else "\0"
    return (before in "于在从" and following not in "建意要上下之:：") or (before == following == "\0" and cursor.high - at > 2)


def _until(cursor: Cursor, end: int, pattern: re.Pattern[str]) -> int:
    join = _JOIN.match(cursor.folded, end, cursor.high)
    second = (
        (pattern.match(cursor.folded, join.end(), cursor.high) or _DIGITAL.match(cursor.folded, join.end(), cursor.high)) if join else None
    )
    return second.end() if second else end


def _make(cursor: Cursor, at: int, end: int) -> Number:
    left = _BEFORE.search(cursor.folded[max(cursor.low, at - 3) : at])
    start = at - len(left[0]) if left and left[0] not in ("每天", "每日") else at
    return Number(start, end, cursor.text[start:end], at, end, None, kind="time")
