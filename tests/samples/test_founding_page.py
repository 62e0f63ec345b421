"""The founding page, which isn't ours: it and its check lie beside the project, where PIPELINE_SHARED says."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

SHARED = Path(os.environ.get("PIPELINE_SHARED", ""))
PAGE = SHARED / "seed" / "yulin-library-2013.txt"
pytestmark = pytest.mark.skipif(
    "PIPELINE_SHARED" not in os.environ, reason="PIPELINE_SHARED, which .ci/run sets, names no folder with the founding page"
)


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("founding")
    subprocess.run([sys.executable, "-m", "pipeline", "extract", str(PAGE), "--out", str(out), "--quiet"], check=True)
    return out


def test_every_row_of_its_gold_and_no_other(tables: Path) -> None:
    check = [sys.executable, str(SHARED / "check_seed.py"), str(tables), str(SHARED / "seed" / "yulin-library-2013.gold.json")]
    done = subprocess.run(check, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 differences" in done.stdout


def test_no_number_of_it_is_left_without_a_reason(tables: Path) -> None:
    silent = [row for row in pq.read_table(tables / "quantities.parquet").to_pylist() if not row["claimed_by"] and not row["reason"]]
    assert silent == []
