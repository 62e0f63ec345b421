"""A single page: HTML or plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.dumps.item import Found, Item
from pipeline.dumps.sniff import HEAD, refusal
from pipeline.model import RawPage

_SAVED_FROM = re.compile(rb"<!--\s{0,8}saved from url=\(\d{1,6}\)\s{0,8}(https?://[^\s>]{1,2000})", re.IGNORECASE)


def read(item: Item) -> Iterator[Found]:
    """The page, or why it is none. Pictures, styles and the like inside archives are counted, not failures."""
    head = item.stream.peek(HEAD) or item.stream.read(1)  # which raises what broke the stream, if anything did
    refused = refusal(head, item.source)
    if refused and refused.asset and item.depth:
        item.tally[refused.reason] += 1
    elif refused:
        yield item.failure(refused.reason)
    elif item.size is not None and item.size > item.limits.page_bytes:
        yield item.failure(item.limits.too_large(item.size))
    else:
        data = item.stream.peek(item.limits.page_bytes + 1)
        broken = item.stream.broken if len(data) <= item.limits.page_bytes else None
        if broken and (broken.begun or not data):
            raise broken
        if len(data) > item.limits.page_bytes:
            yield item.failure(item.limits.too_large())
            return
        item.stream.skip(len(data))
        yield RawPage(item.source, data, item.record, url=saved_from(data))
        if broken:  # behind packed data that is whole
            yield item.failure(str(broken))


def saved_from(data: bytes) -> str | None:
    """The address a browser notes in a page that it saves."""
    found = _SAVED_FROM.search(data, 0, HEAD)
    return found[1].decode("ascii", "replace") if found else None
