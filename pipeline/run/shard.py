"""One shard: its pages through the corridor into parts, one file a table, and a receipt."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import count
from pathlib import Path

from pipeline.corridor import Article, Cleaned, Corridor
from pipeline.dumps import Shard, Tally, pages
from pipeline.dumps.names import readable
from pipeline.errors import PageError
from pipeline.model import Failure, RawPage
from pipeline.run.alarm import Alarm
from pipeline.run.allowed import allowed, loaded
from pipeline.run.articles import Articles
from pipeline.run.heartbeat import Beat, Heartbeat
from pipeline.run.machine import DIED, NO_LIBRARY, NO_MEMORY, is_machines, late, no_other_page
from pipeline.run.parts import Parts, Rows
from pipeline.run.receipts import Finished, Receipt, look, sizes
from pipeline.schema import FailureRow

_REASON = 500  # characters: a message may quote the page
OnPage = Callable[[Shard, bool], None]


@dataclass(frozen=True, slots=True)
class Job:
    """A shard to do: small enough to pickle. `packs` are handed to the corridor, `home` is the folder of all parts.

    `share`: the name of the run's share. `watched`: the worker tells what it is at. `skipped`: pages by place that aren't read, with the reason. `ends_at`: where it ends, and why.
    """

    shard: Shard
    packs: tuple[str, ...]
    home: Path
    key: str
    share: str = ""
    watched: bool = False
    skipped: Mapping[int, str] = field(default_factory=dict)
    ends_at: tuple[int, str] | None = None

    @property
    def folder(self) -> Path:
        """Where its parts are written before they are whole."""
        return self.home / f"{self.shard.name}.{self.share or 'all'}.new"

    def without(self, beat: Beat, page_seconds: float | None) -> Job:
        """The job once more: without the page that was being read, or ended where the dump gave no other page.

        `page_seconds`: it took longer than a page may; None: it killed its process.
        """
        why = DIED if page_seconds is None else late(beat.may_take(page_seconds))
        if beat.reads:
            return replace(self, skipped={**self.skipped, beat.index: why})
        return replace(self, ends_at=(beat.index, no_other_page(why)))


def run_shard(job: Job, on_page: OnPage = lambda shard, failed: None, alarm: Alarm | None = None) -> Finished:
    """Do a shard; `on_page` hears of every page whether it failed. OSError where the parts can't be written, Late where the alarm rings."""
    final = job.home / job.shard.name
    folder = job.folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    seen, inputs = look(job.shard)
    left_out, machines = Tally(), 0
    with Heartbeat(folder) if job.watched else alarm or nullcontext() as heart, Parts(folder, allowed(job.packs)) as parts:
        for rows in _pages(job, left_out, heart):
            parts.add(rows)
            machines += sum(is_machines(row.reason) for row in rows.get("failures", ()))
            for _ in rows.get("pages") or rows["failures"]:
                on_page(job.shard, "failures" in rows)
    receipt = Receipt(job.shard.name, job.key, seen, inputs, dict(parts.rows), dict(left_out), sizes(folder), machines)
    receipt.save(folder)
    shutil.rmtree(final, ignore_errors=True)
    folder.rename(final)
    return receipt.finished()


@cache
def corridor(packs: tuple[str, ...]) -> Corridor:
    """The corridor of this process for these packs: dictionaries and rules are loaded once, and only where pages are read."""
    return Corridor(packs, loaded(packs))


def _pages(job: Job, left_out: Tally, heart: Heartbeat | Alarm | None) -> Iterator[Rows]:
    reader = corridor(job.packs)
    for place, article in _articles(reader, _found(job, left_out, heart)):
        if not isinstance(article, Article):
            yield article
            continue
        if heart:
            heart.reads(place)
        yield _rows(reader, article)


def _found(job: Job, left_out: Tally, heart: Heartbeat | Alarm | None) -> Iterator[tuple[int, RawPage | Failure]]:
    """What the dump gives, by place."""
    found = pages(job.shard, tally=left_out)
    for place in count():
        if job.ends_at is not None and place >= job.ends_at[0]:
            yield place, Failure(readable(job.shard.files[0], job.shard.root), None, "open", job.ends_at[1])
            return
        if heart:
            heart.seeks(place)
        page = _next(found, job.shard)
        if page is None:
            return
        if heart:
            heart.reads(place)
        skipped = isinstance(page, RawPage) and place in job.skipped
        yield place, Failure(page.source, page.record, "read", job.skipped[place]) if skipped else page


def _articles(reader: Corridor, found: Iterator[tuple[int, RawPage | Failure]]) -> Iterator[tuple[int, Article | Rows]]:
    """Articles to be read, each with the place of its page that came first, and failures."""
    waiting, places = Articles(), dict[str, int]()
    for place, page in found:
        cleaned = _failed([page]) if isinstance(page, Failure) else _cleaned(reader, page)
        if not isinstance(cleaned, Cleaned):
            yield place, cleaned
            continue
        places[cleaned.row.page_id] = place
        yield from ((_place(article, places), article) for article in waiting.add(cleaned))
    yield from ((_place(article, places), article) for article in waiting.rest())


def _place(article: Article, places: dict[str, int]) -> int:
    """The first of its pages' places, which are forgotten with it; a dump may hold one page_id twice."""
    return min((places.pop(page.row.page_id) for page in article.pages if page.row.page_id in places), default=0)


def _next(found: Iterator[RawPage | Failure], shard: Shard) -> RawPage | Failure | None:
    try:
        return next(found, None)
    except MemoryError:
        return Failure(readable(shard.files[0], shard.root), None, "open", no_other_page(NO_MEMORY))
    except ImportError as error:
        return Failure(readable(shard.files[0], shard.root), None, "open", no_other_page(f"{NO_LIBRARY} ({error})"))
    except Exception as error:  # noqa: BLE001 - nor does one bad archive stop a run
        reason = f"{type(error).__name__}: {error}; nothing more is read of this shard"
        return Failure(readable(shard.files[0], shard.root), None, "open", reason)


def _cleaned(reader: Corridor, page: RawPage) -> Cleaned | Rows:
    try:
        return reader.clean(page)
    except PageError as error:
        return _failed([Failure(page.source, page.record, error.stage, error.reason)])
    except MemoryError:
        return _failed([Failure(page.source, page.record, "clean", NO_MEMORY)])
    except Exception as error:  # noqa: BLE001 - one bad page never stops a run, whatever is wrong with it or with us
        return _failed([Failure(page.source, page.record, "clean", f"{type(error).__name__}: {error}")])


def _rows(reader: Corridor, article: Article) -> Rows:
    try:
        return reader.article(article)
    except MemoryError:
        return _failed([Failure(page.row.source, page.row.record, "read", NO_MEMORY) for page in article.pages])
    except Exception as error:  # noqa: BLE001 - nor does one bad article
        return _failed([Failure(page.row.source, page.row.record, "read", f"{type(error).__name__}: {error}") for page in article.pages])


def _failed(failures: list[Failure]) -> Rows:
    return {"failures": [_failure_row(failure) for failure in failures]}


def _failure_row(failure: Failure) -> FailureRow:
    record = failure.record and _unicode(failure.record)
    return FailureRow(_unicode(failure.source), record, failure.stage, _unicode(failure.reason[:_REASON]))


def _unicode(text: str) -> str:
    """The text with escapes for what is no character (half a surrogate pair)."""
    return text.encode("utf-8", "backslashreplace").decode()
