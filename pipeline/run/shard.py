"""One shard: its pages through the corridor into parts, one file a table, and a receipt."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field
from functools import cache
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.dumps import Shard, Tally, pages
from pipeline.dumps.names import readable
from pipeline.errors import PageError
from pipeline.model import Failure, RawPage
from pipeline.run.allowed import allowed, loaded
from pipeline.run.heartbeat import Heartbeat
from pipeline.run.parts import Parts, Rows
from pipeline.run.receipts import Finished, Receipt, look
from pipeline.schema import FailureRow

if TYPE_CHECKING:
    from pipeline.corridor import Corridor

_REASON = 500  # characters: a message may quote the page
OnPage = Callable[[Shard, bool], None]


@dataclass(frozen=True, slots=True)
class Job:
    """A shard to do: small enough to pickle. `packs` are handed to the corridor, `home` is the folder of all parts.

    `watched`: the worker tells what it is at. `skipped`: pages by place that aren't read, with the reason. `ends_at`: where it ends, and why.
    """

    shard: Shard
    packs: tuple[str, ...]
    home: Path
    key: str
    watched: bool = False
    skipped: Mapping[int, str] = field(default_factory=dict)
    ends_at: tuple[int, str] | None = None

    @property
    def folder(self) -> Path:
        """Where its parts are written before they are whole."""
        return self.home / f"{self.shard.name}.new"


def run_shard(job: Job, on_page: OnPage = lambda shard, failed: None) -> Finished:
    """Do a shard; `on_page` hears of every page whether it failed. OSError where the parts can't be written."""
    final = job.home / job.shard.name
    folder = job.folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    seen, inputs = look(job.shard)
    left_out = Tally()
    with Heartbeat(folder) if job.watched else nullcontext() as heart, Parts(folder, allowed(job.packs)) as parts:
        for rows in _pages(job, left_out, heart):
            parts.add(rows)
            on_page(job.shard, "failures" in rows)
    receipt = Receipt(job.shard.name, job.key, seen, inputs, dict(parts.rows), dict(left_out))
    receipt.save(folder)
    shutil.rmtree(final, ignore_errors=True)
    folder.rename(final)
    return receipt.finished()


@cache
def corridor(packs: tuple[str, ...]) -> Corridor:
    """The corridor of this process for these packs."""
    from pipeline.corridor import Corridor  # loads dictionaries and rules: once a process, and only where pages are read

    return Corridor(packs, loaded(packs))


def _pages(job: Job, left_out: Tally, heart: Heartbeat | None) -> Iterator[Rows]:
    reader = corridor(job.packs)
    found = pages(job.shard, tally=left_out)
    for place in count():
        if job.ends_at is not None and place >= job.ends_at[0]:
            yield _failed(Failure(readable(job.shard.files[0], job.shard.root), None, "open", job.ends_at[1]))
            return
        if heart:
            heart.seeks(place)
        page = _next(found, job.shard)
        if page is None:
            return
        if heart:
            heart.reads(place)
        if isinstance(page, RawPage) and place in job.skipped:
            page = Failure(page.source, page.record, "read", job.skipped[place])
        yield _failed(page) if isinstance(page, Failure) else _rows(reader, page)


def _next(found: Iterator[RawPage | Failure], shard: Shard) -> RawPage | Failure | None:
    try:
        return next(found, None)
    except Exception as error:  # noqa: BLE001 - nor does one bad archive stop a run
        reason = f"{type(error).__name__}: {error}; nothing more is read of this shard"
        return Failure(readable(shard.files[0], shard.root), None, "open", reason)


def _rows(reader: Corridor, page: RawPage) -> Rows:
    try:
        return reader.rows(page)
    except PageError as error:
        return _failed(Failure(page.source, page.record, error.stage, error.reason))
    except Exception as error:  # noqa: BLE001 - one bad page never stops a run, whatever is wrong with it or with us
        return _failed(Failure(page.source, page.record, "read", f"{type(error).__name__}: {error}"))


def _failed(failure: Failure) -> Rows:
    record = failure.record and _unicode(failure.record)
    return {"failures": [FailureRow(_unicode(failure.source), record, failure.stage, _unicode(failure.reason[:_REASON]))]}


def _unicode(text: str) -> str:
    """The text with escapes for what is no character (half a surrogate pair)."""
    return text.encode("utf-8", "backslashreplace").decode()
