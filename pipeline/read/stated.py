"""Dates that a table or a list states by themselves, as periods."""

from __future__ import annotations

from pipeline.mentions import Period
from pipeline.values import bounds

_KINDS = ("annual", "month", "day")


def stated_period(edtf: str, basis: str | None = "stated") -> Period:
    """A year, month or day as a period."""
    return Period(_KINDS[edtf.count("-")], edtf, *bounds(edtf), basis)
