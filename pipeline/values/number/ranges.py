"""Ranges: 2-3万, 两到三千, 六、七千, 3天-5天."""

from __future__ import annotations

import re

from pipeline.values.cursor import Cursor
from pipeline.values.kinds import Value
from pipeline.values.number.digits import scaled
from pipeline.values.number.draft import Draft
from pipeline.values.number.numerals import Numeral, read_numeral

JOIN = re.compile(r" ?(?:-{1,2}|~{1,2}|至|到) ?")


def joined(cursor: Cursor, draft: Draft, first: Numeral) -> None:
    """A range, 2-3万, 两到三千: the left side takes the multiplier of the right where it has none and still is the smaller."""
    found = JOIN.match(cursor.folded, first.end, cursor.high)
    if found is None:
        _listed(cursor, draft, first)
        return
    if found.end() >= cursor.high or first.high is not None or (found[0] == "到" and cursor.char(draft.start - 1) == "从"):
        return
    if cursor.folded[found.end()] not in "0123456789" and not (first.hanzi or found[0].strip() in "-~至到"):
        return
    second = read_numeral(cursor.folded, found.end(), cursor.high) if begins_numeral(cursor.folded[found.end()]) else None
    if second is None or second.high is not None:
        return
    low = inherited(first, second, cursor.folded)
    if low >= second.value:
        return
    if low != first.value * second.scale and low != first.value:
        draft.bound = "approx"  # 八到九百亿: 八百 is a supposition
    draft.value, draft.high = low, second.value
    draft.end = draft.numeral_end = second.end
    if second.bound != "exact":
        draft.bound, draft.near = second.bound, True


def _listed(cursor: Cursor, draft: Draft, first: Numeral) -> None:
    """六、七千 is 6000 to 7000; 五、六楼 is two."""
    if (
        not first.hanzi
        or first.value not in range(1, 9)
        or cursor.char(first.end) != "、"
        or not begins_numeral(cursor.char(first.end + 1))
    ):
        return
    second = read_numeral(cursor.folded, first.end + 1, cursor.high)
    if second and second.scale == 1 and second.value == first.value + 1 and cursor.char(second.end) == "成":
        draft.value, draft.high, draft.end, draft.numeral_end = first.value, second.value, second.end, second.end
        return
    if second is None or second.scale == 1 or second.high is not None or second.value != (int(first.value) + 1) * second.scale:
        return
    draft.value, draft.high = int(first.value) * second.scale, second.value
    draft.end = draft.numeral_end = second.end
    draft.bound, draft.near = second.bound, second.bound != "exact"


def begins_numeral(char: str) -> bool:
    """Whether a numeral can begin with this character."""
    return char in "0123456789零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟几"


def inherited(first: Numeral, second: Numeral, folded: str) -> Value:
    """The left value of a range under the right side's multiplier."""
    if 1 < first.scale < 10**4 <= second.scale:  # 二十至三十万
        whole = scaled(first.value, second.scale)
        return whole if whole < second.value else first.value
    if first.scale != 1 or second.scale <= 10:
        return first.value
    lead = int(str(second.value)[0])
    size = 10 ** (len(str(second.value)) - 1) if isinstance(second.value, int) else 1
    if size > second.scale and isinstance(first.value, int) and first.value < 10 and first.value + 1 == lead and second.hanzi:
        return first.value * size
    whole = scaled(first.value, second.scale)
    return whole if whole < second.value else first.value


def second_amount(cursor: Cursor, draft: Draft) -> None:
    """A range with the unit on both sides, 3天-5天, 10万元至20万元; not 从A到B, which tells two levels."""
    found = JOIN.match(cursor.folded, draft.end, cursor.high)
    if found is None or found.end() >= cursor.high or not begins_numeral(cursor.folded[found.end()]):
        return
    if cursor.char(draft.start - 1) in "从由自":
        return
    second = read_numeral(cursor.folded, found.end(), cursor.high)
    if second is None or second.high is not None or second.value <= draft.value:
        return
    unit = cursor.unit(second.end)
    if unit is None or unit.word.removeprefix("个") != (draft.unit or "").removeprefix("个"):
        return
    draft.high, draft.numeral_end, draft.end = second.value, second.end, second.end + len(unit.word)
