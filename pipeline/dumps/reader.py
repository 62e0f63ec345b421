"""A shard becomes pages."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.dumps.files import frames_of, read_file
from pipeline.dumps.item import Found
from pipeline.dumps.limits import Limits, Tally
from pipeline.dumps.shard import Shard


def pages(shard: Shard, limits: Limits | None = None, tally: Tally | None = None) -> Iterator[Found]:
    """The pages of a shard in a fixed order, one at a time; what is no page or can't be read is a Failure.

    Nothing raises for bad input. `tally` counts what was left out in good order: pictures in archives, WARC records that are no pages.
    """
    limits, tally = limits or Limits(), Tally() if tally is None else tally
    for path in shard.files:
        yield from read_file(shard.root, path, limits, tally)
        for frame in frames_of(shard.root, path):
            yield from read_file(shard.root, frame, limits, tally)
