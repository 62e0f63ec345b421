"""Every line of the corpus is read as its header says."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.values import counts_only, dates, numbers
from pipeline.values.kinds import BOUNDS, KINDS, ROLES

from .corpus import Entry, entries

NUMBERS = list(entries("numbers"))
DATES = list(entries("dates"))


def expected_number(entry: Entry) -> tuple[Decimal | None, Decimal | None, str, str | None, str]:
    low, _, high = entry.header[0].partition("..")
    bound, unit, kind = "exact", None, "count"
    for word in entry.header[1:]:
        if word in BOUNDS:
            bound = word
        elif word in KINDS:
            kind = word
        else:
            unit = word
    return (None if low == "-" else Decimal(low)), (Decimal(high) if high else None), bound, unit, kind


@pytest.mark.parametrize("entry", NUMBERS, ids=str)
def test_number(entry: Entry) -> None:
    found = numbers(entry.text)
    if entry.header == ("none",):
        assert counts_only(found) == []
        return
    value, high, bound, unit, kind = expected_number(entry)
    hits = [number for number in found if number.text == entry.find]
    assert hits, [number.text for number in found]
    hit = hits[0]
    assert (hit.value, hit.value_high, hit.bound, hit.unit, hit.kind) == (value, high, bound, unit, kind)


@pytest.mark.parametrize("entry", DATES, ids=str)
def test_date(entry: Entry) -> None:
    found = dates(entry.text, entry.reference)
    if entry.header == ("none",):
        assert [span.text for span in found if span.edtf] == []
        return
    edtf = None if entry.header[0] == "-" else entry.header[0]
    role = next((word for word in entry.header[1:] if word in ROLES), "at")
    hits = [span for span in found if span.text == entry.find]
    assert hits, [(span.text, span.edtf) for span in found]
    assert (hits[0].edtf, hits[0].role, hits[0].inferred) == (edtf, role, "inferred" in entry.header)


def test_the_corpus_is_as_large_as_promised() -> None:
    assert len({(entry.text, entry.find) for entry in NUMBERS}) >= 1200
    assert len({(entry.text, entry.find, entry.reference) for entry in DATES}) >= 900
