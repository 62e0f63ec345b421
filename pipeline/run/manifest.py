"""`run.json`: what the tables were made from and by. Times stand here and nowhere else."""

from __future__ import annotations

import json
import platform
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Any, BinaryIO

import pipeline
from pipeline.run.receipts import Input
from pipeline.run.summary import Summary
from pipeline.schema import TABLES

LIBRARIES = ("ahocorasick-rs", "beautifulsoup4", "jieba", "lxml", "pyarrow", "rensa", "rjieba")


@dataclass(frozen=True, slots=True)
class Made:
    """A file that the run wrote."""

    name: str
    size: int
    sha256: str


def write_manifest(file: BinaryIO, *, began: datetime, packs: dict[str, str], request: dict[str, Any], summary: Summary,
                   made: Sequence[Made], inputs: Iterable[Input]) -> None:  # fmt: skip
    """Write the manifest; inputs one a line, since there may be millions."""
    ended = datetime.now(UTC)
    head = {
        "pipeline": pipeline.__version__,
        "began": began.isoformat(timespec="seconds"),
        "ended": ended.isoformat(timespec="seconds"),
        "seconds": round((ended - began).total_seconds(), 2),
        "options": request,
        "versions": {"python": platform.python_version()} | {name: version(name) for name in LIBRARIES},
        "packs": packs,
        "rows": {table: summary.rows[table] for table in TABLES},
        "numbers": summary.numbers,
        "duplicates": summary.duplicates,
        "incomplete": summary.incomplete,
        "lossy": summary.lossy,
        "garbled": summary.garbled,
        "left_out": summary.left_out,
        "files": [{"path": file.name, "bytes": file.size, "sha256": file.sha256} for file in made],
    }
    body = json.dumps(head, ensure_ascii=False, indent=2).removesuffix("\n}")
    file.write(f'{body},\n  "inputs": [\n'.encode("utf-8", "backslashreplace"))
    file.writelines(_lines(inputs))
    file.write(b"  ]\n}\n")


def _lines(inputs: Iterable[Input]) -> Iterable[bytes]:
    before = "    "
    for item in inputs:
        said = {"path": item.path, "bytes": item.size, "sha256": item.sha256}
        yield (before + json.dumps(said, ensure_ascii=False)).encode("utf-8", "backslashreplace")
        before = ",\n    "
    yield b"\n"
