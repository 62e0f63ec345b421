"""A number as it stands in prose: sign, hedge, numeral, inner hedge, unit, hedge."""

from __future__ import annotations

import re

from pipeline.values.cursor import Cursor
from pipeline.values.kinds import Number
from pipeline.values.number.draft import Draft
from pipeline.values.number.finish import finish
from pipeline.values.number.fractions import fraction
from pipeline.values.number.numerals import Numeral, read_numeral
from pipeline.values.number.ranges import joined
from pipeline.values.number.units import with_unit
from pipeline.values.number.verdict import BARE


def quantity(cursor: Cursor, at: int) -> Number | None:
    """The number whose numeral begins at `at`."""
    first = read_numeral(cursor.folded, at, cursor.high)
    if first is None:
        return None
    if not first.hanzi and cursor.folded[first.end] == " ":
        first = spaced(cursor, at) or first
    draft = Draft(at, first.end, first.end, first.value, first.high, first.bound, hanzi=first.hanzi, near=first.bound != "exact")
    draft.raw = cursor.folded[at : first.end]
    following = cursor.folded[first.end]
    if following in "分又/ " and fraction(cursor, draft, first):
        return finish(cursor, draft)
    if following in " -~至到、":
        joined(cursor, draft, first)
    if cursor.folded[draft.end : draft.end + 2] in (" 多", " 余") and cursor.unit(draft.end + 2):
        draft.end += 1  # 800 余个
    if cursor.folded[draft.end] in "多余来+几把好":
        inner(cursor, draft)
    with_unit(cursor, draft)
    return finish(cursor, draft)


_SPACED = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+(?![0-9 ])")


def spaced(cursor: Cursor, at: int) -> Numeral | None:
    """12 345: a blank separates groups of three only where a unit follows."""
    found = _SPACED.match(cursor.folded, at, cursor.high)
    if found is None or not cursor.unit(found.end() + (cursor.folded[found.end()] in "余多")):
        return None
    return Numeral(at, found.end(), int(found[0].replace(" ", "")))


def inner(cursor: Cursor, draft: Draft) -> None:
    """多 余 来 把 + between numeral and unit; a multiplier may follow (40多万 is read with the numeral, 3千多 here)."""
    folded, end = cursor.folded, draft.end
    char = cursor.char(end)
    following = cursor.char(end + 1)
    if char == "好":  # 十好几个
        if following == "几":
            draft.end = draft.numeral_end = end + 2
            draft.bound, draft.near = "min", True
        return
    if char == "+" and (following.isdigit() or following in "xX"):
        return
    if char in "来" and not (folded[end - 1] in "十百千万亿0" and following not in "自源到访馆往看回宾客"):
        return
    if char == "把" and not (draft.raw in BARE and cursor.unit(end + 1)):  # 万把人; but 三把椅子
        return
    if char == "几" and not (draft.hanzi and cursor.unit(end + 1)):
        return
    if char in "多余" and (following in "少样元次方种维媒功达语" and not cursor.unit(end + 1)):
        return
    draft.end = draft.numeral_end = end + 1
    draft.bound, draft.near = ("approx" if char in "来把" else "min"), True
