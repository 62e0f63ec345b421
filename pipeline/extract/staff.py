"""Head counts to rows."""

from __future__ import annotations

from pipeline.extract.common import Points, figures, once, when
from pipeline.mentions import Binding, Quantity, Reading
from pipeline.model import Document
from pipeline.schema import StaffRow


def staff(document: Document, reading: Reading, points: Points) -> list[StaffRow]:
    """One row a head count; the same count in the same words is told once."""
    rows = [
        _row(document, quantity, quantity.binding, points)
        for quantity in reading.quantities
        if quantity.binding and quantity.binding.table == "staff"
    ]
    return once(rows, lambda row: (row.institution, row.category, row.scope, row.category_text, row.value, row.as_of))


def _row(document: Document, quantity: Quantity, binding: Binding, points: Points) -> StaffRow:
    value, high, bound = figures(quantity)
    as_of, earliest, latest, basis = when(quantity.period)
    if as_of is not None and as_of.startswith("../"):
        as_of, earliest = as_of[3:], None
    return StaffRow(
        *document.cite(binding.start, binding.end, binding.claim),
        institution=quantity.subject.name if quantity.subject else None,
        dimension=binding.dimension,
        category=binding.target,
        scope=binding.scope,
        category_text=binding.words,
        value=value,
        value_high=high,
        bound=bound,
        unit=binding.unit,
        as_of=as_of,
        earliest=earliest,
        latest=latest,
        basis=basis,
        initiative_id=points.at(quantity.number.start),
    )
