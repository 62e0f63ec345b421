"""Parquet files: the same bytes however rows arrive, and there whole or not at all."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from pipeline.schema import FailureRow
from pipeline.write import parquet
from pipeline.write.arrow import arrow_schema, to_arrow
from pipeline.write.atomic import Stage, replace_bytes

ROWS = [FailureRow(f"页{number}.html", None, "open", "the file is empty") for number in range(250)]


def written(cuts: list[int]) -> bytes:
    file = BytesIO()
    stream = parquet.TableStream("failures", file)
    for start, end in zip([0, *cuts], [*cuts, len(ROWS)], strict=True):
        stream.add(to_arrow("failures", ROWS[start:end]))
    stream.close()
    return file.getvalue()


@settings(deadline=None)  # a busy machine
@given(some.lists(some.integers(0, len(ROWS)), max_size=6).map(sorted))
def test_same_rows_same_bytes(cuts: list[int]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parquet, "ROWS", 100)
        assert written(cuts) == written([])


def test_row_groups_have_a_fixed_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "ROWS", 100)
    meta = pq.ParquetFile(BytesIO(written([30]))).metadata
    assert [meta.row_group(number).num_rows for number in range(meta.num_row_groups)] == [100, 100, 50]


def test_files_are_zstd_dictionary_encoded_and_described() -> None:
    file = pq.ParquetFile(BytesIO(written([])))
    column = file.metadata.row_group(0).column(0)
    assert column.compression == "ZSTD"
    assert "RLE_DICTIONARY" in column.encodings
    for found, wanted in zip(file.schema_arrow, arrow_schema("failures"), strict=True):
        assert found.metadata[b"description"] == wanted.metadata[b"description"]
        assert found.nullable == wanted.nullable


def test_an_empty_table_has_its_columns() -> None:
    file = BytesIO()
    parquet.TableStream("visits", file).close()
    table = pq.read_table(file)
    assert table.num_rows == 0
    assert table.column_names == arrow_schema("visits").names


def test_staged_files_take_their_places_together(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    with Stage(tmp_path) as stage:
        stage.write("a", b"new")
        stage.write("b", b"new")
        assert (tmp_path / "a").read_bytes() == b"old"
        stage.commit()
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"new", "b": b"new"}


def test_a_stage_without_a_commit_leaves_everything_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    with Stage(tmp_path) as stage:
        stage.write("a", b"new")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"old"}


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    replace_bytes(tmp_path / "a", b"one")
    replace_bytes(tmp_path / "a", b"two")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"two"]


def test_a_folder_in_the_place_of_one_file_leaves_all_others_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "b").mkdir()
    with Stage(tmp_path) as stage:
        stage.write("a", b"new")
        stage.write("b", b"new")
        with pytest.raises(IsADirectoryError, match="b"):
            stage.commit()
    assert (tmp_path / "a").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]
