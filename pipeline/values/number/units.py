"""The unit behind a numeral, and what may stand inside or behind it: 三个半小时, 3个多月, 两年半, 一米七五."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.values.cursor import Cursor
from pipeline.values.lexicon import Unit
from pipeline.values.number.digits import factor_of, plain, positional, scaled
from pipeline.values.number.draft import Draft
from pipeline.values.number.money import with_subunits
from pipeline.values.number.ranges import second_amount
from pipeline.values.number.shares import share_unit


def with_unit(cursor: Cursor, draft: Draft) -> None:
    """The unit, what may stand inside it (三个半小时, 3个多月), what follows it (两年半, 三年多), and a second numeral (3天-5天)."""
    start = draft.end
    if cursor.folded[start] == "个" and draft.high is None and (found := _HEAPS.match(cursor.folded, start, cursor.high)):
        draft.value, start = scaled(draft.value, factor_of(found["scale"])), found.end()
        if found["more"]:
            draft.bound, draft.near = "min", True
        draft.end = draft.numeral_end = start
        draft.raw += found["scale"]
    char = cursor.folded[start]
    if char in " %‰个百成倍番" and share_unit(cursor, draft):
        return
    if char == " " and cursor.unit(start + 1) and cursor.char(start + 1) != "两":
        start += 1
    unit = cursor.unit(start)
    if unit is None:
        return
    end = start + len(unit.word)
    if unit.word == "个":
        longer, after = _within(cursor, end)
        if longer:
            if cursor.char(end) == "半":
                add_half(draft)
            else:
                draft.bound, draft.near = "min", True
            unit, end = longer, after
    bare = unit.kind == "duration" and unit.word != "个月"  # 3个小时 counts 小时; 月 alone would be a month of the year
    draft.unit, draft.kind, draft.end = unit.word.removeprefix("个") if bare else unit.word, unit.kind, end
    if draft.raw == "一":
        one(cursor, draft, unit)
    if unit.measure:
        _after_measure(cursor, draft)
        if draft.high is None:
            _below(cursor, draft, unit.word)
    elif unit.kind == "count" and draft.high is None and cursor.folded[draft.end] == "半" and cursor.folded[draft.end + 1] in ",。;、)\0":
        add_half(draft)  # 人均四册半
        draft.end += 1
    if unit.kind == "money" or unit.word == "块":
        with_subunits(cursor, draft)
    if draft.high is None and cursor.folded[draft.end] in " -~至到":
        second_amount(cursor, draft)


def one(cursor: Cursor, draft: Draft, unit: Unit) -> None:
    """一 that picks out rather than counts: 一种, 每一位, 一条条."""
    repeated = len(unit.word) == 1 and cursor.char(draft.end) == unit.word
    if unit.indefinite or repeated or (cursor.char(draft.start - 1) in "每另哪这那某任" and draft.start > cursor.low):
        draft.weak = True


_HEAPS = re.compile(r"个(?P<more>[多余])?(?P<scale>百万|千万|亿)(?!(?:元|万元)[村户级]|[万亿]?富翁)")  # 三个亿, 两个多亿
_MONTHS = Unit("个月", "duration", True)


def _within(cursor: Cursor, at: int) -> tuple[Unit | None, int]:
    """The length that 半 or 多 inside 三个半小时, 3个多月 splits from its 个, and its end."""
    if cursor.char(at) not in "半多余":
        return None, at
    if cursor.char(at + 1) == "月":
        return _MONTHS, at + 2
    unit = cursor.unit(at + 1)
    return (unit, at + 1 + len(unit.word)) if unit and unit.kind == "duration" else (None, at)


def add_half(draft: Draft) -> None:
    """Half a unit more."""
    draft.value = plain(Decimal(draft.value) + Decimal("0.5"))


def _after_measure(cursor: Cursor, draft: Draft) -> None:
    char, following = cursor.char(draft.end), cursor.char(draft.end + 1)
    if char == "半" and (following not in "价数岛径程年月天夜路导场截小个"):
        add_half(draft)
        draft.end += 1
    elif char in "多余" and following not in "次项种名家个层元样数方年地少媒位功维彩达语":
        draft.bound, draft.near, draft.end = "min", True, draft.end + 1


_LOWER = {"丈": "尺", "尺": "寸", "斤": "两", "角": "分", "毛": "分", "度": ""}
_TENTHS = re.compile(r"[0-9一二两三四五六七八九](?![0-9一二三四五六七八九十百千万点.:/~-])")


def _below(cursor: Cursor, draft: Draft, unit: str) -> None:
    """What is told in the unit below, a tenth of this one: 一斤二两, 三尺二, 八角五分, 38度5; and 一米七五."""
    if unit == "米":
        _height(cursor, draft)
        return
    if unit not in _LOWER or not isinstance(draft.value, int):
        return
    found = _TENTHS.match(cursor.folded, draft.end, cursor.high)
    if found is None:
        return
    lower = cursor.unit(found.end())
    if lower is None or lower.word == _LOWER[unit]:
        draft.value = plain(draft.value + Decimal(positional(found[0])) / 10)
        draft.end = found.end() + (len(lower.word) if lower else 0)


_HEIGHT = re.compile(r"[0-9]{1,2}(?![0-9.:])|[一二三四五六七八九]{1,2}(?![一二三四五六七八九十百千万点])")


def _height(cursor: Cursor, draft: Draft) -> None:
    """一米七五, 1米75."""
    found = _HEIGHT.match(cursor.folded, draft.end, cursor.high)
    if found is None or cursor.unit(found.end()) or not isinstance(draft.value, int):
        return
    digits = found[0] if found[0].isdigit() and found[0].isascii() else str(positional(found[0]))
    draft.value, draft.end = plain(draft.value + Decimal(int(digits)).scaleb(-len(found[0]))), found.end()
