"""Dates of a page that can't be: facts later than the page, honours before the institution existed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.checks.row import Place, check, place
from pipeline.fold import fold
from pipeline.model import Document
from pipeline.schema import AwardRow, CheckRow, IndicatorRow, VisitRow
from pipeline.values import bounds, integer

Dated = VisitRow | IndicatorRow | AwardRow
_FOUNDED = re.compile(
    r"((?:1[89]|20)\d\d)年[^,。;、]{0,8}?(?:始建|建馆|成立|创建|创办|组建|建成开馆)|(?:始建于|成立于|创建于|创办于|组建于|建于)((?:1[89]|20)\d\d)年"
)


def future(document: Document, rows: Sequence[Dated]) -> Iterator[CheckRow]:
    """A fact whose time begins after the day the page was published."""
    published = document.metadata.published or document.metadata.published_meta
    day, last = bounds(published)
    if day is None or day != last:
        return
    for row in rows:
        if row.earliest is not None and row.earliest > day:
            message = f"the fact is of {row.earliest.isoformat()}, the page of {published}"
            yield check(document, "date_order", message, (None, None), place(row), None, "warning")


def before_founding(document: Document, rows: Sequence[AwardRow]) -> Iterator[CheckRow]:
    """An honour of the institution granted before the year in which it was founded."""
    founded = _FOUNDED.search(fold(document.text))
    if not founded:
        return
    year = integer(founded.group(1) or founded.group(2)) or 0
    for row in rows:
        if row.recipient_kind == "institution" and row.latest is not None and row.latest.year < year:
            message = f"the honour is of {row.latest.year}, the institution of {year}"
            yield check(document, "date_order", message, (year, row.latest.year), place(row), Place("text", *founded.span()), "warning")
