"""The seam for running: something with `submit`. A pool or a cluster takes the place of InProcess, and nothing else changes."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from itertools import islice
from typing import Protocol

from pipeline.run.alarm import Alarm, Late
from pipeline.run.heartbeat import PAGE
from pipeline.run.receipts import Finished
from pipeline.run.shard import Job, OnPage, run_shard


class Executor(Protocol):
    """Runs jobs; `width` is how many it can have in hand at once."""

    width: int

    def submit(self, job: Job) -> Future[Finished]:
        """Do the job, now or later. The future raises what `run_shard` raises."""
        ...


class InProcess:
    """One job after the other, in this process; `on_page` hears of every page."""

    width = 1

    def __init__(self, on_page: OnPage, page_seconds: float = PAGE) -> None:
        self._on_page = on_page
        self._page_seconds = page_seconds

    def submit(self, job: Job) -> Future[Finished]:
        future: Future[Finished] = Future()
        while not future.done():
            try:
                future.set_result(run_shard(job, self._on_page, self._alarm()))
            except Late as late:
                job = job.without(late.beat, self._page_seconds)
        return future

    def _alarm(self) -> Alarm | None:
        """Signals reach the main thread alone; elsewhere (a notebook's worker thread) nothing keeps the time."""
        return Alarm(self._page_seconds) if threading.current_thread() is threading.main_thread() else None


def finished(executor: Executor, jobs: Iterable[Job]) -> Iterator[Finished]:
    """The shards of all jobs, as they are finished."""
    left = iter(jobs)
    running = {executor.submit(job) for job in islice(left, executor.width)}
    while running:
        done, running = wait(running, return_when=FIRST_COMPLETED)
        for future in done:
            yield future.result()
        running |= {executor.submit(job) for job in islice(left, executor.width - len(running))}
