"""Many processes. A page that kills or hangs its worker is named in `failures`, and its shard is done again without it."""

from __future__ import annotations

import threading
import time
from concurrent.futures import CancelledError, Future
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from types import TracebackType
from typing import Self

from pebble import ProcessExpired, ProcessPool

from pipeline.run.heartbeat import PAGE, last_beat
from pipeline.run.receipts import Finished
from pipeline.run.shard import Job, run_shard
from pipeline.run.worker import attach

_EACH = 1.0  # seconds between two looks at the workers


class Pool:
    """Runs shards in `workers` processes of their own. A context manager: leaving it ends them."""

    def __init__(self, workers: int, home: Path, page_seconds: float = PAGE, share: str = "") -> None:
        """`home`: the folder of all parts. `share`: the name of the run's share."""
        self.width = 2 * workers
        self._page_seconds = page_seconds
        self._pool = ProcessPool(max_workers=workers, context=get_context("spawn"), initializer=attach, initargs=[home, share])
        self._running: dict[Future[Finished], tuple[Job, float]] = {}
        self._lock = threading.Lock()
        self._ended = threading.Event()
        self._watch = threading.Thread(target=self._watches, daemon=True)
        self._watch.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._ended.set()
        self._pool.close() if kind is None else self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def submit(self, job: Job) -> Future[Finished]:
        """Do the job in a process, without pages that end or hold up processes. The future raises what `run_shard` raises."""
        future: Future[Finished] = Future()
        self._start(replace(job, watched=True), future)
        return future

    def _start(self, job: Job, future: Future[Finished]) -> None:
        inner = self._pool.schedule(run_shard, args=(job,))
        with self._lock:
            self._running[inner] = (job, time.time())
        inner.add_done_callback(lambda done: self._done(done, future))

    def _done(self, inner: Future[Finished], future: Future[Finished]) -> None:
        with self._lock:
            job, began = self._running.pop(inner)
        try:
            future.set_result(inner.result())
        except (ProcessExpired, CancelledError) as error:
            if self._ended.is_set():
                future.cancel()
                return
            beat = last_beat(job.folder)
            if beat is None or beat.when < began - _EACH:
                future.set_exception(OSError(f"a process that read {job.shard.name} ended before its first page ({error})"))
                return
            self._start(job.without(beat, self._page_seconds if isinstance(error, CancelledError) else None), future)
        except BaseException as error:  # noqa: BLE001 - whatever it is, it is the caller's to hear
            future.set_exception(error)

    def _watches(self) -> None:
        """Ends what makes no headway."""
        while not self._ended.wait(_EACH):
            with self._lock:
                running = [(inner, job, began) for inner, (job, began) in self._running.items() if inner.running()]
            for inner, job, began in running:
                beat = last_beat(job.folder)
                if beat is not None and beat.when >= began - _EACH and time.time() - beat.when > beat.may_take(self._page_seconds):
                    inner.cancel()
