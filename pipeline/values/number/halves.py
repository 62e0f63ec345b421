"""半 as a number: 一半, 半数, 过半, 大半, 半小时, 半个月. Not 上半年, 半岛, 半天."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.values.cursor import Cursor
from pipeline.values.kinds import Number
from pipeline.values.number.draft import Draft
from pipeline.values.number.finish import finish

HALF = Decimal("0.5")
_HALF_SHARE = re.compile(r"一半(?!天)|半数|半(?=以上|左右)")
_MORE = re.compile(r"半个多(?:(?P<unit>小时|钟头|世纪|学期|星期)|月)")
_NOT_BEFORE = "上下前后大多过对夜东西南北月"


def half(cursor: Cursor, at: int) -> Number | None:
    """The half that begins at `at` (一 or 半)."""
    folded = cursor.folded
    before = cursor.char(at - 1)
    if found := _HALF_SHARE.match(folded, at, cursor.high):
        return _half_share(cursor, at, found.end(), before)
    if folded[at] != "半":
        return None
    if before in "过大近" and cursor.low < at and cursor.char(at + 1) not in "年天夜辈生岛个小月日价":
        return _half_share(cursor, at, at + 1, before)
    if before in _NOT_BEFORE or before in "一二三四五六七八九十百千万0123456789":
        return None
    if found := _MORE.match(folded, at, cursor.high):
        draft = Draft(at, found.end(), found.end(), HALF, None, "min", found["unit"] or "个月", "duration", "half", near=True)
        return finish(cursor, draft)
    whole = cursor.unit(at + 1)
    if whole and whole.kind == "duration" and len(whole.word) > 1:
        return finish(
            cursor,
            Draft(
                at,
                at + 1,
                at + 1 + len(whole.word),
                HALF,
                unit=whole.word if whole.word == "个月" else whole.word.removeprefix("个"),
                kind=whole.kind,
                form="half",
            ),
        )
    end = at + 1 + folded.startswith("个", at + 1)
    if folded.startswith(("天", "日", "夜"), end) and end == at + 1:
        return None
    unit = cursor.unit(end)
    if unit is None or not unit.measure:
        if end == at + 1 or (unit is None and cursor.char(end) in "多世月"):
            return None
        return finish(cursor, Draft(at, at + 1, end, HALF, unit="个", form="half"))
    return finish(cursor, Draft(at, at + 1, end + len(unit.word), HALF, unit=unit.word, kind=unit.kind, form="half"))


def _half_share(cursor: Cursor, at: int, end: int, before: str) -> Number | None:
    """半数, 一半; 过 and 大 before it make it a lower bound, 近 an upper one."""
    draft = Draft(at, end, end, HALF, form="half")
    if before in "过大近" and at > cursor.low:
        draft.bound, draft.near = "max" if before == "近" else "min", True
        number = finish(cursor, draft)
        if number is None or number.start < at:
            return number
        return Number(at - 1, number.end, cursor.text[at - 1 : number.end], at, end, HALF, bound=draft.bound, form="half")
    return finish(cursor, draft)
