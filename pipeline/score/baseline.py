"""The last commit's rows, kept as JSON, and what a change gains and loses against them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from pipeline.score.gold import GoldError, Row
from pipeline.score.page import PageScore

COLUMNS = (
    "table",
    "quote",
    "dimension",
    "category",
    "scope",
    "measure",
    "audience",
    "value",
    "value_high",
    "bound",
    "unit",
    "period",
    "as_of",
)
AWARDS = ("name", "recipient", "awarding_body", "level", "kind", "form", "date", "label", "title", "initiative_id")


class Change(NamedTuple):
    """A row that came (`+`) or went (`-`), as one line of text, and whether the gold has it (for rows that came)."""

    sign: str
    page: str
    row: str
    right: bool | None


def _line(row: Row) -> str:
    return " ".join(f"{column}={row[column]}" for column in (*COLUMNS, *AWARDS) if row.get(column) is not None)


def write_baseline(path: Path, pages: Iterable[PageScore]) -> None:
    """Store the pages' rows, one line of text each."""
    rows = {page.id: sorted(_line(row) for row in page.rows) for page in pages}
    path.write_text(json.dumps(rows, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")


def read_baseline(path: Path) -> dict[str, list[str]]:
    """Rows by page. GoldError where the file is no baseline."""
    try:
        rows = json.loads(path.read_text("utf-8"))
    except (OSError, json.JSONDecodeError) as wrong:
        raise GoldError(f"{path}: no baseline: {wrong}") from wrong
    if not isinstance(rows, dict):
        raise GoldError(f"{path}: no baseline: a JSON object of pages is wanted")
    return rows


def changes(pages: Sequence[PageScore], baseline: dict[str, list[str]]) -> list[Change]:
    """Rows lost and gained against the baseline, page by page."""
    found = []
    for page in pages:
        right = {_line({"table": table} | dict(row)) for table, score in page.tables.items() for _, row in score.pairs}
        before, now = set(baseline.get(page.id, ())), {_line(row) for row in page.rows}
        found += [Change("-", page.id, row, None) for row in sorted(before - now)]
        found += [Change("+", page.id, row, row in right) for row in sorted(now - before)]
    return found
