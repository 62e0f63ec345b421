"""The tables as DataFrames."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest

import pipeline
from pipeline.schema import TABLES
from pipeline.write.arrow import to_arrow

from .test_arrow import staff


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for table in TABLES:
        pq.write_table(to_arrow(table, [staff(as_of="2012", earliest=None)] if table == "staff" else []), tmp_path / f"{table}.parquet")
    return tmp_path


def test_tables_are_attributes_and_items(folder: Path) -> None:
    tables = pipeline.load(folder)
    assert list(tables) == list(TABLES)
    assert tables.staff is tables["staff"]
    assert tables.staff["value"].tolist() == [28.0]
    assert "staff 1" in repr(tables)
    assert "visits" in dir(tables)


def test_columns_have_proper_types_even_when_empty(folder: Path) -> None:
    tables = pipeline.load(folder)
    assert pd.api.types.is_datetime64_any_dtype(tables.visits["earliest"])
    assert pd.api.types.is_datetime64_any_dtype(tables.staff["earliest"])
    assert tables.pages["reads"].dtype == "Int64"
    assert tables.pages["incomplete"].dtype == "bool"


def test_columns_can_be_looked_up(folder: Path) -> None:
    said = pipeline.load(folder).describe("staff")
    assert said.loc["value", "unit"] == "people"
    assert said["values"]["bound"] == ["exact", "min", "max", "approx"]


def test_what_is_not_there_is_told(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(FileNotFoundError, match="write the tables with `pipeline extract"):
        pipeline.load(tmp_path / "nowhere")
    with pytest.raises(KeyError, match="there are pages, sentences"):
        pipeline.load(folder)["visit"]
    with pytest.raises(AttributeError, match="there are pages, sentences"):
        _ = pipeline.load(folder).visit
