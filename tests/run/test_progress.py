"""Progress is shown to whoever watches, and to nobody else."""

from __future__ import annotations

import io
import sys

import pytest

from pipeline.dumps import Shard
from pipeline.run.progress import Progress

SLICE = Shard("files-0", "/raw", ("a", "b"))
ARCHIVE = Shard("file-1", "/raw", ("c.zip",))


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, *, quiet: bool = False) -> str:
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr("pipeline.run.progress.tqdm.monitor_interval", 0)
    with Progress({"files-0": 10, "file-1": 30}, quiet) as progress:
        progress._bar.mininterval = 0
        progress.page(SLICE, False)
        progress.page(SLICE, True)
        progress.page(SLICE, False)
        progress.shard("files-0")
        progress.page(ARCHIVE, False)
        progress.shard("file-1")
    return stream.getvalue()


def test_pages_rate_failures_and_time_left(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [line for line in shown(monkeypatch, Terminal()).split("\r") if "pages" in line]
    assert lines[0].startswith("1 pages, ")
    assert "/s, 1 failures  25% |" in lines[1]
    assert [line.partition("%")[0].split()[-1] for line in lines] == ["12", "25", "25", "25", "25", "100"]
    assert "left" in lines[-1]


def test_nobody_watches(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, io.StringIO()) == ""
    assert shown(monkeypatch, Terminal(), quiet=True) == ""
