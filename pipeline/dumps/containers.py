"""The kinds of container, told apart by their first bytes, in the order they are tried; what is none of them is a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from pipeline.dumps import mhtml, packed, page, tars, warc, zips
from pipeline.dumps.item import Found, Item, Read
from pipeline.dumps.sniff import HEAD
from pipeline.dumps.stream import Broken

_DEEPEST = 2


class Container(NamedTuple):
    """`archive`: whether it holds files that may be archives themselves."""

    recognises: Callable[[bytes], bool]
    read: Callable[[Item, Read], Iterator[Found]]
    archive: bool


CONTAINERS = (
    Container(zips.recognises, zips.read, archive=True),
    Container(packed.recognises, packed.read, archive=False),
    Container(warc.recognises, warc.read, archive=False),
    Container(mhtml.recognises, mhtml.read, archive=False),
    Container(tars.recognises, tars.read, archive=True),
)


def read(item: Item) -> Iterator[Found]:
    """The pages an item holds."""
    try:
        head = item.stream.peek(HEAD)
        container = next((each for each in CONTAINERS if each.recognises(head)), None)
        if container is None and head and warc.is_named(item.source):
            yield from warc.read(item, read)  # its first bytes are spoiled, the records behind them need not be
        elif container is None:
            yield from page.read(item)
        elif container.archive and item.depth >= _DEEPEST:
            yield item.failure("an archive inside an archive inside an archive; take it out and give it by itself")
        else:
            yield from container.read(item, read)
    except Broken as broken:
        yield item.failure(str(broken))
