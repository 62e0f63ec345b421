"""Which numbers can count something, and what the others are."""

from __future__ import annotations

from pipeline.values import Number

PEOPLE = frozenset(["人", "名", "位", None])
REASONS = {
    "ordinal": "an ordinal",
    "label": "a label",
    "name": "part of a name",
    "identifier": "an identifier",
    "weak": "no count: 一个, 一种, 一次",
    "time": "a time of day",
    "duration": "a length of time",
    "point": "percentage points are a change",
    "times": "a multiple",
    "percent": "a share",
    "date": "a date",
}
UNREAD = "no unit and no words of a measure"
_KINDS = frozenset(["count", "money", "percent", "duration"])
_LENGTHS = frozenset(["天", "小时", "个小时"])
_NEVER = frozenset(["岁", "年", "个月", "月", "周", "分钟", "秒", "厘米", "毫米", "倍", "级", "度", "分"])


def may_count(number: Number) -> bool:
    """Whether a number of this kind and unit can be a statistic; 35岁 can't, so it doesn't end the words of 35岁以下11人."""
    if number.kind not in _KINDS or number.weak or number.value is None or 0 < number.value < 1:
        return False
    if number.kind == "duration":
        return number.unit in _LENGTHS and number.value != 1  # 一天能来三百人
    return number.unit not in _NEVER


def reason_of(number: Number) -> str:
    """What a number that counts nothing is."""
    return REASONS.get("weak" if number.weak else number.kind, UNREAD)
