"""Statements of a page held against each other; nothing is mended, every disagreement is a row with both pieces of evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.checks.dates import before_founding, future
from pipeline.checks.headline import headline
from pipeline.checks.numbers import jumps, parts, subsets, two_values
from pipeline.mentions import Reading
from pipeline.model import Document
from pipeline.schema import AwardRow, CheckRow, IndicatorRow, StaffRow, VisitRow


def checks(document: Document, reading: Reading, made: Mapping[str, Sequence[object]]) -> list[CheckRow]:
    """Every pair of statements that do not agree."""
    staff = [row for row in made["staff"] if isinstance(row, StaffRow)]
    visits = [row for row in made["visits"] if isinstance(row, VisitRow)]
    indicators = [row for row in made["indicators"] if isinstance(row, IndicatorRow)]
    awards = [row for row in made["awards"] if isinstance(row, AwardRow)]
    measured: list[VisitRow | IndicatorRow] = [*visits, *indicators]
    return [
        *headline(document, reading),
        *parts(document, staff),
        *subsets(document, visits),
        *two_values(document, measured),
        *jumps(document, measured),
        *future(document, [*measured, *awards]),
        *before_founding(document, awards),
    ]
