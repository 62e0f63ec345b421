"""Numbers with an exponent: 1e10, 1.5E-5."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.values.cursor import Cursor
from pipeline.values.kinds import Number
from pipeline.values.number.digits import plain

_EXPONENT = re.compile(r"[0-9]{1,18}(?:\.[0-9]{1,18})?[eE][+-]?[0-9]{1,2}(?![0-9A-Za-z.\u4e00-\u9fff])")


def exponent(cursor: Cursor, at: int) -> Number | None:
    """The number with an exponent that begins at `at`; glued to letters or words it would name something."""
    found = _EXPONENT.match(cursor.folded, at, cursor.high)
    if found is None or (at and cursor.folded[at - 1].isascii() and cursor.folded[at - 1].isalnum()):
        return None
    return Number(at, found.end(), cursor.text[at : found.end()], at, found.end(), plain(Decimal(found[0])))
