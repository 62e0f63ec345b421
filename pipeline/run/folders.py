"""Where a run reads and writes: never below what it reads, and one run at a time."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
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
def parts_folder(out: Path) -> Iterator[Path]:
    """The folder of the shards' parts, made if need be and locked while the block runs. RunError where another run holds it."""
    home = out / PARTS
    with writing_to(out):
        home.mkdir(parents=True, exist_ok=True)
        lock = (home / "lock").open("a+", encoding="ascii")
    with lock:
        if not _lock(lock):
            lock.seek(0)
            holder = lock.read().strip() or "unknown"
            raise RunError(f"another run (process {holder}) is writing to {out}; wait for it or name another --out")
        with writing_to(out):
            lock.truncate(0)
            lock.write(str(os.getpid()))
            lock.flush()
            if left(home):
                raise RunError(f"processes of a run that was killed are still writing to {out}; wait for them or end them, then go on")
        yield home


def _lock(file: TextIO) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True  # a file system without locks (some clusters'): going on beats not running there at all
    return True
