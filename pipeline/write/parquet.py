"""Arrow tables to one Parquet file, in row groups whose size does not depend on how the rows arrive."""

from __future__ import annotations

from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.write.arrow import arrow_schema

ROWS = 50_000
PAGE_ROWS = 2_000  # a page carries its whole text


class TableStream:
    """One table's Parquet file. Same rows, same bytes: row groups are cut by count alone, nothing of the clock goes in."""

    def __init__(self, table: str, stream: BinaryIO, schema: pa.Schema | None = None) -> None:
        self.table = table
        self._rows = PAGE_ROWS if table == "pages" else ROWS
        self._schema = schema or arrow_schema(table)
        self._writer = pq.ParquetWriter(stream, self._schema, compression="zstd", use_dictionary=True)
        self._held: list[list[pa.Array]] = [[] for _ in self._schema]
        self._count = 0

    def add(self, rows: pa.Table) -> None:
        """Rows to come after those already added. OSError where the disk is full."""
        for held, column in zip(self._held, rows.columns, strict=True):
            held += column.chunks
        self._count += rows.num_rows
        while self._count >= self._rows:
            self._flush(self._rows)

    def close(self) -> None:
        """Write what is left and the footer."""
        if self._count:
            self._flush(self._count)
        self._writer.close()

    def abandon(self) -> None:
        """Leave the file as it is; nothing after `close`. Else the writer, when it is collected, puts a footer into a closed file and complains."""
        self._writer.is_open = False

    def _flush(self, count: int) -> None:
        # column by column, so that what is held and the group are never both there whole
        group = pa.Table.from_arrays([_taken(held, count) for held in self._held], schema=self._schema)
        self._writer.write_table(group, row_group_size=count)
        self._count -= count


def _taken(held: list[pa.Array], count: int) -> pa.Array:
    """The first values as one chunk (page boundaries inside a group then depend on the rows alone); the others stay in `held`."""
    column = pa.chunked_array(held)
    held[:] = column.slice(count).chunks
    return pa.concat_arrays(column.slice(0, count).chunks)
