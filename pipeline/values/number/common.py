"""The commonest numbers, read at once: digits, perhaps with 万 and 多, and a classifier, with nothing beside them that could mean more.

Most numbers of a report are such; what is refused here goes the long way, which would read these the same.
"""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.values.cursor import Cursor
from pipeline.values.kinds import Number, Value
from pipeline.values.number.digits import plain
from pipeline.values.number.hedges import LINK_ENDS, SIGNS

_COMMON = re.compile(r"([0-9]{1,9})(\.[0-9]{1,4})?([多余]?)([万亿]?)([多余]?)")
_SCALE = {"": 1, "万": 10**4, "亿": 10**8}
_ASIDE = LINK_ENDS | SIGNS | frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ\n\t")
_MEANING_MORE = ("块", "折", "班", "层")
_MORE = frozenset(" -~至到半多余百千亿倍月")


def common(cursor: Cursor, at: int) -> Number | None:
    """The number whose digits begin at `at`, where it is one of the common ones."""
    folded, tables = cursor.folded, cursor.tables
    before = folded[at - 1]
    if before in _ASIDE or before in tables.before:
        return None
    found = _COMMON.match(folded, at, cursor.high)
    if found is None:
        return None
    whole, part, inner, scale, outer = found.groups()
    end = found.end()
    unit = cursor.unit(end)
    if unit is None or unit.measure or unit.kind != "count" or unit.word in _MEANING_MORE or (inner and not scale):
        return None
    stop = end + len(unit.word)
    if folded[stop] in _MORE or folded[stop] in tables.after:
        return None
    value: Value = int(whole) * _SCALE[scale]
    if part:
        value = plain(Decimal(whole + part) * _SCALE[scale])
    bound = "min" if inner or outer else "exact"
    return Number(at, stop, cursor.text[at:stop], at, end, value, None, bound, unit.word)
