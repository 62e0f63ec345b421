"""Digits glued to letters: addresses, models, shelf marks (G250.7, PM2.5, www.a.cn/2012)."""

from __future__ import annotations

import re

from pipeline.values.cursor import Cursor
from pipeline.values.kinds import Number
from pipeline.values.number.identified import identified

_TOKEN = re.compile(r"[A-Za-z0-9_./:?&=%@#+~-]{1,2000}+")
_MAIL = re.compile(r"[A-Za-z0-9_.+-]{1,64}+@")


def after_letters(cursor: Cursor, at: int) -> Number | None:
    """Digits glued to letters: an address, a model, a shelf mark (G250.7, PM2.5, www.a.cn/2012)."""
    first = at
    while first > cursor.low and (folded := cursor.folded[first - 1]).isascii() and (folded.isalnum() or folded in "_./:?&=%@#+~-"):
        first -= 1
    head = cursor.folded[first:at]
    letters = head.lstrip("-_./:#&=+~?%@")
    if "@" in head or is_mail(cursor, at):
        return identified(cursor, first + len(head) - len(letters), _TOKEN.match(cursor.folded, at).end())  # type: ignore[union-attr]
    if not letters or not any(char.isalpha() for char in head):
        return None
    if letters.rstrip("$. ").upper() in ("RMB", "USD", "US", "HK", "NO", "EUR", "CNY", "HKD", "JPY", "GBP"):
        return None
    end = _TOKEN.match(cursor.folded, at).end()  # type: ignore[union-attr]
    while end > at + 1 and cursor.folded[end - 1] in ".:-~/+?&=%":
        end -= 1
    if "://" not in head and "@" not in head and "www" not in head:
        end = re.compile(r"[0-9]++(?:[.\-/][0-9]++|[A-Za-z]++[0-9]*+)*+").match(cursor.folded, at).end()  # type: ignore[union-attr]
    return identified(cursor, first + len(head) - len(letters), end)


def is_mail(cursor: Cursor, at: int) -> bool:
    """Whether the token that goes on here is a mail address."""
    return _MAIL.match(cursor.folded, at) is not None
