"""A shard becomes pages."""

from __future__ import annotations

import os
from collections.abc import Iterator

from pipeline.dumps.limits import Limits
from pipeline.dumps.listing import Tally
from pipeline.dumps.names import readable
from pipeline.dumps.shard import Shard
from pipeline.dumps.sniff import refusal
from pipeline.model import Failure, RawPage


def pages(shard: Shard, limits: Limits | None = None, tally: Tally | None = None) -> Iterator[RawPage | Failure]:
    """The pages of a shard, in a fixed order, one at a time; what is no page or can't be read is a Failure. Never raises for bad input."""
    limits = limits or Limits()
    for path in shard.files:
        full, source = os.path.join(shard.root, path), readable(path, shard.root)
        if reason := _unreadable(full):
            yield Failure(source, None, "open", reason)
            continue
        try:
            with open(full, "rb") as stream:
                data = stream.read(limits.page_bytes + 1)
        except OSError as error:
            yield Failure(source, None, "open", f"the file can't be read: {error.strerror}")
            continue
        if reason := refusal(data[:4096], source):
            yield Failure(source, None, "open", reason)
        elif len(data) > limits.page_bytes:
            yield Failure(source, None, "open", limits.too_large(os.path.getsize(full)))
        else:
            yield RawPage(source, data)


def _unreadable(full: str) -> str | None:
    if os.path.isfile(full):
        return None
    if os.path.islink(full) and not os.path.exists(full):
        return "a link that points to nothing"
    if not os.path.exists(full):
        return "no such file"
    if os.path.isdir(full):
        return "the folder can't be listed; check its permissions"
    return "not an ordinary file (a device, pipe or socket)"
