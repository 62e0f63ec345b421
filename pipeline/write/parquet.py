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
        self._held: list[pa.Table] = []
        self._count = 0

    def add(self, rows: pa.Table) -> None:
        """Rows to come after those already added. OSError where the disk is full."""
        self._held.append(rows)
        self._count += rows.num_rows
        while self._count >= self._rows:
            self._flush(self._rows)

    def close(self) -> None:
        """Write what is left and the footer."""
        if self._count:
            self._flush(self._count)
        self._writer.close()

    def _flush(self, count: int) -> None:
        held = pa.concat_tables(self._held)
        # one chunk a group: page boundaries inside it then depend on the rows alone
        self._writer.write_table(held.slice(0, count).combine_chunks(), row_group_size=count)
        self._held = [held.slice(count)]
        self._count -= count
