"""What a text is worth that is a numeral and nothing else, for callers who know its place and shape (marks, table heads, counters)."""

from __future__ import annotations

import re

from pipeline.fold import fold
from pipeline.values.kinds import Value
from pipeline.values.number.labels import CIRCLED
from pipeline.values.number.numerals import read_numeral

_SIGNS = ("负", "-", "+")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def numeral(text: str) -> Value | None:
    """The worth of a whole numeral: 1,234 and 3.5万, 二十一, 百万, 二〇一二, ⑫, 负三. None for a range, a hedge, or anything else."""
    if text in CIRCLED:
        return CIRCLED[text]
    folded = fold(text)
    if folded[:1] in _SIGNS and folded[1:2] not in _SIGNS:
        value = numeral(folded[1:])
        return value if value is None or folded[0] == "+" else -value
    number = read_numeral(folded, 0, len(folded)) if folded else None
    if number is None or number.end < len(folded) or number.high is not None or number.bound != "exact":
        return None
    return number.value


def integer(text: str) -> int | None:
    """The worth of a whole numeral that counts; None where it is none, or has a fraction."""
    value = numeral(text)
    return value if isinstance(value, int) else None


def years(text: str) -> list[str]:
    """The years in digits, in order, as EDTF: two in 1998、2003年. For places that are known to hold years; prose is read by `dates`."""
    return _YEAR.findall(fold(text))
