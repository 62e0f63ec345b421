"""Digits that name rather than count: the order in which their kinds are tried."""

from __future__ import annotations

import re

from pipeline.values.cursor import Cursor
from pipeline.values.kinds import Number
from pipeline.values.number.contexts import in_context
from pipeline.values.number.glued import after_letters
from pipeline.values.number.identified import identified
from pipeline.values.number.shapes import shaped

_DIGITS = re.compile(r"[0-9]++")
_DOCUMENT = re.compile(r"[〔\[(【]?(?:19|20)[0-9]{2}[〕\])】]第?[0-9]{1,5}(?:-[0-9]{1,5})?号")
_OPEN = "〔[(【"
_MASKED = re.compile(r"[0-9]{0,6}[xX×*＊]{2,}[0-9xX×*]*|[0-9]{1,3}[xX×](?=年)")
_MARKED = re.compile(r"[A-Z][0-9]{1,3}(?:\.[0-9]{1,4})?=$")
_DOTTED_DAY = re.compile(r"[0-9一二三四五六七八九十]{1,2}[·•・][0-9一二三四五六七八九十]{1,3}")


def identifier(cursor: Cursor, at: int) -> Number | None:
    """The identifier whose first digit stands at `at`. Letters and brackets before it belong to it."""
    folded = cursor.folded
    before = folded[at - 1] if at > cursor.low else "\0"
    end = _DIGITS.match(folded, at).end()  # type: ignore[union-attr]
    after = cursor.char(end)
    if before in _OPEN and end - at == 4 and (found := _DOCUMENT.match(folded, at - 1, cursor.high)):
        return identified(cursor, at - 1, found.end())
    if before.isascii() and (before.isalpha() or before in "_@/=&?#.-"):
        number = after_letters(cursor, at)
        if number:
            return number
    if (before == "+" and folded[at - 2] == "+") or (before == "=" and _MARKED.search(folded, max(0, at - 12), at)):
        return identified(cursor, at, end)  # C++11, K825.6=73
    if after in "·•・" and (found := _DOTTED_DAY.match(folded, at, cursor.high)):
        return identified(cursor, at, found.end(), "name")
    if after in "xX×*" and (found := _MASKED.match(folded, at, cursor.high)):
        return identified(cursor, at, found.end())
    return shaped(cursor, at, end, after) or in_context(cursor, at, end, after)
