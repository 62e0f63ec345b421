"""Shares and multiples: 百分之三点五, 12%, 三成, 5‰, 三分之一, 一半, 2个百分点, 1.5倍, 翻两番. Every share's value is in percent, a plain fraction's is the ratio."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from pipeline.values import numerals
from pipeline.values.numerals import Numeral, plain
from pipeline.values.tables import Cursor

if TYPE_CHECKING:
    from pipeline.values.quantity import Draft

HUNDREDTHS = {"百": Decimal(1), "千": Decimal("0.1"), "万": Decimal("0.01"), "一百": Decimal(1)}
CHENG = re.compile(r"成(?:(?P<half>半)|(?P<tenth>[一二三四五六七八九])(?![一二三四五六七八九十百千万个名家项年]))?(?P<more>多)?(?![果员立就长功为本效人都熟品分型绩交群千因语对年套])")
OF = re.compile(r"分之")
NUMERATOR = "0123456789零一二两三四五六七八九十百几"


def fraction(cursor: Cursor, draft: Draft, first: Numeral) -> bool:
    """A分之B and 一又A分之B; with 百, 千, 万 a percentage (or a range of them)."""
    folded, whole = cursor.folded, Decimal(0)
    if folded.startswith("又", first.end) and first.end + 1 < cursor.high and folded[first.end + 1] in NUMERATOR:
        second = numerals.read(folded, first.end + 1, cursor.high)
        if second is None or not folded.startswith("分之", second.end):
            return False
        whole, first = Decimal(first.value), second
    if not folded.startswith("分之", first.end):
        return _slash(cursor, draft, first)
    at = first.end + 2
    negative = folded[at : at + 1] in ("负", "-")
    at += negative
    if at >= cursor.high or folded[at] not in NUMERATOR or first.high is not None:
        return False
    above = numerals.read(folded, at, cursor.high)
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
    """百分之八十到九十, 百分之八十至百分之九十, and 多 after the numeral."""
    found = re.compile(r"(?:-|~|至|到)(?:百分之)?").match(cursor.folded, draft.end, cursor.high)
    if found and found.end() < cursor.high and cursor.folded[found.end()] in NUMERATOR:
        second = numerals.read(cursor.folded, found.end(), cursor.high)
        if second and plain(Decimal(second.value) * factor) > draft.value:
            draft.high = plain(Decimal(second.value) * factor)
            draft.end = draft.numeral_end = second.end
    if cursor.char(draft.end) in ("多", "余"):
        draft.end, draft.bound, draft.near = draft.end + 1, "min", True


_SLASH = re.compile(r"(?P<a>[0-9]{1,4})/(?P<b>[0-9]{1,4})(?![0-9/.])")
_MIXED = re.compile(r"(?P<whole>[0-9]{1,4}) (?P<a>[0-9]{1,4})/(?P<b>[0-9]{1,4})(?![0-9/.])")


def _slash(cursor: Cursor, draft: Draft, first: Numeral) -> bool:
    """1/3 and 2 1/4."""
    if first.hanzi or cursor.char(first.end) not in ("/", " "):
        return False
    found = _SLASH.match(cursor.folded, draft.start, cursor.high) or _MIXED.match(cursor.folded, draft.start, cursor.high)
    if found is None or not int(found["b"]) or int(found["a"]) >= int(found["b"]):
        return False
    whole = int(found["whole"]) if "whole" in found.re.groupindex else 0
    draft.value, draft.form = plain(whole + Decimal(int(found["a"])) / int(found["b"])), "fraction"
    draft.end = draft.numeral_end = found.end()
    return True


def share_unit(cursor: Cursor, draft: Draft) -> bool:
    """%, ‰, 个百分点, 成, 倍, 番 after a numeral (a blank may stand before a sign)."""
    end = draft.end + (cursor.char(draft.end) == " " and cursor.char(draft.end + 1) in ("%", "‰"))
    char = cursor.char(end)
    if char in ("%", "‰"):
        _sign(cursor, draft, end, char)
    elif char == "个" and cursor.folded.startswith("百分点", end + 1):
        _set(draft, "point", "个百分点", end + 4)
    elif char == "百" and cursor.folded.startswith("百分点", end):
        _set(draft, "point", "百分点", end + 3)
    elif char == "成" and draft.value <= 10 and (found := CHENG.match(cursor.folded, end, cursor.high)):
        half = Decimal("0.5") if found["half"] else Decimal(numerals.DIGITS[found["tenth"]]) / 10 if found["tenth"] else 0
        draft.value = plain((Decimal(draft.value) + half) * 10)
        draft.high = None if draft.high is None else draft.high * 10
        _set(draft, "percent", "成", found.end(), "cheng")
        if found["more"]:
            draft.bound, draft.near = "min", True
    elif char == "倍" or (char == "个" and cursor.char(end + 1) == "倍"):
        _times(cursor, draft, end + (char == "个"))
    elif char == "番" and cursor.char(draft.start - 1) in ("翻", "了"):
        draft.value, draft.form = 2 ** int(draft.value) if draft.value <= 20 else draft.value, "change"
        _set(draft, "times", "番", end + 1, "change")
    else:
        return False
    return True


def _set(draft: Draft, kind: str, unit: str, end: int, form: str | None = None) -> None:
    draft.kind, draft.unit, draft.end, draft.form = kind, unit, end, form


def _sign(cursor: Cursor, draft: Draft, end: int, sign: str) -> None:
    factor = Decimal(1) if sign == "%" else Decimal("0.1")
    draft.value = plain(Decimal(draft.value) * factor)
    draft.high = None if draft.high is None else plain(Decimal(draft.high) * factor)
    _set(draft, "percent", sign, end + 1, None if sign == "%" else "permille")
    found = re.compile(r" ?(?:-|~|至|到) ?").match(cursor.folded, draft.end, cursor.high)
    if found is None or draft.high is not None or cursor.char(draft.start - 1) in ("从", "由"):
        return
    second = numerals.read(cursor.folded, found.end(), cursor.high) if cursor.char(found.end()).isdigit() else None
    if second and cursor.char(second.end) == sign and second.value > draft.value:
        draft.high = plain(Decimal(second.value) * factor)
        draft.numeral_end, draft.end = second.end, second.end + 1


_RATIO = re.compile(r"(?:是|为|达|到|相当于|等于)[^,。;]{0,14}(?:的)?$")


def _times(cursor: Cursor, draft: Draft, end: int) -> None:
    """N倍: a ratio after 是, 为, 达; else a change. A half may follow."""
    left = cursor.folded[max(0, draft.start - 16) : draft.start]
    _set(draft, "times", "倍", end + 1, "ratio" if _RATIO.search(left) else "change")
    if cursor.char(draft.end) == "半":
        draft.value, draft.end = plain(Decimal(draft.value) + Decimal("0.5")), draft.end + 1
    elif cursor.char(draft.end) in ("多", "余"):
        draft.bound, draft.near, draft.end = "min", True, draft.end + 1
