"""One run at a time writes to a folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.run.folders import parts_folder
from pipeline.run.problems import RunError


def test_a_second_run_is_turned_away_and_told_by_whom(tmp_path: Path) -> None:
    with parts_folder(tmp_path), pytest.raises(RunError, match=rf"another run \(process {os.getpid()}\)"), parts_folder(tmp_path):
        pass


def test_the_lock_ends_with_the_run(tmp_path: Path) -> None:
    with parts_folder(tmp_path):
        pass
    with parts_folder(tmp_path) as home:
        assert home == tmp_path / ".parts"
