"""Gold: one page a line of `gold.jsonl`, its text beside it as `ID.txt` or `ID.html`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.schema import FACTS

Row = Mapping[str, Any]
SUFFIXES = (".txt", ".html")


class GoldError(ValueError):
    """A gold folder that can't be scored: what is wrong, and where."""


@dataclass(frozen=True, slots=True)
class GoldPage:
    """A page's gold: `facts` by table, `excused` the rows that may stand or not, `traps` what must not become a fact."""

    id: str
    path: Path
    facts: Mapping[str, tuple[Row, ...]]
    excused: Mapping[str, tuple[Row, ...]]
    traps: tuple[Row, ...]


def read_gold(folder: Path, pages: Path | None = None) -> list[GoldPage]:
    """Every page of `folder/gold.jsonl` (or, where there is none, of the gold files one folder down), texts in `pages` or beside the gold.

    Raises GoldError for a folder without gold, a line that is no JSON, a page without its text.
    """
    files = [folder / "gold.jsonl"] if (folder / "gold.jsonl").is_file() else sorted(folder.glob("*/gold.jsonl"))
    if not files:
        raise GoldError(f"{folder}: no gold.jsonl here or one folder down")
    return [_page(line, f"{file}:{number}", pages or file.parent) for file in files for number, line in enumerate(_lines(file), 1)]


def _lines(file: Path) -> list[str]:
    return [line for line in file.read_text("utf-8").splitlines() if line.strip()]


def _page(line: str, where: str, texts: Path) -> GoldPage:
    try:
        page = json.loads(line)
        name = page["id"]
    except (json.JSONDecodeError, KeyError, TypeError) as wrong:
        raise GoldError(f"{where}: not a page of gold: {wrong}") from wrong
    path = next((texts / (name + suffix) for suffix in SUFFIXES if (texts / (name + suffix)).is_file()), None)
    if path is None:
        raise GoldError(f"{where}: no {name}.txt or {name}.html in {texts}")
    return GoldPage(
        name,
        path,
        {table: tuple(row for row in page.get(table, ()) if not _is_excused(row)) for table in FACTS},
        {table: tuple(row for row in page.get(table, ()) if _is_excused(row)) for table in FACTS},
        tuple(page.get("traps", ())),
    )


def _is_excused(row: Row) -> bool:
    """Rows about somebody else (`scope: "out"` where a scope isn't a staff scope) and rows two careful readers could differ on."""
    return bool(row.get("optional")) or row.get("scope") == "out"
