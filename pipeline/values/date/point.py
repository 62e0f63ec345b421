"""One date as written, before anything is resolved."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.values.number.digits import DIGITS, positional
from pipeline.values.number.hanzi import worth_of


@dataclass(slots=True)
class Point:
    """The parts of a date that are written. `*_shift` count from the reference, `*_same` from the date named before.

    `part` is H1 H2, Q1 to Q4, M1-n (first n months), L1-n (last n), begin end mid, spring to winter, T1 to T3 (ten days), decade or century with `phase`.
    """

    y: int | None = None
    m: int | None = None
    d: int | None = None
    y_shift: int | None = None
    y_same: int | None = None
    m_shift: int | None = None
    m_same: int | None = None
    d_shift: int | None = None
    d_same: int | None = None
    week: int | None = None
    quarter: int | None = None
    weekday: int | None = None
    span: int | None = None  # first year of a decade or century
    span_years: int = 0
    span_guess: bool = False  # 80年代 without its century
    part: str | None = None
    nth: tuple[int, int] | None = None  # the nth (-1 the last) weekday, or day (7), of a month or year
    pair: bool = False
    two_digits: bool = False
    unknown: bool = False  # reign and lunar years: kept as text

    @property
    def has_year(self) -> bool:
        """Whether a year is told, in whatever way."""
        return self.y is not None or self.y_shift is not None or self.y_same is not None or self.span is not None

    @property
    def yearless(self) -> bool:
        """Whether a month, day or part of a year is told, but nothing that tells the year."""
        moved = (self.m_shift, self.m_same, self.d_shift, self.d_same, self.week, self.weekday, self.quarter)
        return not self.has_year and all(shift is None for shift in moved)

    @property
    def precision(self) -> str:
        """How exact the words are: one of `kinds.PRECISIONS`."""
        if self.nth is not None or self.d is not None or self.d_shift is not None or self.d_same is not None or self.weekday is not None:
            return "day"
        if self.span is not None:
            return "century" if self.span_years == 100 else "decade"
        if self.quarter is not None:
            return "quarter"
        if self.part:
            return {"H": "half", "Q": "quarter", "S": "season"}.get(self.part[0], "part")
        if self.week is not None:
            return "part"
        return "month" if self.m is not None or self.m_shift is not None or self.m_same is not None else "year"


def numeral_value(text: str) -> int:
    """A numeral of a date; 元 is 1."""
    if text == "元":
        return 1
    if text.isdigit():
        return int(text)
    text = text.replace("O", "〇").replace("o", "〇").replace("廿", "二十")
    if all(char in DIGITS for char in text):
        return positional(text)
    worth = worth_of(text)
    return int(worth.value) if worth else 0
