"""98年, 零八年; 12年 only where it cannot be a length."""

from __future__ import annotations

import re

from pipeline.values.date.fragments import LENGTH_AFTER, LOCATED
from pipeline.values.date.months import MONTH
from pipeline.values.date.parts import HALF, QUARTER
from pipeline.values.date.point import Point, numeral_value
from pipeline.values.number.digits import is_pair


def two_digits(folded: str, found: re.Match[str], left: str, point: Point) -> int:
    """98年, 零八年; 12年 only with a month or a suffix: else it is a length."""
    text, end, start = found["y2"], found.end(), found.start()
    following = folded[end : end + 2]
    zero = text[0] in "0〇零"
    hanzi = not text.isdigit()
    month = MONTH.match(folded, end) or HALF.match(folded, end) or QUARTER.match(folded, end)
    if hanzi and not zero and not month and is_pair(text):
        return start
    suffix = bool(month) or (following[:1] in ("底", "初", "末") and following[1:] not in ("级", "步", "期"))
    located = not left or left[-1] in LOCATED
    if not zero and not (month and not _since(left)):
        value = numeral_value(text)
        old = value >= 50 and value % 10 and located and not LENGTH_AFTER.match(folded, end)
        if not old and not (suffix and located) and not (hanzi and located and not is_pair(text)):
            return start
    point.y, point.two_digits = numeral_value(text), True
    return end


def _since(left: str) -> bool:
    return left.endswith(("历时", "共", "已", "近", "工作", "用了", "长达", "了", "满"))
