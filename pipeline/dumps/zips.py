"""zip, read through its directory; members are unpacked as they are read, never to disk."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from pipeline.dumps import wacz
from pipeline.dumps.item import Found, Item, Read
from pipeline.dumps.members import read_members
from pipeline.dumps.zip_members import ERRORS, members

_OFFICE = {"word/": "a Word document", "xl/": "an Excel workbook", "ppt/": "a PowerPoint file"}
_UNKNOWN = 0xFFFF
_END_ROOM = 22 + 0xFFFF
_MARKS = {"OFD.xml": "an OFD document", "META-INF/manifest.xml": "an OpenDocument file", "META-INF/container.xml": "an EPUB book"}


def recognises(start: bytes) -> bool:
    """Whether bytes begin a zip."""
    return start.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def read(item: Item, inner: Read) -> Iterator[Found]:
    """The members' pages, or those of the WARCs in it if it is a WACZ; office documents are zips too, but no pages."""
    file = item.file
    if file is None:
        data = item.stream.read(item.limits.held_bytes + 1)
        if len(data) > item.limits.held_bytes:
            yield item.failure("a large zip inside another archive; take it out and give it by itself")
            return
        file = io.BytesIO(data)
    try:
        archive = zipfile.ZipFile(file)
    except ERRORS:
        yield item.failure("the zip is cut short or damaged: its directory can't be read; `zip -FF` may mend it")
        return
    with archive:
        if document := _document(archive.namelist()):
            yield item.failure(f"{document}, not a page")
        elif wacz.recognises(archive):
            yield from wacz.read(item, archive)
        else:
            yield from read_members(item, members(archive, file.seek(0, os.SEEK_END), item.limits), inner)
            if (stated := stated_count(file)) not in (_UNKNOWN, len(archive.infolist()) & _UNKNOWN):
                yield item.failure(f"the zip's directory is damaged: it should list {stated} files and lists {len(archive.infolist())}")


def stated_count(file: BinaryIO) -> int:
    """How many files the end of a zip says there are (the lower 16 bits; all set: elsewhere)."""
    file.seek(-min(_END_ROOM, file.seek(0, os.SEEK_END)), os.SEEK_END)
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    return int.from_bytes(tail[at + 10 : at + 12], "little") if at >= 0 else _UNKNOWN


def _document(names: list[str]) -> str | None:
    if "[Content_Types].xml" in names:
        return next((what for start, what in _OFFICE.items() if any(name.startswith(start) for name in names)), "an Office document")
    return next((what for mark, what in _MARKS.items() if mark in names), None)
