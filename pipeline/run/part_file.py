"""The files of parts, read a piece at a time by this thread alone (`pq.read_table` loads 45 MB of machinery for data sets)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq


class Damaged(Exception):
    """A part that can't be read: the disk lost something of it, or memory ran out."""

    def __init__(self, file: Path, error: Exception) -> None:
        super().__init__(f"{file} can't be read ({str(error).rstrip('.')})")
        self.file = file


@contextmanager
def _opened(file: Path) -> Iterator[pq.ParquetFile]:
    try:
        with pq.ParquetFile(file) as part:
            yield part
    except MemoryError:
        raise
    except (pa.ArrowException, OSError) as error:
        raise Damaged(file, error) from error


def part_rows(file: Path) -> int:
    """How many rows the file has. The functions here raise Damaged."""
    with _opened(file) as part:
        return int(part.metadata.num_rows)


def part_column(file: Path, name: str) -> pa.ChunkedArray:
    """One column of all rows."""
    with _opened(file) as part:
        return part.read(columns=[name], use_threads=False).column(0)


def part_batches(file: Path, rows: int) -> Iterator[pa.RecordBatch]:
    """All rows, at most so many at a time."""
    with _opened(file) as part:
        yield from part.iter_batches(batch_size=rows, use_threads=False)
