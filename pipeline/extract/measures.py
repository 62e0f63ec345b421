"""Visits and indicators to rows: both say a measure, an audience, a number and a period."""

from __future__ import annotations

from typing import TypeVar

from pipeline.extract.common import Points, figures, once, when
from pipeline.mentions import Binding, Quantity, Reading
from pipeline.model import Document
from pipeline.schema import IndicatorRow, VisitRow

Row = TypeVar("Row", VisitRow, IndicatorRow)


def measured(document: Document, reading: Reading, points: Points, table: str, kind: type[Row]) -> list[Row]:
    """The rows of `table`; the same value of the same measure and period in the same words is told once."""
    rows = [
        _row(document, quantity, quantity.binding, points, kind)
        for quantity in reading.quantities
        if quantity.binding and quantity.binding.table == table
    ]
    return once(rows, lambda row: (row.institution, row.measure, row.measure_text, row.audience_text, row.value, row.unit, row.period))


def _row(document: Document, quantity: Quantity, binding: Binding, points: Points, kind: type[Row]) -> Row:
    value, high, bound = figures(quantity)
    period, earliest, latest, basis = when(quantity.period)
    return kind(
        *document.cite(binding.start, binding.end, binding.claim),
        institution=quantity.subject.name if quantity.subject else None,
        measure=binding.target,
        measure_text=binding.words,
        audience=quantity.audience,
        audience_text=quantity.audience_text,
        value=value,
        value_high=high,
        bound=bound,
        unit=binding.unit,
        period=period,
        earliest=earliest,
        latest=latest,
        basis=basis,
        period_kind=quantity.period.kind,
        initiative_id=points.at(quantity.number.start),
    )
