"""Identifiers known by their shape: phones, ISBN, versions, 1080P, 007."""

from __future__ import annotations

import re

from pipeline.values.cursor import Cursor
from pipeline.values.date.numeric import NUMERIC
from pipeline.values.kinds import Number
from pipeline.values.number.identified import identified

_DOTTED = re.compile(r"[0-9]++(?:\.[0-9]++){2,}")
_PHONE = re.compile(
    r"(?:86|0086)[- ]?(?:1[3-9][0-9]{9}|[0-9]{2,3}-[0-9]{7,8})(?![0-9])|0[0-9]{2,3}\)[ -]?[0-9]{7,8}(?![0-9])|(?:0[0-9]{2,3}|[0-9]{3,4})-[0-9]{7,8}(?:(?:-|转)[0-9]{1,5})?(?![0-9])|[48]00-?[0-9]{3,4}-?[0-9]{3,4}(?![0-9])|1[3-9][0-9]{9}(?![0-9])"
    r"|1[3-9][0-9](?P<gap>[- ])[0-9]{4}(?P=gap)[0-9]{4}(?![0-9])|[0-9]{17}[0-9Xx](?![0-9])"
)
_ISBN = re.compile(r"97[89]-?[0-9]{1,5}-?[0-9]{1,7}-?[0-9]{1,6}-?[0-9X](?![0-9])|[0-9]{4}-[0-9]{3}[0-9X](?![0-9])")
_NO_DAY = re.compile(
    r"(?!(?:1[5-9]|20)[0-9]{2}-(?:0?[1-9]|1[0-2])-(?:0?[1-9]|[12][0-9]|3[01])(?![0-9]))[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9-])"
)  # 2016-13-01
_SUFFIX = re.compile(r"[0-9]++[A-Za-z][A-Za-z0-9]*+")
_GENERATION = re.compile(r"(?:[2-6]G|[248]K|[234]D)(?![A-Za-z0-9])")


def shaped(cursor: Cursor, at: int, end: int, after: str) -> Number | None:
    """Numbers known by their shape."""
    folded = cursor.folded
    if after in ("-", "转", " ", ")") or end - at >= 11:
        found = _PHONE.match(folded, at, cursor.high)
        if found:
            opened = at > cursor.low and folded[at - 1] == ("(" if ")" in found[0] else "+")
            return identified(cursor, at - opened, found.end())
    if after == "-" and end - at == 4 and (found := _NO_DAY.match(folded, at, cursor.high)):
        return identified(cursor, at, found.end())
    if after == "-" or end - at in (10, 13):
        found = _ISBN.match(folded, at, cursor.high)
        if (
            found
            and (end - at != 4 or not cursor.unit(found.end()))
            and (end - at == 3 or found[0].count("-") != 1 or folded[at] == "0" or found[0][-1] == "X")
        ):
            return identified(cursor, at, found.end())
    if after == "." and (found := _DOTTED.match(folded, at, cursor.high)) and not NUMERIC.match(folded, at):
        return identified(cursor, at, found.end())
    if after.isascii() and after.isalpha():
        found = _GENERATION.match(folded, at, cursor.high)
        if found:
            return identified(cursor, at, found.end(), "name")
        if not cursor.unit(end) and not re.compile(r"[kKMG](?![A-Za-z])").match(folded, end):
            return identified(cursor, at, _SUFFIX.match(folded, at, cursor.high).end())  # type: ignore[union-attr]
    if end - at > 8 and not cursor.unit(end) and after not in (",", ".", "%", "多", "余", "万"):
        return identified(cursor, at, end)
    if folded[at] == "0" and end - at > 1 and after not in ("月", "日", "年", ":", "时", "点", "分", "."):
        return identified(cursor, at, end)
    return identified(cursor, at, end) if end - at > 18 else None
