"""A shard: the address of a piece of a dump, small enough to pickle and to run again."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

MOST_FILES = 256

# Parts of one article (`t1_2.htm`, `a.php?page=3`) must fall into one shard: the parts are joined there.
_PART = re.compile(r"(?:[_-]\d{1,2}|[?&@](?:page|p|pageno|pageindex|pn|currentpage|ipage)=\d{1,2})?(?:\.[A-Za-z]{1,5})?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Shard:
    """Files below one folder: an archive alone, or a slice of the loose files.

    `root` is an absolute path, `files` are paths relative to it with `/`, sorted. Names the file system holds in another encoding than
    UTF-8 carry surrogates, as `os.fsdecode` makes them. `name` is stable, unique within a run and safe as a file name.
    """

    name: str
    root: str
    files: tuple[str, ...]


def alone(root: str, path: str) -> Shard:
    """The shard of one archive or large file."""
    return Shard("file-" + _digest(path).hex()[:16], root, (path,))


def slices(root: str, paths: Iterable[str]) -> Iterator[Shard]:
    """Loose files, cut by the leading bits of a hash so that one file more or less changes one slice only (or splits or joins two)."""
    hashed = sorted((_bits(_PART.sub("", path)), path) for path in paths)
    todo = [("", hashed)] if hashed else []
    while todo:
        prefix, group = todo.pop()
        depth = len(prefix)
        if len(group) <= MOST_FILES or depth == 32:
            yield Shard(f"files-{prefix or 'all'}", root, tuple(sorted(path for _, path in group)))
            continue
        for bit in "10":
            half = [pair for pair in group if pair[0][depth] == bit]
            if half:
                todo.append((prefix + bit, half))


def _bits(key: str) -> str:
    return format(int.from_bytes(_digest(key)[:4], "big"), "032b")


def _digest(path: str) -> bytes:
    return hashlib.sha256(path.encode("utf-8", "surrogateescape")).digest()
