"""What stops a run, told in a line."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NO_ROOM = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your quota of disk space is used up",
    errno.EFBIG: "a file grew past the size allowed",
}


class RunError(Exception):
    """A run that can't go on: `code` is the exit code, 2 where it was called wrongly."""

    def __init__(self, message: str, code: int = 1) -> None:
        super().__init__(message)
        self.code = code


def _below(out: Path, file: object) -> str:
    """The file where it lies in `out`, else `out` itself."""
    return str(file) if isinstance(file, str | os.PathLike) and Path(file).is_relative_to(out) else str(out)


@contextmanager
def writing_to(out: Path) -> Iterator[None]:
    """Turns what the file system refuses into a RunError that says where and why."""
    try:
        yield
    except OSError as error:
        place = _below(out, error.filename2 or error.filename)
        reason = _NO_ROOM.get(error.errno or 0) or os.strerror(error.errno) if error.errno else str(error)
        raise RunError(
            f"cannot write to {place}: {reason}. Tables that were there before are untouched; finished shards are kept."
        ) from error
