"""The shards that are to be done, through the executor."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from pipeline.clean import profiles
from pipeline.dumps import Shard
from pipeline.run.executor import Executor, InProcess, finished
from pipeline.run.problems import RunError
from pipeline.run.progress import Progress
from pipeline.run.receipts import Finished
from pipeline.run.shard import Job

_SMALL = 32 << 20  # bytes: below it processes take longer to start than they save


def work(
    home: Path, todo: Sequence[Shard], key: str, packs: tuple[str, ...], *, quiet: bool, workers: int | None, share: str = ""
) -> dict[str, Finished]:
    """Do the shards, in `workers` processes (None: as many as it is worth); what came of them by name. `share`: the name of this share.

    What is done stays done when this is interrupted.
    """
    _check_profiles()
    sizes = {shard.name: sum(_size(os.path.join(shard.root, file)) for file in shard.files) for shard in todo}
    done: dict[str, Finished] = {}
    with Progress(sizes, quiet) as progress, _executor(_width(workers, sizes), home, share, progress) as executor:
        for shard in finished(executor, [Job(shard, packs, home, key, share) for shard in todo]):
            done[shard.shard] = shard
            progress.shard(shard.shard, None if isinstance(executor, InProcess) else shard.rows)
    return done


def _check_profiles() -> None:
    """RunError for a site profile that can't be used: else every page would be a failure."""
    try:
        profiles.builtin()
    except ValueError as error:
        raise RunError(f"pipeline/sites: {error}") from error


def _width(workers: int | None, sizes: Mapping[str, int]) -> int:
    """How many processes: those asked for, else one a core where the input is large; never more than shards."""
    wanted = workers or (1 if sum(sizes.values()) < _SMALL else len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1)
    return min(wanted, len(sizes))


@contextmanager
def _executor(width: int, home: Path, share: str, progress: Progress) -> Iterator[Executor]:
    if width < 2:
        yield InProcess(progress.page)
        return
    from pipeline.run.pool import Pool

    with Pool(width, home, share=share) as pool:
        yield pool


def _size(path: str) -> int:
    return os.path.getsize(path) if os.path.exists(path) else 0
