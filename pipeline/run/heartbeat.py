"""What a worker is at, told in a file that outlives it: a page that kills or hangs it can be named."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Self

_FILE = "at"
PAGE = 60.0  # seconds
_SEEK = 1800.0  # seconds without a page: an archive may hold gigabytes of films between two
_READS, _SEEKS = "reads", "seeks"


@dataclass(frozen=True, slots=True)
class Beat:
    """The worker is at page `index` of its shard (0 for the first), or seeks it in the dump; `when` it said so, in seconds."""

    index: int
    reads: bool
    when: float

    def may_take(self, page_seconds: float) -> float:
        """How many seconds the worker may be at it."""
        return page_seconds if self.reads else _SEEK


class Heartbeat:
    """Written by the worker into the folder of its parts."""

    def __init__(self, folder: Path) -> None:
        self._file = os.open(folder / _FILE, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        self._path = folder / _FILE

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        os.close(self._file)
        self._path.unlink(missing_ok=True)

    def seeks(self, index: int) -> None:
        """The page is still to be found in the dump."""
        self._tell(index, _SEEKS)

    def reads(self, index: int) -> None:
        """The page is being read."""
        self._tell(index, _READS)

    def _tell(self, index: int, doing: str) -> None:
        os.pwrite(self._file, f"{index:012} {doing}".encode("ascii"), 0)


def last_beat(folder: Path) -> Beat | None:
    """What the worker that writes to `folder` said last; None where it has said nothing."""
    try:
        told, when = (folder / _FILE).read_text("ascii"), os.stat(folder / _FILE).st_mtime
    except OSError:
        return None
    index, _, doing = told.partition(" ")
    return Beat(int(index), doing == _READS, when) if index.isdigit() else None
