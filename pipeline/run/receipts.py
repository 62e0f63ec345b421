"""Receipts: what a finished shard was made from, so that it is not made again."""

from __future__ import annotations

import hashlib
import json
import os
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.dumps import Shard, fingerprint
from pipeline.dumps.files import frames_of
from pipeline.dumps.names import readable
from pipeline.write.atomic import replace_bytes

FILE = "receipt.json"
_TICK = 2_000_000_000  # ns: what changed less than this before it was looked at may change again without the clock telling


class Input(NamedTuple):
    """A file of a shard: path as in `pages.source`, bytes, time of change in ns (-1 where unknown), SHA-256."""

    path: str
    size: int
    changed: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Finished:
    """A finished shard without its files, of which there may be millions: `digest` stands for them, the rules and what was made.

    `machines`: failures that another try may spare.
    """

    shard: str
    rows: dict[str, int]
    left_out: dict[str, int]
    digest: str
    machines: int


@dataclass(frozen=True, slots=True)
class Receipt:
    """A finished shard: `key` stands for packs, code and schema, `seen` is when its files were looked at (ns), `rows` counts by table.

    `parts`: bytes of the files it was written to.
    """

    shard: str
    key: str
    seen: int
    inputs: tuple[Input, ...]
    rows: dict[str, int]
    left_out: dict[str, int]
    parts: dict[str, int]
    machines: int

    def finished(self) -> Finished:
        """What the rest of the run needs of it."""
        made_of = (self.key, [_bytes(file) for file in self.inputs], sorted(self.parts.items()))
        return Finished(
            self.shard, self.rows, self.left_out, hashlib.sha256(repr(made_of).encode("utf-8", "surrogatepass")).hexdigest(), self.machines
        )

    def save(self, folder: Path) -> None:
        """Write it into the folder of its parts."""
        replace_bytes(folder / FILE, json.dumps(asdict(self)).encode("ascii"))

    def is_whole(self, folder: Path) -> bool:
        """Whether the folder still holds the parts."""
        return sizes(folder) == self.parts


def load(folder: Path) -> Receipt | None:
    """The receipt in a folder of parts, or None where there is none that can be read."""
    try:
        said: dict[str, Any] = json.loads((folder / FILE).read_text("ascii"))
        return Receipt(**(said | {"inputs": tuple(Input(*file) for file in said["inputs"])}))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def sizes(folder: Path) -> dict[str, int]:
    """The parts in a folder, with their sizes in bytes."""
    return {file.name: file.stat().st_size for file in folder.glob("*.parquet")}


def forget(folder: Path) -> None:
    """Let the next run make the parts of this folder again."""
    (folder / FILE).unlink(missing_ok=True)


def inputs_of(folder: Path) -> tuple[Input, ...]:
    """The files that the parts in a folder were made from."""
    receipt = load(folder)
    return receipt.inputs if receipt else ()


def look(shard: Shard) -> tuple[int, tuple[Input, ...]]:
    """The time (ns) and the shard's files as they are at that time, read in full."""
    now = time.time_ns()
    changed = [_stat(shard, path)[1] for path in _paths(shard)]
    files = zip(fingerprint(shard), changed, strict=True)
    return now, tuple(Input(path, size, when, digest) for (path, size, digest), when in files)


def current(receipt: Receipt, shard: Shard, key: str) -> Receipt | None:
    """The receipt, if the shard would be made from the same bytes by the same rules; renewed where its files had to be read to know."""
    if receipt.key != key:
        return None
    paths = _paths(shard)
    now = [(readable(path, shard.root), *_stat(shard, path)) for path in paths]
    if now == [file[:3] for file in receipt.inputs] and all(file.changed < receipt.seen - _TICK for file in receipt.inputs):
        return receipt
    seen, files = look(shard)
    same = [_bytes(file) for file in files] == [_bytes(file) for file in receipt.inputs]
    return replace(receipt, seen=seen, inputs=files) if same else None


def _bytes(file: Input) -> tuple[str, int, str]:
    return file.path, file.size, file.sha256


def _paths(shard: Shard) -> list[str]:
    """The files that `fingerprint` reads, in its order, as the file system names them."""
    return [each for path in shard.files for each in (path, *frames_of(shard.root, path))]


def _stat(shard: Shard, path: str) -> tuple[int, int]:
    """Size and the later of the times of change: a copy may bring the one along, nothing can set the other."""
    try:
        said = os.stat(os.path.join(shard.root, path))
    except OSError:
        return -1, -1
    return said.st_size, max(said.st_mtime_ns, said.st_ctime_ns)
