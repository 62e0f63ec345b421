"""The files of parts, read a piece at a time by this thread alone (`pq.read_table` loads 45 MB of machinery for data sets)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq


def part_rows(file: Path) -> int:
    """How many rows the file has."""
    with pq.ParquetFile(file) as part:
        return int(part.metadata.num_rows)


def part_column(file: Path, name: str) -> pa.ChunkedArray:
    """One column of all rows."""
    with pq.ParquetFile(file) as part:
        return part.read(columns=[name], use_threads=False).column(0)


def part_batches(file: Path, rows: int) -> Iterator[pa.RecordBatch]:
    """All rows, at most so many at a time."""
    with pq.ParquetFile(file) as part:
        yield from part.iter_batches(batch_size=rows, use_threads=False)
