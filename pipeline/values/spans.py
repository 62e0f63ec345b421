"""The public functions: numbers, dates and both of a text."""

from __future__ import annotations

from datetime import date

from pipeline.values import edtf
from pipeline.values.date.context import Context
from pipeline.values.date.resolve import resolve
from pipeline.values.kinds import COUNTED, DateSpan, Number
from pipeline.values.lexicon import DEFAULT, Lexicon
from pipeline.values.scan import _finds, finds


def as_date(reference: str | date | None) -> date | None:
    """The reference as a day: the last day of an EDTF string."""
    if reference is None or isinstance(reference, date):
        return reference
    low, high = edtf.bounds(reference)
    return high or low


def spans(text: str, reference: str | date | None = None, lexicon: Lexicon = DEFAULT) -> list[Number | DateSpan]:
    """Numbers and dates of `text` in order, none overlapping; every run of digits lies in one."""
    folded, found = _finds(text, lexicon)
    context = Context(as_date(reference), folded)
    return [find if isinstance(find, Number) else resolve(find, text, context) for find in found]


def numbers(text: str, lexicon: Lexicon = DEFAULT) -> list[Number]:
    """Numbers of `text`, in order; those inside dates are none. Offsets count the code points of `text` as given."""
    return [find for find in finds(text, lexicon) if isinstance(find, Number)]


def dates(text: str, reference: str | date | None = None, lexicon: Lexicon = DEFAULT) -> list[DateSpan]:
    """Dates, periods, lengths that place (三年间) and vague times of `text`, in order.

    `reference` is the document's date (EDTF, whose last day counts, or `datetime.date`); without it nothing is guessed.
    """
    return [span for span in spans(text, reference, lexicon) if isinstance(span, DateSpan)]


def counts_only(found: list[Number]) -> list[Number]:
    """The numbers that count or measure: no ordinals, labels, names, identifiers, clock times and no weak 一个."""
    return [number for number in found if number.kind in COUNTED and not number.weak]
