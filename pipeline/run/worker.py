"""What a worker does before its first job: it holds the folder it writes to, and it ends when the run that started it has ended."""

from __future__ import annotations

import fcntl
import os
import threading
import time
from contextlib import suppress
from multiprocessing import connection, parent_process
from pathlib import Path

_FILE = "workers"
_PATIENCE = 20.0  # seconds: a worker ends at once, but not while a library works on a large page


def attach(home: Path, share: str = "") -> None:
    """Hold `home`, or a share of it, for as long as this process lives, which is no longer than its run: a killed one must leave nobody who writes."""
    held = os.open(home / f"{_FILE}{share and f'.{share}'}", os.O_RDWR | os.O_CREAT, 0o644)
    with suppress(OSError):  # a file system without locks
        fcntl.flock(held, fcntl.LOCK_SH)
    run = parent_process()
    if run is not None:
        if connection.wait([run.sentinel], 0):
            os._exit(1)
        threading.Thread(target=_ends_with, args=(run.sentinel,), daemon=True).start()


def left(home: Path, share: str = "", patience: float = _PATIENCE) -> bool:
    """Whether workers of a run that was killed still hold `home`, or this share of it, after some patience."""
    ends = time.monotonic() + patience
    return any(_held(file, ends) for file in (home.glob(f"{_FILE}*") if not share else [home / f"{_FILE}.{share}"]))


def _held(path: Path, ends: float) -> bool:
    with path.open("a") as file:
        while not _free(file.fileno()):
            if time.monotonic() > ends:
                return True
            time.sleep(0.05)
    return False


def _free(file: int) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True


def _ends_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
