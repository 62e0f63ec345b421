"""Whether a numeral is a number where it stands."""

from __future__ import annotations

import re

from pipeline.values.cursor import Cursor
from pipeline.values.number.draft import Draft

_CAPITALS = frozenset("壹贰叁肆伍陆柒捌玖拾佰仟")
_SCHOOL = re.compile(r"中(?:学|校|[的、，,。;)\n\0]|$)")
BARE = {"百": 100, "千": 1000, "万": 10**4, "亿": 10**8}


def accepted(cursor: Cursor, draft: Draft, hedged: bool) -> bool:
    """Whether a numeral in hanzi is a number here: it needs a unit unless it is long, or stands alone."""
    raw = draft.raw
    if draft.value < 0:
        return True
    if draft.kind == "percent" or draft.form == "fraction" or raw in ("俩", "仨"):
        return True
    if raw in BARE:
        return hedged
    if len(raw) == 2 and raw[0] in BARE and raw[1] in "二三四五六七八九" and draft.unit is None:  # 沈万三
        return False
    if raw in _CAPITALS:  # 安陆市, 拾遗; but 陆元
        return draft.kind == "money" or cursor.char(draft.start - 1) == cursor.char(draft.end) == "\0"
    if draft.unit is None and draft.kind == "count" and (_is_school(cursor, draft) or _is_holiday(cursor, draft)):
        return False
    if draft.unit or draft.kind != "count" or draft.form:
        return not (len(raw) == 2 and raw[0] in "一二三四五六七八九" and raw[1] in "一二三四五六七八九" and draft.high is None)
    if set(raw) <= set("百千万亿"):
        draft.weak = not hedged
        return True
    if len(raw) == 1 or raw in ("十", "一两") or (len(raw) == 2 and draft.high is not None and raw[0] not in "十几数"):
        return _isolated(cursor, draft)
    return raw[-1] not in "壹贰叁肆伍陆柒捌玖拾佰仟" or len(raw) > 1


def _is_school(cursor: Cursor, draft: Draft) -> bool:
    """云川市十二中: the twelfth middle school."""
    return draft.high is None and draft.value < 1000 and _SCHOOL.match(cursor.folded, draft.end) is not None


def _is_holiday(cursor: Cursor, draft: Draft) -> bool:
    """2023年十一: the national day."""
    return draft.raw == "十一" and cursor.char(draft.start - 1) == "年"


def _isolated(cursor: Cursor, draft: Draft) -> bool:
    left, right = cursor.char(draft.start - 1), cursor.char(draft.end)
    if left.isalnum() or right.isalnum():
        return False
    draft.weak = left + right != "\0\0"
    return True


_SCORE = re.compile(r"(?:比分[为是]?|总分|以)(?:[0-9]{1,3}-)?$")


_CLASS = re.compile(r"(?:年级|[初高][一二三])$")


_ON_FLOOR = re.compile(r"[东西南北][侧区边厅面]|[大展]厅|报告厅|阅览|会议|为|是|设")


def floor(cursor: Cursor, draft: Draft) -> bool:
    """四层为办公区, 位于三层: the floor; but 共五层."""
    located = cursor.folded.endswith("位于", cursor.low, draft.start)
    return located or _ON_FLOOR.match(cursor.folded, draft.end) is not None


def school_class(cursor: Cursor, draft: Draft) -> bool:
    """三年级2班: the second class."""
    return draft.unit == "班" and _CLASS.search(cursor.folded[max(cursor.low - 2, draft.start - 2, 0) : draft.start]) is not None


def discount(cursor: Cursor, draft: Draft) -> bool:
    """打八折: neither a count nor a share that was measured; but 三折戏."""
    return draft.unit == "折" and cursor.char(draft.end) not in "戏子"


def ratio_side(cursor: Cursor, draft: Draft) -> bool:
    """A side of 3:2, 3比2, 1920×1080, 5+2, or of a score told as 21-15."""
    after, before = cursor.char(draft.end), cursor.char(draft.start - 1)
    if after in ":比×*+" and cursor.char(draft.end + 1).isdigit():
        return True
    if before in ":比×*+" and cursor.char(draft.start - 2).isdigit():
        return True
    if "-" not in (after, before):
        return False
    return bool(_SCORE.search(cursor.folded[max(0, draft.start - 8) : draft.start]))


def yearlike(cursor: Cursor, draft: Draft) -> bool:
    """A bare 4-digit number that may be a year: neither a date nor surely a count."""
    return len(draft.raw) == 4 and draft.raw.isdigit() and 1800 <= draft.value < 2100 and draft.bound == "exact" and draft.high is None
