"""A page's rows joined to where they come from: each fact with its derivation, each loose number with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date

from pipeline.corridor import Corridor
from pipeline.mentions import Quantity, Reading, Step
from pipeline.model import Document, RawPage
from pipeline.schema import FACTS, CheckRow, Cited, QuantityRow

Columns = tuple[tuple[str, str], ...]
_EVIDENCE = frozenset(column.name for column in fields(Cited))
# The EDTF column beside them says the same, and a point's text is the page's own.
_LEFT_OUT = _EVIDENCE | {"earliest", "latest", "text"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A fact and the span [start:end] of the page's `field` that it cites.

    `columns` are those that are not null; `institution` only where it is another than the page's.
    """

    number: int
    table: str
    rule: str
    field: str
    start: int
    end: int
    quote: str
    columns: Columns
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Loose:
    """A number of which no fact was made, and what decided so."""

    row: QuantityRow
    steps: tuple[Step, ...] = ()

    @property
    def reason(self) -> str:
        return self.row.reason or "unclaimed"


@dataclass(frozen=True, slots=True)
class Explained:
    """All there is to say of one page. `claimed` counts the numbers that went into facts."""

    source: str
    document: Document
    institution: str | None
    marks: tuple[Mark, ...]
    loose: tuple[Loose, ...]
    checks: tuple[CheckRow, ...]
    claimed: int

    @property
    def title(self) -> str:
        return self.document.metadata.title or ""

    def about(self) -> Columns:
        """What the page says of itself."""
        metadata = self.document.metadata
        said = (("institution", self.institution), *((name, getattr(metadata, name)) for name in ("site", "published", "origin", "author")))
        return tuple((name, str(value)) for name, value in (*said, ("kind", self.document.kind)) if value)


def explain(corridor: Corridor, page: RawPage) -> Explained:
    """The page read, with derivations. PageError for what is no page."""
    document, _, reading = corridor.read(page)
    tables = corridor.tables(document)
    quantities = [row for row in tables["quantities"] if isinstance(row, QuantityRow)]
    facts = [(table, row) for table in FACTS for row in tables[table] if isinstance(row, Cited)]
    return Explained(
        source=f"{page.source} {page.record or ''}".rstrip(),
        document=document,
        institution=reading.institution,
        marks=tuple(_marks(facts, reading)),
        loose=tuple(_loose(quantities, reading)),
        checks=tuple(row for row in tables["checks"] if isinstance(row, CheckRow)),
        claimed=sum(row.claimed_by is not None for row in quantities),
    )


def _marks(facts: Sequence[tuple[str, Cited]], reading: Reading) -> Iterator[Mark]:
    derived = _derivations(reading)
    places = sorted(facts, key=lambda fact: (fact[1].field == "text", fact[1].start, -fact[1].end))
    for number, (table, row) in enumerate(places, 1):
        steps = derived.get((row.rule, row.start, row.end, getattr(row, "name", None)), ())
        yield Mark(number, table, row.rule, row.field, row.start, row.end, row.quote, _columns(row, reading.institution), steps)


def _derivations(reading: Reading) -> dict[tuple[str, int, int, str | None], tuple[Step, ...]]:
    """The steps of each fact by rule, span and, for an honour, its name."""
    honours = {(f"awards:{honour.rule}", honour.start, honour.end, honour.name): honour.steps for honour in reversed(reading.honours)}
    bound = [(quantity.binding, quantity.steps) for quantity in reversed(reading.quantities) if quantity.binding]
    return honours | {(binding.claim, binding.start, binding.end, None): steps for binding, steps in bound}


def _columns(row: Cited, institution: str | None) -> Columns:
    said = ((column.name, getattr(row, column.name)) for column in fields(row) if column.name not in _LEFT_OUT)
    return tuple((name, _value(value)) for name, value in said if value is not None and (name, value) != ("institution", institution))


def _value(value: object) -> str:
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def _loose(rows: Sequence[QuantityRow], reading: Reading) -> Iterator[Loose]:
    steps = {_place(quantity): quantity.steps for quantity in reading.quantities}
    for row in rows:
        if row.claimed_by is None:
            yield Loose(row, steps.get((row.field, row.start, row.end), ()))


def _place(quantity: Quantity) -> tuple[str, int, int]:
    return quantity.field, quantity.number.start, quantity.number.end
