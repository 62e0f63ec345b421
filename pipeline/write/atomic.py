"""Files that are there whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self


class Stage:
    """Files of one folder that take their places together: written beside their places, moved there by `commit`, else dropped."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names: list[str] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for name in self._names:
            self._temporary(name).unlink(missing_ok=True)

    @contextmanager
    def open(self, name: str) -> Iterator[BinaryIO]:
        """A stream to what will be `name`, on the disk when the block ends. OSError where that fails."""
        self._names.append(name)
        with self._temporary(name).open("wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())

    def write(self, name: str, data: bytes) -> None:
        """A whole file in one go."""
        with self.open(name) as stream:
            stream.write(data)

    def commit(self) -> None:
        """Put every file in its place. OSError where one can't take it (a folder of that name)."""
        for path in (self._folder / name for name in self._names):
            if path.is_dir():  # known before the first file is moved: all or none
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        for name in self._names:
            self._temporary(name).replace(self._folder / name)
        self._names = []

    def path(self, name: str) -> Path:
        """Where the file lies until `commit`."""
        return self._temporary(name)

    def _temporary(self, name: str) -> Path:
        return _temporary(self._folder, name)


def drop_left(folder: Path, names: Sequence[str]) -> None:
    """Remove what a stage left of these files when its process was killed."""
    for name in names:
        _temporary(folder, name).unlink(missing_ok=True)


def _temporary(folder: Path, name: str) -> Path:
    return folder / f".{name}.tmp"


def replace_bytes(path: Path, data: bytes) -> None:
    """Write a whole file in one go, or leave the old one."""
    with Stage(path.parent) as stage:
        stage.write(path.name, data)
        stage.commit()
