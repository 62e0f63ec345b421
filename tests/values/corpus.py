"""The corpus: one value, its many spellings under it.

    == 400000 min 人次
    40万多人次
    全年接待【四十余万人次】

A line is the find, or marks it 【so】. The header is `VALUE[..HIGH] [BOUND] [UNIT] [KIND]` for numbers, `EDTF [ROLE] [inferred]` for dates, or `none`;
`@ 2013-01-13` sets the reference of the dates that follow, `@ -` takes it away.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Entry:
    """A line: its text without marks, the find in it, the header's words, the reference."""

    text: str
    find: str
    header: tuple[str, ...]
    reference: str | None
    line: int

    def __str__(self) -> str:
        return f"{self.line}:{self.text}"


def entries(name: str) -> Iterator[Entry]:
    """The entries of `NAME.txt`."""
    header: tuple[str, ...] = ()
    reference: str | None = None
    for number, line in enumerate((HERE / f"{name}.txt").read_text("utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        if line.startswith("@ "):
            reference = None if line[2:] == "-" else line[2:]
        elif line.startswith("== "):
            header = tuple(line[3:].split())
        else:
            start, end = line.find("【"), line.find("】")
            find = line[start + 1 : end] if start >= 0 else line
            yield Entry(line.replace("【", "").replace("】", ""), find, header, reference, number)
