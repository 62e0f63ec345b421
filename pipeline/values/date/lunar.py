"""Lunar days and reigns: no Gregorian date."""

from __future__ import annotations

import re

from pipeline.values.cursor import Cursor
from pipeline.values.date.mention import Mention

_LUNAR = re.compile(
    r"(?:农历|阴历|旧历)?(?:正月|腊月|冬月|[一二三四五六七八九十]{1,2}月)(?:初[一二三四五六七八九十]|(?:[一二]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[二三五七九])(?![日号年月个一二三四五六七八九十百千万]))?"
)
_LUNAR_DAY = re.compile(
    r"初[一二三四五六七八九十]、(?:初[一二三四五六七八九十]|十五)(?![学年班新(])|(?:大年|年)初[一二三四五六七八九十]|初[一二三四五六七八九十](?=[,至到、])"
)


def lunar(cursor: Cursor, at: int) -> Mention | None:
    """正月初八, 农历八月十五, 腊月: no Gregorian date."""
    found = _LUNAR.match(cursor.folded, at, cursor.high) or _LUNAR_DAY.match(cursor.folded, at, cursor.high)
    if found is None:
        return None
    text = found[0]
    leap = at > cursor.low and cursor.folded[at - 1] == "闰"
    marked = leap or text[0] in "农阴旧正腊冬年大" or "初" in text or cursor.folded[max(cursor.low, at - 2) : at] in ("农历", "阴历")
    if not marked and text.endswith("月"):
        return None
    return Mention(at - leap, found.end(), role="vague")


def reign(cursor: Cursor, at: int) -> Mention | None:
    """光绪三十年: kept as text."""
    left = cursor.folded[max(cursor.low, at - 2) : at]
    if left not in cursor.tables.lexicon.lists["eras"]:
        return None
    found = re.compile(r"(?:元|[0-9]{1,2}|[一二三四五六七八九十]{1,3})年").match(cursor.folded, at, cursor.high)
    return Mention(at - 2, found.end(), role="vague") if found else None
