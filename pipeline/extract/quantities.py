"""Every number to a row: claimed by the fact it went into, or with the reason why there is none."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.mentions import Quantity, Reading
from pipeline.model import Document
from pipeline.schema import QuantityRow
from pipeline.values import DateSpan, Number


def quantities(document: Document, reading: Reading) -> list[QuantityRow]:
    """One row a number or date of the title and the text."""
    if document.kind == "list":
        return [
            _row(document, quantity._replace(binding=None, reason=quantity.reason or "a list page"), None, None)
            for quantity in reading.quantities
        ]
    names = [(honour.name_start, honour.name_end, f"awards:{honour.rule}") for honour in reading.honours]
    labels = [(point.start, point.label_end, f"initiatives:{point.scheme}") for point in reading.points]
    return [_row(document, quantity, _holder(quantity, names), _holder(quantity, labels)) for quantity in reading.quantities]


def _holder(quantity: Quantity, spans: Iterable[tuple[int, int, str]]) -> str | None:
    """The claim of the first span that holds the number."""
    if quantity.field != "text":
        return None
    number = quantity.number
    return next((claim for start, end, claim in spans if start <= number.start and number.end <= end + 1), None)


def _row(document: Document, quantity: Quantity, name: str | None, label: str | None) -> QuantityRow:
    number = quantity.number
    claim = quantity.binding.claim if quantity.binding else label or name
    page_id, field, start, end, quote, _ = document.cite(number.start, number.end, "quantities", quantity.field)
    kind = "date" if isinstance(number, DateSpan) else "label" if label else number.kind
    value = number.value if isinstance(number, Number) else None
    high = number.value_high if isinstance(number, Number) else None
    return QuantityRow(
        page_id=page_id,
        field=field,
        start=start,
        end=end,
        quote=quote,
        value=None if value is None else float(value),
        value_high=None if high is None else float(high),
        bound=number.bound if isinstance(number, Number) and value is not None else None,
        unit=number.unit if isinstance(number, Number) else None,
        kind=kind,
        meant=quantity.meant,
        claimed_by=claim,
        reason=None if claim else quantity.reason,
    )
