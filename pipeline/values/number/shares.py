"""Shares and multiples by their unit: 12%, 5‰, 三成, 2个百分点, 1.5倍, 翻两番."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.values.cursor import Cursor
from pipeline.values.kinds import Number
from pipeline.values.number.digits import DIGITS, plain
from pipeline.values.number.draft import Draft
from pipeline.values.number.numerals import read_numeral

CHENG = re.compile(
    r"成(?:(?P<half>半)|(?P<tenth>[一二三四五六七八九])(?![一二三四五六七八九十百千万个名家项年]))?(?P<more>多)?(?![果员立就长功为本效人都熟品分型绩交群千因语对年套])"
)


_DOUBLED = re.compile(r"翻了?(?:近|约|超|逾|将近|超过|不到|大约|至少)?$")
_TENTHS = re.compile(r"成(?P<half>)(?P<tenth>)(?P<more>)(?=为)")


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
    elif char == "成" and draft.value <= 10 and (found := _cheng(cursor, draft, end)):
        half = Decimal("0.5") if found["half"] else Decimal(DIGITS[found["tenth"]]) / 10 if found["tenth"] else 0
        draft.value = plain((Decimal(draft.value) + half) * 10)
        draft.high = None if draft.high is None else draft.high * 10
        _set(draft, "percent", "成", found.end(), "cheng")
        if found["more"]:
            draft.bound, draft.near = "min", True
    elif char == "倍" or (char == "个" and cursor.char(end + 1) == "倍"):
        _times(cursor, draft, end + (char == "个"))
    elif char == "番" and _DOUBLED.search(cursor.folded[max(0, draft.start - 5) : draft.start]):
        draft.value, draft.form = 2 ** int(draft.value) if draft.value <= 20 else draft.value, "change"
        _set(draft, "times", "番", end + 1, "change")
    else:
        return False
    return True


def whole_share(cursor: Cursor, at: int) -> Number | None:
    """百分百: all of it."""
    if not cursor.folded.startswith("百分百", at):
        return None
    return Number(at, at + 3, cursor.text[at : at + 3], at, at + 3, 100, kind="percent")


def _cheng(cursor: Cursor, draft: Draft, end: int) -> re.Match[str] | None:
    """成 as a tenth. 成为 is a verb, unless the clause begins with the number (八成为中小学生)."""
    found = CHENG.match(cursor.folded, end, cursor.high)
    if found is None and cursor.folded.startswith("成为", end) and cursor.char(draft.start - 1) in ",，。;、中约近超占有过\0":
        return _TENTHS.match(cursor.folded, end, cursor.high)
    return found


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
    second = read_numeral(cursor.folded, found.end(), cursor.high) if cursor.char(found.end()).isdigit() else None
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
