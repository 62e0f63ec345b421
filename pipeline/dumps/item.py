"""Something to be read: a file, or a member of an archive; and what reading it gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from pipeline.dumps.limits import Limits, Tally
from pipeline.dumps.stream import Stream
from pipeline.model import Failure, RawPage

Found = RawPage | Failure


@dataclass(frozen=True, slots=True)
class Item:
    """`depth` counts the archives around it, `layers` the compressions taken off; `file` is there where one can seek in it."""

    source: str
    stream: Stream
    limits: Limits
    tally: Tally
    size: int | None = None
    record: str | None = None
    depth: int = 0
    layers: int = 0
    file: BinaryIO | None = None

    def failure(self, reason: str) -> Failure:
        """The failure of the whole item."""
        return Failure(self.source, self.record, "open", reason)

    def member(self, name: str, stream: Stream, size: int | None, record: str | None = None) -> Item:
        """A member of this archive."""
        return Item(f"{self.source}!{name}", stream, self.limits, self.tally, size, record, self.depth + 1)


Read = Callable[[Item], Iterator[Found]]
