"""What stands before a number: hedges, signs, currency marks."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.values.cursor import Cursor
from pipeline.values.number.digits import plain
from pipeline.values.number.draft import Draft

LINKS = ("达到", "达", "有", "共", "为", "了", "到", "计", "至", "的", "占", " ", "人民币")
LINK_ENDS = frozenset(link[-1] for link in LINKS)
SIGNS = frozenset("$¥€£￥.-负下")
COLD = ("%", "‰", "℃", "度", "摄氏度", "个百分点")


_CODE = re.compile(r"(?:RMB|USD|CNY|HKD|EUR|GBP|JPY|US|HK) ?$")


def coded(cursor: Cursor, draft: Draft, start: int) -> int:
    """Where an amount starts with the currency code before it (RMB 300, US$5)."""
    found = _CODE.search(cursor.folded[max(cursor.low, start - 4) : start])
    if found is None or draft.kind not in ("count", "money"):
        return start
    if draft.unit in (None, "$"):
        draft.kind, draft.unit = "money", found[0].strip() + (draft.unit or "")
    return start - len(found[0])


def signed(cursor: Cursor, draft: Draft) -> int:
    """Where the number starts with its sign; 负, 零下 and a minus that joins nothing turn the value."""
    start = draft.start
    char = cursor.folded[start - 1]
    if char not in SIGNS or start == cursor.low:
        return start
    if char in "$¥€£￥":
        if draft.unit is None:
            draft.kind, draft.unit = "money", char
        return start - 1
    previous = cursor.char(start - 2)
    if char == "." and not previous.isalnum() and draft.raw.isdigit() and isinstance(draft.value, int):
        draft.value = plain(Decimal(draft.value).scaleb(-len(draft.raw)))
        return start - 1
    if (char == "-" and _minus(cursor, draft, previous)) or (
        char == "负" and previous not in ("担", "自", "胜", "肩", "背", "辜", "抱", "欺", "亏")
    ):
        length = 1
    elif char == "下" and previous == "零":
        length = 2
    else:
        return start
    draft.value = -draft.value
    twice = draft.unit is not None and draft.unit in cursor.folded[draft.start : draft.numeral_end]
    if draft.high is not None and length > 1 and not twice:  # 零下3至5度; but -2~5℃ and 零下2℃至5℃
        draft.value, draft.high = -draft.high, draft.value
    return start - length


def _minus(cursor: Cursor, draft: Draft, previous: str) -> bool:
    """Whether - is a sign: not after a digit, letter, % or another find; after hanzi only before a share or a temperature."""
    if previous in "%-)" or (cursor.low == draft.start - 1 and draft.start > 1):
        return False
    return not previous.isalnum() or (not previous.isascii() and draft.unit in COLD)


def hedge_before(cursor: Cursor, start: int) -> tuple[str | None, int]:
    """The bound that a word before the number gives and where that word begins."""
    char = cursor.folded[start - 1]
    if char in cursor.tables.before and (hedge := cursor.before(start)):
        return hedge.bound, start - len(hedge.word)
    if char not in LINK_ENDS:
        return None, start
    for link in LINKS:
        edge = start - len(link)
        if edge >= cursor.low and cursor.folded.startswith(link, edge):
            hedge = cursor.before(edge)
            return (hedge.bound, edge - len(hedge.word)) if hedge else (None, start)
    return None, start
