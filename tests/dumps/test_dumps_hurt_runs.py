"""Whole runs over hurt containers: every row still cites what stands on its page, and every failure has a reason for people.

DUMPS_FUZZ=N tries N hurts a container; without it two, always the same.
"""

from __future__ import annotations

import os
import random
from pathlib import Path
from typing import Any

import pytest
from test_dumps_fuzz import hurt
from test_dumps_tables import CONTAINERS, Tables, run, write

TRIES = int(os.environ.get("DUMPS_FUZZ", "2"))
KINDS = ("flip", "cut", "insert", "delete", "repeat")


@pytest.mark.parametrize("name", CONTAINERS)
def test_rows_of_a_hurt_container_hold_together(name: str, tmp_path: Path) -> None:
    rng, whole = random.Random(name), CONTAINERS[name]()
    for attempt in range(TRIES):
        how = [(rng.choice(KINDS), rng.randrange(len(whole)), rng.randbytes(rng.randint(1, 6))) for _ in range(rng.randint(1, 4))]
        raw = write({name: hurt(whole, how)}, tmp_path / f"raw{attempt}")
        assert_sound(run(raw, tmp_path / f"out{attempt}"))


def assert_sound(tables: Tables) -> None:
    pages = {row["page_id"]: row for row in tables["pages"]}
    assert pages or tables["failures"]
    for row in (row for rows in tables.values() for row in rows if "quote" in row):
        assert pages[row["page_id"]][row["field"]][row["start"] : row["end"]] == row["quote"]
    for row in tables["pages"]:
        assert all(row[column] is None or _stands_alone(pages, row, column) for column in ("duplicate_of", "part_of"))
    assert not [row for row in tables["failures"] if "Error:" in row["reason"]]


def _stands_alone(pages: dict[str, dict[str, Any]], row: dict[str, Any], column: str) -> bool:
    """Whether the page that `column` names is there, and names none itself."""
    named = pages.get(row[column])
    return named is not None and named is not row and named[column] is None
