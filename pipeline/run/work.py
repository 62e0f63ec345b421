"""The shards that are to be done, through the executor."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from pipeline.dumps import Shard
from pipeline.run.executor import InProcess, finished
from pipeline.run.progress import Progress
from pipeline.run.receipts import Finished
from pipeline.run.shard import Job


def work(home: Path, todo: Sequence[Shard], key: str, packs: tuple[str, ...], *, quiet: bool) -> dict[str, Finished]:
    """Do the shards; what came of them by name. What is done stays done when this is interrupted."""
    sizes = {shard.name: sum(_size(os.path.join(shard.root, file)) for file in shard.files) for shard in todo}
    done: dict[str, Finished] = {}
    with Progress(sizes, quiet) as progress:
        for shard in finished(InProcess(progress.page), [Job(shard, packs, home, key) for shard in todo]):
            done[shard.shard] = shard
            progress.shard(shard.shard)
    return done


def _size(path: str) -> int:
    return os.path.getsize(path) if os.path.exists(path) else 0
