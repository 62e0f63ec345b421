"""The worth of a numeral in hanzi, or hanzi and digits mixed: 三十五万六千, 两万五, 七八十, 几十万, 3万5千."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from pipeline.values.kinds import Value
from pipeline.values.number.digits import DIGITS, LARGE, MAX_DIGITS, SCALES, SMALL, adjacent, plain, positional

FREE = 10**20  # no multiplier so far
_ATOM = re.compile(r"[0-9]+(?:\.[0-9]+)?")


class Worth(NamedTuple):
    """What the first `length` characters of a hanzi numeral are worth."""

    length: int
    value: Value
    high: Value | None = None
    bound: str = "exact"


@lru_cache(maxsize=8192)
def worth_of(text: str) -> Worth | None:
    """The longest beginning of a hanzi or mixed numeral that has a value. Three single digits and more count as positional."""
    digits = 0
    while digits < len(text) and text[digits] in DIGITS and text[digits] not in "0123456789":
        digits += 1
    if digits > 2 or (digits == 2 and ("〇" in text[:2] or text[0] == "零")):
        return Worth(digits, positional(text[:digits])) if digits <= MAX_DIGITS else None
    low = _Sum(text, upper=False).read()
    if low.at == 0:
        return None
    if not low.loose:
        return Worth(low.at, plain(low.value))
    high = _Sum(text[: low.at], upper=True).read()
    return Worth(low.at, plain(low.value), plain(high.value), "min" if low.hedged else "exact")


class _Sum:
    """One pass over a numeral. `total` holds what stands before a 万 or 亿, `section` what follows, `digit` the digit without a multiplier.

    `small` and `large` are the last multipliers, which must fall; `last` tells what a lone last digit counts (两万五: thousands).
    `upper` takes the upper one of neighbouring digits (七八十) and of 几; `loose` says there were such, `hedged` that it was 几 or 数.
    """

    def __init__(self, text: str, upper: bool) -> None:
        self.text, self.upper = text, upper
        self.total, self.section = Decimal(0), Decimal(0)
        self.digit: Decimal | None = None
        self.small = self.large = FREE
        self.last, self.at = 1, 0
        self.loose = self.hedged = False

    def read(self) -> _Sum:
        """Read as far as the text makes sense."""
        while self.at < len(self.text):
            width = self._step(self.text[self.at])
            if not width:
                break
            self.at += width
        return self

    @property
    def value(self) -> Decimal:
        """The worth of what was read."""
        known = self.total + self.section
        if self.digit is None:
            return known
        tail = self.last >= 100 and self.text[self.at - 1] not in "几数"
        return known + (self.digit * self.last / 10 if tail else self.digit)

    def _step(self, char: str) -> int:
        """Take one character (or a run of ASCII digits); 0 where it can't follow."""
        if char in "零〇":
            return self._gap()
        if char in "几数":
            return self._some(char)
        if char in DIGITS:
            return self._digit(char)
        return self._small(SMALL[char]) if char in SMALL else self._large(LARGE[char])

    def _gap(self) -> int:
        if self.digit is not None or self.at + 1 == len(self.text) > 1:
            return 0
        self.digit, self.last = (Decimal(0), 1) if len(self.text) == 1 else (None, 1)
        return 1

    def _some(self, char: str) -> int:
        following = self.text[self.at + 1 : self.at + 2]
        if self.digit is not None or (char == "数" and following not in SCALES):
            return 0
        lowest = 1 if following in SMALL or not (self.section or self.total) else 0
        self.digit, self.loose, self.hedged = Decimal(10 if self.upper else lowest), True, True
        return 1

    def _digit(self, char: str) -> int:
        if char.isascii() and (atom := _ATOM.match(self.text, self.at)):
            if self.digit is not None:
                return 0
            self.digit, self.last = Decimal(atom[0]), self.last if len(atom[0]) == 1 else 1
            return len(atom[0])
        if self.digit is None:
            self.digit = Decimal(DIGITS[char])
            return 1
        if self.loose or not adjacent(self.text[self.at - 1], char):
            return 0
        self.loose, self.digit = True, Decimal(DIGITS[char]) if self.upper else self.digit
        return 1

    def _small(self, unit: int) -> int:
        """十 百 千, and 廿 卅."""
        if unit >= self.small or (self.digit is None and self.at and self.small != FREE and unit != 10):
            return 0
        self.section += unit if self.digit is None else self.digit * unit
        self.small = self.last = unit if unit in (10, 100, 1000) else 10
        self.digit = None
        return 1

    def _large(self, unit: int) -> int:
        """万 亿; a larger one after a smaller multiplies all (三千万亿)."""
        section = self.section + (self.digit or 0)
        if unit == self.large and section:
            return 0
        if not section and not self.total:
            self.total = Decimal(unit)
        elif unit >= self.large or self.total == 0:
            self.total = (self.total + section) * unit
        else:
            self.total += section * unit
        self.section, self.digit = Decimal(0), None
        self.large, self.small, self.last = unit, FREE, unit
        return 1
