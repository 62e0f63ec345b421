"""A run from dumps to tables."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from pipeline.run import Request, extract


def rows(out: Path, table: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = pq.read_table(out / f"{table}.parquet").to_pylist()
    return found


def test_counts(raw: Path, tmp_path: Path) -> None:
    summary = extract(Request((raw,), tmp_path / "out"))
    print("\n".join(summary.lines()))
    assert summary.rows["pages"] == 3
    assert summary.rows["visits"] == 2
    assert summary.numbers == {"claimed": 2, "refused": 1, "unclaimed": 1}
    assert summary.duplicates == 1
