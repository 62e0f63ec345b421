"""What a folder, a file or a list of paths holds: the shards of a dump."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.dumps.shard import Shard, alone, slices

Tally = Counter[str]

# Only to cut shards; what a file is, its bytes say.
_ARCHIVES = (".zip", ".tar", ".gz", ".tgz", ".zst", ".bz2", ".xz", ".warc", ".wacz")
_LARGE = 4 << 20

_PAGES = (".html", ".htm", ".shtml", ".xhtml", ".mht", ".mhtml")
_COMPANIONS = ("_files", ".files", "_file")
_HIDDEN = {"thumbs.db", "desktop.ini", "__macosx"}


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
    found = {os.path.relpath(path, base): size for start in given for path, size in _files(start, tally)}
    large = {path for path, size in found.items() if size >= _LARGE or path.lower().endswith(_ARCHIVES)}
    cut = [*slices(base, (path for path in found if path not in large)), *(alone(base, path) for path in large)]
    return sorted(cut, key=lambda shard: shard.name)


def listed(lines: Iterable[str]) -> list[Path]:
    """The paths in a list, one a line (as on standard input); empty lines don't count."""
    return [Path(line.rstrip("\r\n")) for line in lines if line.strip()]


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
        pages = {os.path.splitext(entry.name)[0] for entry in inside if entry.name.lower().endswith(_PAGES)}
        for entry in inside:
            if hidden(entry.name):
                continue
            if not entry.is_dir():
                yield entry.path, _size(entry.path)
            elif companion_of(entry.name) in pages:
                _count(tally, "companion folder of a saved page")
            else:
                (linked if entry.is_symlink() else todo).append(entry.path)


def hidden(name: str) -> bool:
    """Whether a name is one that systems leave behind: `.DS_Store`, `Thumbs.db`."""
    return name.startswith(".") or name.lower() in _HIDDEN


def companion_of(folder: str) -> str | None:
    """`x` for `x_files` and `x.files`, the folders browsers save a page's pictures in."""
    ending = next((end for end in _COMPANIONS if folder.lower().endswith(end)), None)
    return folder[: -len(ending)] if ending else None


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0


def _count(tally: Tally | None, what: str) -> None:
    if tally is not None:
        tally[what] += 1
