"""A run from the dumps to the tables."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pipeline.dumps import Shard, Tally, shards
from pipeline.run.folders import check_out, parts_folder
from pipeline.run.keys import rules_key
from pipeline.run.problems import RunError, writing_to
from pipeline.run.receipts import Finished, current, forget, load
from pipeline.run.shares import Share
from pipeline.run.state import State
from pipeline.run.summary import Summary
from pipeline.schema import TABLES
from pipeline.write.atomic import drop_left


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for: inputs, the folder for the tables, packs (none: all built in), whether captures of one article all give facts.

    `workers`: processes that read (None: as many as it is worth). `retry`: read again where memory or time ran out.
    `share`: read this share of the shards, write no tables. `merge`: whether tables are written.
    """

    raw: tuple[Path, ...]
    out: Path
    packs: tuple[str, ...] = ()
    all_captures: bool = False
    quiet: bool = False
    workers: int | None = None
    retry: bool = False
    share: Share | None = None
    merge: bool = True


def extract(request: Request) -> Summary:
    """Read what is new, write the tables if anything changed. RunError with a line for people where that can't be done."""
    began = datetime.now(UTC)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # nothing here multiplies matrices, and each thread takes its memory beforehand
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")  # Arrow's own allocator keeps what is freed: 60 MB; heard at its import
    check_out(request.raw, request.out)
    listing = Tally()
    everything = _shards(request.raw, listing)
    wanted = request.share.take(everything) if request.share else everything
    name = request.share.name if request.share else ""
    key = rules_key(request.packs)
    with parts_folder(request.out, name) as home, writing_to(request.out):
        done = {name: kept for name, kept in _finished(home, wanted, key).items() if not (request.retry and kept.machines)}
        todo = [shard for shard in wanted if shard.name not in done]
        kept = len(done)
        if todo:
            from pipeline.run.work import work

            done |= work(home, todo, key, request.packs, quiet=request.quiet, workers=request.workers, share=name)
        if request.share or not request.merge:
            return _read_only(request, done.values(), kept, len(everything))
        _drop_stale(home, done)
        drop_left(request.out, [*(f"{table}.parquet" for table in TABLES), "datapackage.json", "codebook.md", "run.json"])
        state = State.of(home, [done[shard.name] for shard in wanted], listing, all_captures=request.all_captures)
        summary = state.recorded(request.out)
        if summary is None:
            summary = _tables(home, request, state, began)
    summary.shards, summary.shards_kept, summary.shards_all = len(wanted), kept, len(everything)
    summary.machines = sum(shard.machines for shard in done.values())
    return summary


def _read_only(request: Request, done: Collection[Finished], kept: int, everything: int) -> Summary:
    """The summary of a run that writes no tables: the rows of its shards, those of captures among them."""
    rows = sum((Counter(shard.rows) for shard in done), Counter({"pages": 0, "failures": 0}))
    share = str(request.share) if request.share else "1/1"
    machines = sum(shard.machines for shard in done)
    return Summary(str(request.out), rows, share=share, shards=len(done), shards_kept=kept, shards_all=everything, machines=machines)


def _tables(home: Path, request: Request, state: State, began: datetime) -> Summary:
    from pipeline.run.finish import finish
    from pipeline.run.part_file import Damaged

    try:
        return finish(home, request, state, began)
    except Damaged as damaged:
        forget(damaged.file.parent)
        raise RunError(
            f"{damaged}; give the same command again: it makes that shard anew. Tables that were there are untouched."
        ) from damaged


def _shards(raw: Sequence[Path], listing: Tally) -> list[Shard]:
    try:
        found = shards(raw[0] if len(raw) == 1 else raw, listing)
    except FileNotFoundError as error:
        raise RunError(str(error)) from error
    if not found:
        raise RunError(f"there is nothing to read in {', '.join(map(str, raw))}")
    return sorted(found, key=lambda shard: (shard.files[0], shard.name))


def _finished(home: Path, wanted: Sequence[Shard], key: str) -> dict[str, Finished]:
    """The shards that need not be done again."""
    kept: dict[str, Finished] = {}
    for shard in wanted:
        old = load(home / shard.name)
        new = current(old, shard, key) if old and old.is_whole(home / shard.name) else None
        if new:
            kept[shard.name] = new.finished()
        if new and new is not old:
            new.save(home / shard.name)
    return kept


def _drop_stale(home: Path, done: dict[str, Finished]) -> None:
    for folder in home.iterdir():
        if folder.is_dir() and folder.name not in done:
            shutil.rmtree(folder)
