"""Identifiers known by the words beside them: 邮编537000, 12345热线, 201室, 第15号, 幺幺零."""

from __future__ import annotations

import re

from pipeline.values.cursor import Cursor
from pipeline.values.kinds import Number
from pipeline.values.number.identified import identified

_STANDARD = re.compile(r"(?<![A-Z])(?!(?:RMB|USD|CNY|HKD|EUR|GBP|JPY) $)[A-Z]{2,}(?:/[A-Z])? $")
_ROOM = re.compile("室(?![内外])|(?:教|会议|阅览|办公|诊)室|房间?(?=[,。、;)]|$)")
_PRODUCT = re.compile(r"(?<![A-Za-z])(?!(?:RMB|USD|CNY|HKD|EUR|GBP|JPY) )[A-Z]?[A-Za-z]{2,} $")
_COUNTED = frozenset("多余万亿千百十%‰.,-~/ 至到倍成")
NUMBER = re.compile(r"[0-9][0-9A-Za-z·./\-]{0,60}+(?:(?: [0-9]{4}){2,5}(?: [0-9]{1,4})?(?![0-9])|(?: [0-9]{3,8}(?![0-9])))?")


def in_context(cursor: Cursor, at: int, end: int, after: str) -> Number | None:
    """Numbers named by the word before them (电话, 邮编, QQ …) or after (12345热线, 201室)."""
    folded = cursor.folded
    left = folded[max(cursor.low, at - 14) : at]
    if end - at >= 3 or after in ("-", ".", "/", "·"):
        if left.endswith(" ") and _STANDARD.search(left):
            return identified(cursor, at, NUMBER.match(folded, at).end())  # type: ignore[union-attr]
        if cursor.tables.identifier.search(left):
            stop = NUMBER.match(folded, at, cursor.high)
            unit = cursor.unit(stop.end()) if stop and stop.end() - at < 7 else None
            if stop and not (unit and unit.kind != "ordinal") and cursor.char(stop.end()) not in "多余万亿千百%":
                return identified(cursor, at, stop.end())
    if left.endswith(" ") and _PRODUCT.search(left) and end - at < 5 and after not in _COUNTED and not cursor.unit(end):
        return identified(cursor, at, end)
    if end - at in (3, 5) and after in cursor.tables.hotline and (find := _hotline(cursor, at, end)):
        return find
    if end - at in (3, 4) and (room := _ROOM.match(folded, end, cursor.high)):
        return identified(cursor, at, room.end())
    return None


def _hotline(cursor: Cursor, at: int, end: int) -> Number | None:
    """12345热线, 110报警, 985高校."""
    lists, digits = cursor.tables.lexicon.lists, cursor.folded[at:end]
    if digits not in lists["named_numbers"] and not (len(digits) == 5 and digits[0] in "19"):
        return None
    return identified(cursor, at, end) if cursor.folded.startswith(lists["hotlines"], end) else None


_SPOKEN = re.compile(r"[零〇幺一二三四五六七八九]{3,40}+")


def spoken(cursor: Cursor, at: int) -> Number | None:
    """Digits told one by one in hanzi without a unit, 幺幺零: they name, unless they are all the text."""
    found = _SPOKEN.match(cursor.folded, at, cursor.high)
    if found and len(found[0]) == cursor.high and "幺" not in found[0] and found[0][0] not in "零〇":
        return None
    if found is None or ((cursor.char(found.end()) in "十百千万亿点两多余年月日%") and "幺" not in found[0]):
        return None
    if cursor.char(found.end()) in "级届" and len(found[0]) == 4:
        return None
    unit = cursor.unit(found.end())
    if "幺" not in found[0] and unit and unit.kind != "ordinal":
        return None
    return identified(cursor, at, found.end())


def doc_number(cursor: Cursor, at: int, end: int) -> bool:
    """Whether 第N号 stands here: an identifier, not an ordinal."""
    return cursor.folded.startswith("号", end) and not cursor.folded.startswith("号楼", end)
