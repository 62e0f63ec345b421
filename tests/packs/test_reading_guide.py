"""The examples of docs/reading.md, run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.corridor import Corridor
from pipeline.examples import page
from pipeline.packs.parse import example

GUIDE = (Path(__file__).parents[2] / "docs" / "reading.md").read_text("utf-8")
LINES = [line for block in re.findall(r"```examples\n(.*?)```", GUIDE, re.DOTALL) for line in block.splitlines()]


@pytest.fixture(scope="module")
def corridor() -> Corridor:
    return Corridor()


def said(value: object) -> str:
    return "null" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


@pytest.mark.parametrize("line", LINES)
def test_is_read_as_the_guide_says(corridor: Corridor, line: str) -> None:
    wanted = example(line)
    assert wanted.start is not None
    assert wanted.end is not None
    rows = [row for table in corridor.tables(page(wanted.text, "library")).values() for row in table]
    there = [row for row in rows if getattr(row, "start") < wanted.end and getattr(row, "end") > wanted.start]  # noqa: B009
    read = [{column: said(getattr(row, column, "")) for column, _ in wanted.expect} for row in there]
    assert {column: f"{float(value):g}" if column == "value" else value for column, value in wanted.expect} in read


def test_every_example_of_the_guide_is_run() -> None:
    assert len(LINES) >= 20
    assert all("=> " in line for line in LINES)
