"""Fractions: 三分之一, 百分之三点五, 一又二分之一, 1/3."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.values.cursor import Cursor
from pipeline.values.number.digits import plain
from pipeline.values.number.draft import Draft
from pipeline.values.number.numerals import Numeral, read_numeral

HUNDREDTHS = {"百": Decimal(1), "千": Decimal("0.1"), "万": Decimal("0.01"), "一百": Decimal(1)}
NUMERATOR = "0123456789零一二两三四五六七八九十百几"


def fraction(cursor: Cursor, draft: Draft, first: Numeral) -> bool:
    """A分之B and 一又A分之B; with 百, 千, 万 a percentage (or a range of them)."""
    folded, whole = cursor.folded, Decimal(0)
    if folded.startswith("又", first.end) and first.end + 1 < cursor.high and folded[first.end + 1] in NUMERATOR:
        second = read_numeral(folded, first.end + 1, cursor.high)
        if second and folded[second.end] == "/":
            return _slash(cursor, draft, first)
        if second is None or not folded.startswith("分之", second.end):
            return False
        whole, first = Decimal(first.value), second
    if not folded.startswith("分之", first.end):
        return _slash(cursor, draft, first)
    at = first.end + 2 + folded.startswith(" ", first.end + 2)
    negative = folded[at : at + 1] in ("负", "-")
    at += negative
    if at >= cursor.high or folded[at] not in NUMERATOR or first.high is not None:
        return False
    above = read_numeral(folded, at, cursor.high)
    if above is None or not first.value:
        return False
    factor = HUNDREDTHS.get(draft.raw)
    draft.end = draft.numeral_end = above.end
    draft.high, draft.bound, draft.near = None, above.bound, above.bound != "exact"
    if factor is None:
        part = Decimal(above.value) / Decimal(first.value)
        draft.value, draft.form = plain(whole - part if negative else whole + part), "fraction"
        return True
    draft.kind, draft.form = "percent", None if factor == 1 else "permille"
    draft.value = plain(Decimal(-above.value if negative else above.value) * factor)
    draft.high = None if above.high is None else plain(Decimal(above.high) * factor)
    _percent_range(cursor, draft, factor)
    return True


def _percent_range(cursor: Cursor, draft: Draft, factor: Decimal) -> None:
    """百分之八十到九十, 百分之八十至百分之九十, 百分之七、八十, and 多 after the numeral."""
    if cursor.char(draft.end) == "、" and cursor.char(draft.end + 1) in NUMERATOR:
        second = read_numeral(cursor.folded, draft.end + 1, cursor.high)
        if second and second.scale == 10 and Decimal(second.value) * factor == (draft.value + factor) * 10:
            draft.value, draft.high = draft.value * 10, plain(Decimal(second.value) * factor)
            draft.end = draft.numeral_end = second.end
    found = re.compile(r"(?:-|~|至|到)(?:百分之)?").match(cursor.folded, draft.end, cursor.high)
    if found and found.end() < cursor.high and cursor.folded[found.end()] in NUMERATOR:
        second = read_numeral(cursor.folded, found.end(), cursor.high)
        if second and plain(Decimal(second.value) * factor) > draft.value:
            draft.high = plain(Decimal(second.value) * factor)
            draft.end = draft.numeral_end = second.end
    if cursor.char(draft.end) in ("多", "余"):
        draft.end, draft.bound, draft.near = draft.end + 1, "min", True


_SLASH = re.compile(r"(?<![0-9]/)(?P<a>[0-9]{1,4})/(?P<b>[0-9]{1,4})(?![0-9/.])")
_MIXED = re.compile(r"(?P<whole>[0-9]{1,4})(?: |又)(?P<a>[0-9]{1,4})/(?P<b>[0-9]{1,4})(?![0-9/.])")


def _slash(cursor: Cursor, draft: Draft, first: Numeral) -> bool:
    """1/3, 2 1/4 and 2又1/4."""
    if first.hanzi or cursor.char(first.end) not in ("/", " ", "又"):
        return False
    found = _SLASH.match(cursor.folded, draft.start, cursor.high) or _MIXED.match(cursor.folded, draft.start, cursor.high)
    if found is None or not int(found["b"]) or int(found["a"]) >= int(found["b"]):
        return False
    whole = int(found["whole"]) if "whole" in found.re.groupindex else 0
    draft.value, draft.form = plain(whole + Decimal(int(found["a"])) / int(found["b"])), "fraction"
    draft.end = draft.numeral_end = found.end()
    return True
