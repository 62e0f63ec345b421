"""Parts to tables: in a fixed order, without the rows of duplicates, all replaced together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.clean.lost import GARBLED
from pipeline.run.duplicates import duplicates
from pipeline.run.part_file import part_batches, part_column
from pipeline.run.parts import SIGNATURES
from pipeline.run.receipts import Finished
from pipeline.run.summary import Summary
from pipeline.schema import TABLES
from pipeline.write.arrow import arrow_schema
from pipeline.write.atomic import Stage
from pipeline.write.parquet import PAGE_ROWS, TableStream

_KEPT = {"pages", "failures"}  # every capture has its row there
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Part:
    """The parts of one shard, with the pages of it that repeat others."""

    folder: Path
    rows: dict[str, int]
    repeated: dict[str, str]


def merge(stage: Stage, home: Path, shards: Sequence[Finished], *, all_captures: bool, summary: Summary) -> None:
    """Write every table to the stage, and count. OSError where the disk is full."""
    repeats = (
        {} if all_captures else duplicates([home / shard.shard / f"{SIGNATURES}.parquet" for shard in shards if shard.rows.get(SIGNATURES)])
    )
    parts = [_part(home, shard, repeats) for shard in shards]
    summary.duplicates = len(repeats)
    for table in TABLES:
        with stage.open(f"{table}.parquet") as file:
            stream = TableStream(table, file)
            summary.rows[table] = 0
            try:
                for rows in (rows for part in parts for rows in _rows(table, part)):
                    stream.add(rows)
                    summary.rows[table] += rows.num_rows
                    _count(table, rows, summary)
                stream.close()
            finally:
                stream.abandon()


def _part(home: Path, shard: Finished, repeats: dict[str, str]) -> Part:
    folder = home / shard.shard
    if not repeats or not shard.rows.get(SIGNATURES):
        return Part(folder, shard.rows, {})
    ids = part_column(folder / f"{SIGNATURES}.parquet", "page_id").to_pylist()
    return Part(folder, shard.rows, {page: repeats[page] for page in ids if page in repeats})


def _rows(table: str, part: Part) -> Iterator[pa.Table]:
    if not part.rows.get(table):
        return
    schema = arrow_schema(table)
    for batch in part_batches(part.folder / f"{table}.parquet", PAGE_ROWS):
        rows = pa.Table.from_batches([batch]).cast(schema)
        yield _without(table, rows, part.repeated) if part.repeated else rows


def _without(table: str, rows: pa.Table, repeated: dict[str, str]) -> pa.Table:
    if table == "failures":
        return rows
    if table == "pages":
        place = rows.schema.get_field_index("duplicate_of")
        ids = rows.column("page_id").to_pylist()
        return rows.set_column(place, rows.schema.field(place), pa.array([repeated.get(page) for page in ids], pa.string()))
    return rows.filter(pc.invert(pc.is_in(rows.column("page_id"), pa.array(list(repeated), pa.string()))))


def _count(table: str, rows: pa.Table, summary: Summary) -> None:
    if table == "quantities":
        claimed = pc.is_valid(rows.column("claimed_by"))
        refused = pc.and_not(pc.is_valid(rows.column("reason")), claimed)
        counts = {"claimed": pc.sum(claimed).as_py() or 0, "refused": pc.sum(refused).as_py() or 0}
        counts["unclaimed"] = rows.num_rows - sum(counts.values())
        for what, count in counts.items():
            summary.numbers[what] += count
    elif table == "pages":
        summary.incomplete += pc.sum(rows.column("incomplete")).as_py() or 0
        summary.lossy += pc.sum(pc.greater(rows.column("charset_errors"), 0)).as_py() or 0
        summary.garbled += pc.sum(pc.match_substring(rows.column("charset_reason"), GARBLED)).as_py() or 0
    elif table == "failures" and len(summary.failures) < _SHOWN:
        sources, reasons = rows.column("source").to_pylist(), rows.column("reason").to_pylist()
        summary.failures += list(zip(sources, reasons, strict=True))[: _SHOWN - len(summary.failures)]
