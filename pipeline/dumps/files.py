"""Files of a folder, as they lie on disk."""

from __future__ import annotations

import os
from collections.abc import Iterator

from pipeline.dumps.companions import companion_folders, frames, is_page_name
from pipeline.dumps.containers import read
from pipeline.dumps.item import Found, Item
from pipeline.dumps.limits import Limits, Tally
from pipeline.dumps.names import readable
from pipeline.dumps.stream import of_file
from pipeline.model import Failure

_LOOK = 1 << 16


def read_file(root: str, path: str, limits: Limits, tally: Tally) -> Iterator[Found]:
    """The pages in one file."""
    full, source = os.path.normpath(os.path.join(root, path)), readable(path, root)
    try:
        reason = _unreadable(full)
        if reason is None:
            with open(full, "rb") as file:
                yield from read(Item(source, of_file(file), limits, tally, size=os.fstat(file.fileno()).st_size, file=file))
            return
    except OSError as error:
        reason = f"the file can't be read: {error.strerror}"
    yield Failure(source, None, "open", reason)


def frames_of(root: str, path: str) -> list[str]:
    """The files that a saved frameset page shows out of its companion folder, relative to `root` too."""
    stem = os.path.splitext(path)[0]
    if not is_page_name(path) or not any(os.path.isdir(os.path.join(root, each)) for each in companion_folders(stem)):
        return []
    try:
        with open(os.path.join(root, path), "rb") as file:
            shown = frames(path, file.read(_LOOK))
    except OSError:
        return []
    return [frame for frame in shown if os.path.isfile(os.path.join(root, frame))]


def _unreadable(full: str) -> str | None:
    """Why a path can't even be opened; opening a pipe would wait for ever."""
    if os.path.isfile(full):
        return None
    if os.path.isdir(full):
        return "the folder can't be listed; check its permissions"
    if os.path.exists(full):
        return "not an ordinary file (a device, pipe or socket)"
    return "a link that points to nothing" if os.path.islink(full) else "no such file"
