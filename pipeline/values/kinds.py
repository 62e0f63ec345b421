"""What a find is: a number or a date, with its place in the caller's text. Offsets are half-open code points."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

Value = int | Decimal
BOUNDS = ("exact", "min", "max", "approx")
KINDS = (
    "count", "ordinal", "percent", "point", "times", "money", "identifier", "weak", "duration", "time", "label", "name",
)  # fmt: skip
COUNTED = frozenset(("count", "percent", "point", "times", "money", "duration"))
FORMS = ("fraction", "half", "permille", "cheng", "change", "ratio")
ROLES = ("at", "as_of", "since", "until", "duration", "vague")
PRECISIONS = ("day", "month", "year", "quarter", "half", "decade", "century", "season", "plan", "part", "range", "none")


class Number(NamedTuple):
    """A number with its hedges and unit.

    `start:end` holds hedges, numeral, multiplier and unit; `numeral_start:numeral_end` the numeral with its multiplier and
    inner hedge. `value` is the number stated: a floor under 多/余, percent for every share (三成 is 30, 5‰ is 0.5), None for an
    identifier and a clock time. `value_high` is the upper end of a range or of 几/数. `unit` is folded. `form` says how a share or a
    multiple was told: fraction, half, permille, cheng; change or ratio for 倍.
    """

    start: int
    end: int
    text: str
    numeral_start: int
    numeral_end: int
    value: Value | None
    value_high: Value | None = None
    bound: str = "exact"
    unit: str | None = None
    kind: str = "count"
    weak: bool = False
    form: str | None = None


class DateSpan(NamedTuple):
    """A date or period.

    `edtf` is None for lengths, vague, lunar and holiday dates; `earliest` and `latest` are its first and last day, None where open or unknown.
    `anchor` is the date named, without the openness that 以来, 以前, 截至 give to `edtf`. `inferred` says that `reference` filled
    a part. A date without year, with no reference and no dated neighbour in its sentence, has XXXX for the year.
    """

    start: int
    end: int
    text: str
    edtf: str | None
    earliest: date | None = None
    latest: date | None = None
    role: str = "at"
    inferred: bool = False
    precision: str = "none"
    anchor: str | None = None
