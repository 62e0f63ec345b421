"""A number while it is read."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.values.kinds import Value


@dataclass(slots=True)
class Draft:
    """A number on its way: `start:numeral_end` its numeral, `end` where reading stands, `near` whether an inner hedge decided the bound."""

    start: int
    numeral_end: int
    end: int
    value: Value
    high: Value | None = None
    bound: str = "exact"
    unit: str | None = None
    kind: str = "count"
    form: str | None = None
    hanzi: bool = False
    near: bool = False
    weak: bool = False
    raw: str = ""
