"""The row of a check: both pieces of evidence, and what was expected and found."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.model import Document
from pipeline.schema import CheckRow, Cited


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the page's text or title."""

    field: str
    start: int
    end: int


def place(row: Cited) -> Place:
    """Where a fact's quote stands."""
    return Place(row.field, row.start, row.end)


def check(
    document: Document,
    kind: str,
    message: str,
    numbers: tuple[float | None, float | None],
    first: Place,
    second: Place | None,
    severity: str,
) -> CheckRow:
    """A check of `kind`; `numbers` are what the first statement leads to expect and what was found."""
    one = document.cite(first.start, first.end, f"checks:{kind}", first.field)
    two = document.cite(second.start, second.end, f"checks:{kind}", second.field) if second else None
    return CheckRow(
        page_id=one.page_id,
        kind=kind,
        severity=severity,
        message=message,
        expected=numbers[0],
        found=numbers[1],
        field=one.field,
        start=one.start,
        end=one.end,
        quote=one.quote,
        rule=one.rule,
        other_field=two.field if two else None,
        other_start=two.start if two else None,
        other_end=two.end if two else None,
        other_quote=two.quote if two else None,
    )
