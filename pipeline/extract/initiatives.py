"""Numbered points to rows."""

from __future__ import annotations

from pipeline.mentions import Reading
from pipeline.model import Document
from pipeline.schema import InitiativeRow


def initiatives(document: Document, reading: Reading) -> list[InitiativeRow]:
    """One row a point; the quote is its label and name."""
    text = document.text
    return [
        InitiativeRow(
            *document.cite(point.start, max(point.title_end, point.label_end), f"initiatives:{point.scheme}"),
            initiative_id=point.initiative_id,
            parent_id=point.parent_id,
            level=point.level,
            ordinal=point.ordinal,
            label=text[point.start : point.label_end],
            scheme=point.scheme,
            title=text[point.title_start : point.title_end],
            text=text[point.start : point.end],
        )
        for point in reading.points
    ]
