"""What a folder, a file or a list of paths holds: the shards of a dump."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.dumps.companions import companion_of, hidden, is_page_name
from pipeline.dumps.limits import Tally
from pipeline.dumps.shard import Shard, alone, slices

# Only to cut shards; what a file is, its bytes say.
_ARCHIVES = (".zip", ".wacz", ".tgz", *(kind + pack for kind in (".tar", ".warc") for pack in ("", ".gz", ".zst", ".bz2", ".xz")))
_LARGE = 4 << 20


def shards(roots: Path | str | Iterable[Path | str], tally: Tally | None = None) -> list[Shard]:
    """The shards of a folder, of one file, or of a list of both, in a fixed order.

    One root: sources are relative to it (to its parent, if it is a file); FileNotFoundError if it isn't there.
    A list: sources are relative to the folder that all of them have in common; a path that isn't there becomes a failure when read.
    Hidden files and the `x_files` companions of saved pages are left out; `tally` counts them.
    """
    single = isinstance(roots, Path | str)
    given = [os.path.abspath(root) for root in ([roots] if isinstance(roots, Path | str) else roots)]
    if single and not os.path.lexists(given[0]):
        raise FileNotFoundError(f"{given[0]}: no such file or folder")
    if not given:
        return []
    base = os.path.commonpath([path if os.path.isdir(path) else os.path.dirname(path) for path in given])
    inside = base.rstrip("/") + "/"
    found = {path.removeprefix(inside) if path != base else ".": size for start in given for path, size in _files(start, tally)}
    large = {path for path, size in found.items() if size >= _LARGE or path.lower().endswith(_ARCHIVES)}
    cut = [*slices(base, (path for path in found if path not in large)), *(alone(base, path) for path in large)]
    return sorted(cut, key=lambda shard: shard.name)


def listed(text: bytes) -> list[Path]:
    """The paths in a list (as on standard input): one a line, or between NULs (`find -print0`); empty ones don't count."""
    lines = text.split(b"\0") if b"\0" in text else [line.rstrip(b"\r") for line in text.split(b"\n")]
    return [Path(os.fsdecode(line)) for line in lines if line.strip()]


def _files(start: str, tally: Tally | None) -> Iterator[tuple[str, int]]:
    """Path and size of every file below `start`. Each real folder is entered once, so links can't loop."""
    if not os.path.isdir(start):
        yield start, _size(start)
        return
    todo, linked, seen = [start], list[str](), set[str]()
    while todo or linked:
        folder = todo.pop() if todo else linked.pop(0)
        real = os.path.realpath(folder)
        if real in seen:
            continue
        seen.add(real)
        try:
            with os.scandir(folder) as entries:
                inside = sorted(entries, key=lambda entry: entry.name)
        except OSError:
            yield folder, 0  # becomes a failure when it is read
            continue
        saved = {os.path.splitext(entry.name)[0] for entry in inside if is_page_name(entry.name)}
        for entry in inside:
            if hidden(entry.name):
                _count(tally, "hidden file")
                continue
            if not _is_folder(entry):
                yield entry.path, _size(entry.path)
            elif companion_of(f"{entry.name}/_") in saved:
                _count(tally, "companion folder of a saved page")
            else:
                (linked if entry.is_symlink() else todo).append(entry.path)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself: becomes a failure when it is read
        return False


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0


def _count(tally: Tally | None, what: str) -> None:
    if tally is not None:
        tally[what] += 1
