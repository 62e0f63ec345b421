"""A shard's parts: one Parquet file for each table that has rows, and the signatures that duplicates are told by."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

import pyarrow as pa

from pipeline.run.signatures import sign, signature_table
from pipeline.schema import TABLES, FailureRow
from pipeline.write.arrow import More, RowError, to_arrow
from pipeline.write.parquet import TableStream

SIGNATURES = "signatures"
Rows = Mapping[str, Sequence[Any]]
_PAGES = 256  # pages held before they are written
_CHARACTERS = 4_000_000  # ... or as many characters of text


class Parts:
    """Takes the rows of page after page. A page whose rows break the schema becomes a failure; the others come out."""

    def __init__(self, folder: Path, more: More) -> None:
        self.rows: Counter[str] = Counter()
        self._folder = folder
        self._more = more
        self._held: list[Rows] = []
        self._characters = 0
        self._open: dict[str, tuple[TableStream, BinaryIO]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            if kind is None:
                self._flush()
                for stream, file in self._open.values():
                    stream.close()
                    os.fsync(file.fileno())
        finally:
            for stream, file in self._open.values():
                stream.abandon()
                with suppress(OSError):  # what could not be written was told by then
                    file.close()

    def add(self, rows: Rows) -> None:
        """The rows of one page, by table."""
        self._held.append(rows)
        self._characters += sum(len(page.text) for page in rows.get("pages", ()))
        if len(self._held) >= _PAGES or self._characters >= _CHARACTERS:
            self._flush()

    def _flush(self) -> None:
        tables = self._tables(self._held)
        for table, rows in tables.items():
            if rows.num_rows:
                self._stream(table, rows.schema).add(rows)
                self.rows[table] += rows.num_rows
        self._held, self._characters = [], 0

    def _tables(self, held: list[Rows]) -> dict[str, pa.Table]:
        try:
            return _convert(held, self._more)
        except RowError:
            checked = [self._checked(rows) for rows in held]
            return _convert(checked, self._more)

    def _checked(self, rows: Rows) -> Rows:
        try:
            _convert([rows], self._more)
        except RowError as error:
            return {"failures": [FailureRow(row.source, row.record, "write", str(error)) for row in rows.get("pages") or rows["failures"]]}
        return rows

    def _stream(self, table: str, schema: pa.Schema) -> TableStream:
        if table not in self._open:
            file = (self._folder / f"{table}.parquet").open("wb")
            self._open[table] = TableStream(table, file, schema), file
        return self._open[table][0]


def _convert(held: list[Rows], more: More) -> dict[str, pa.Table]:
    tables = {table: to_arrow(table, [row for rows in held for row in rows.get(table, ())], more) for table in TABLES}
    return tables | {SIGNATURES: signature_table([sign(rows) for rows in held if rows.get("pages")])}
