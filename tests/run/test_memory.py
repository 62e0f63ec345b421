"""Memory that does not grow with the dump."""

from __future__ import annotations

import os
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.run.duplicates import duplicates
from pipeline.run.signatures import PERMUTATIONS, Signature, signature_table
from pipeline.schema import SentenceRow
from pipeline.write import parquet
from pipeline.write.arrow import to_arrow

FILE = 200  # pages
PAGE = 4_000  # bytes that a page may cost; the sets of all that pages say took three times that
CALLER = """
import sys
from pathlib import Path
from pipeline.run import Request, extract
extract(Request((Path(sys.argv[1]),), Path(sys.argv[2]), quiet=True))
import pyarrow
print(pyarrow.default_memory_pool().backend_name, "pyarrow.dataset" in sys.modules)
"""


def near_duplicates(folder: Path, pages: int) -> list[Path]:
    """Signatures of pages that all share most shingles, each with a hundred facts of its own."""
    files = []
    for start in range(0, pages, FILE):
        signatures = [
            Signature(f"{page:08d}", page, tuple(range(page * 100, page * 100 + 100)), [*range(PERMUTATIONS - 4), *[page % 50] * 4])
            for page in range(start, start + FILE)
        ]
        files.append(folder / f"{pages}-{start}.parquet")
        pq.write_table(signature_table(signatures), files[-1])
    return files


def peak(files: list[Path]) -> int:
    tracemalloc.start()
    try:
        assert duplicates(files) == {}
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_telling_duplicates_costs_little_a_page(tmp_path: Path) -> None:
    few, many = near_duplicates(tmp_path, FILE), near_duplicates(tmp_path, 5 * FILE)
    peak(few)  # what is loaded once
    assert peak(many) - peak(few) < PAGE * 4 * FILE


def test_a_table_holds_a_row_group_at_most(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "ROWS", 1_000)
    words = tuple(f"词{number}" for number in range(40))
    rows = to_arrow("sentences", [SentenceRow("page", number, 0, 1, words, words) for number in range(400)])
    held = []
    with (tmp_path / "sentences.parquet").open("wb") as file:
        stream = parquet.TableStream("sentences", file)
        for _ in range(40):
            before = pa.total_allocated_bytes()
            stream.add(pa.table([pa.concat_arrays([chunk]) for column in rows.columns for chunk in column.chunks], schema=rows.schema))
            held.append(pa.total_allocated_bytes() - before)
        stream.close()
    assert sum(held) < 4 * rows.nbytes


def test_a_run_loads_no_machinery_for_data_sets_and_leaves_arrows_allocator(raw: Path, tmp_path: Path) -> None:
    """They keep 45 and 60 MB."""
    environment = {name: value for name, value in os.environ.items() if name != "ARROW_DEFAULT_MEMORY_POOL"}
    command = [sys.executable, "-c", CALLER, str(raw), str(tmp_path / "out")]
    said = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    assert said.stdout.split() == ["system", "False"]
