"""Where a run reads and writes: never below what it reads, and one run at a time."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TextIO

from pipeline.run.problems import RunError, writing_to
from pipeline.run.worker import left

PARTS = ".parts"


def check_out(raw: Sequence[Path], out: Path) -> None:
    """RunError (code 2) where `out` is, or lies below, something that is read: nothing is ever written there."""
    if out.exists() and not out.is_dir():
        raise RunError(f"--out {out} is a file; name a folder", 2)
    above = [folder for folder in (out.resolve(), *out.resolve().parents) if folder.exists()]
    for path in raw:
        if path.is_dir() and any(os.path.samefile(path, folder) for folder in above):
            raise RunError(f"--out {out} lies inside {path}, which is read and never written to; name a folder elsewhere", 2)


@contextmanager
def parts_folder(out: Path, share: str = "") -> Iterator[Path]:
    """The folder of the shards' parts, made if need be and locked while the block runs. RunError where another run holds it.

    A run of a `share` lets others of other shares run beside it.
    """
    home = out / PARTS
    with ExitStack() as held:
        with writing_to(out):
            home.mkdir(parents=True, exist_ok=True)
            locks = [
                held.enter_context((home / name).open("a+", encoding="ascii")) for name in ("lock", f"lock.{share}")[: 1 + bool(share)]
            ]
        for lock in locks:
            _take(out, lock, shared=bool(share) and lock is locks[0])
        with writing_to(out):
            if left(home, share):
                raise RunError(f"processes of a run that was killed are still writing to {out}; wait for them or end them, then go on")
        yield home


def _take(out: Path, file: TextIO, *, shared: bool) -> None:
    if not _lock(file, shared=shared):
        file.seek(0)
        holder = file.read().strip()
        who = f" (process {holder})" if holder else " (of a --shard)"
        raise RunError(f"another run{who} is writing to {out}; wait for it or name another --out")
    with writing_to(out):
        file.truncate(0)
        if not shared:
            file.write(str(os.getpid()))
        file.flush()


def _lock(file: TextIO, *, shared: bool) -> bool:
    try:
        fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True  # a file system without locks (some clusters'): going on beats not running there at all
    return True
