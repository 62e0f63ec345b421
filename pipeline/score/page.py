"""One page's rows against its gold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from pipeline.schema import FACTS
from pipeline.score.gold import GoldPage, Row
from pipeline.score.match import Pair, lenient, pair, plain, strict

POINTERS = {"quote", "also", "optional", "path", "institution", "unit"}
SHORTEST_INSIDE = 4
# Reasons that say only that nothing was understood.
UNREAD = ("no unit", "no words", "unclaimed")


@dataclass(frozen=True, slots=True)
class TableScore:
    """A table of a page: `gold` and `rows` count what is held against each other, `strict` the strict hits among them."""

    gold: int
    rows: int
    strict: int
    pairs: tuple[Pair, ...]
    missed: tuple[Row, ...]
    surplus: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class PageScore:
    """A page: a score a table, the traps fallen for with the quote that did, and its numbers by what became of them."""

    id: str
    tables: Mapping[str, TableScore]
    traps: int
    fallen: tuple[tuple[Row, str], ...]
    numbers: Mapping[str, int]
    rows: tuple[Row, ...]


def score_page(gold: GoldPage, rows: Mapping[str, Iterable[Any]]) -> PageScore:
    """Hold a page's rows (schema rows by table) against its gold."""
    found = {table: [_columns(row) for row in rows[table]] for table in (*FACTS, "quantities")}
    tables = {table: _score_table(table, gold, found[table]) for table in FACTS}
    surplus = [plain(row["quote"]) for table, score in tables.items() if table != "initiatives" for row in score.surplus]
    fallen = ((trap, _caught(plain(trap["quote"]), surplus)) for trap in gold.traps)
    numbers = Counter(_fate(row) for row in found["quantities"])
    kept = tuple({"table": table} | row for table in FACTS for row in found[table])
    return PageScore(gold.id, tables, len(gold.traps), tuple((trap, quote) for trap, quote in fallen if quote), numbers, kept)


def _columns(row: Any) -> dict[str, Any]:
    return {column.name: getattr(row, column.name) for column in fields(row)}


def _score_table(table: str, gold: GoldPage, rows: Sequence[Row]) -> TableScore:
    pairs, missed, left = pair(table, gold.facts[table], rows, lenient)
    exact, _, _ = pair(table, gold.facts[table], rows, strict)
    excused, _, surplus = pair(table, gold.excused[table], left, lenient)
    return TableScore(len(gold.facts[table]), len(rows) - len(excused), len(exact), tuple(pairs), tuple(missed), tuple(surplus))


def _caught(said: str, surplus: Sequence[str]) -> str:
    """The surplus quote that holds the trap or stands inside it, else nothing."""
    return next((quote for quote in surplus if said in quote or (len(quote) >= SHORTEST_INSIDE and quote in said)), "")


def _fate(quantity: Row) -> str:
    if quantity["claimed_by"]:
        return "claimed"
    reason = quantity["reason"] or ""
    return "refused" if reason and not reason.startswith(UNREAD) else "unclaimed"


def agreement(pairs: Iterable[Pair]) -> Counter[tuple[str, bool]]:
    """How often each column that the gold names agrees: counts by (column, agrees)."""
    counts: Counter[tuple[str, bool]] = Counter()
    for gold, row in pairs:
        for column, wanted in gold.items():
            name = "initiative_id" if column == "initiative" else column
            if column not in POINTERS and name in row:
                counts[name, _agree(row[name], wanted)] += 1
    return counts


def _agree(got: Any, wanted: Any) -> bool:
    if isinstance(got, str) and isinstance(wanted, str):
        return plain(got) == plain(wanted)
    return bool(got == wanted)
