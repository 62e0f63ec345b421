"""tar, read forwards. Own code: the standard library's takes names of any size into memory and ends at the first bad header."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from pipeline.dumps.item import Found, Item, Read
from pipeline.dumps.members import Member, read_members
from pipeline.dumps.names import decoded
from pipeline.dumps.stream import Broken, Section, Stream
from pipeline.model import Failure

_BLOCK = 512
_MAGIC_AT = 257
_END_MARK = 2
_WINDOW = 1 << 16
_LONGEST_NAME = 1 << 16
_NUMBER = re.compile(rb"[ \0]{0,12}([0-7]{1,12})[ \0]{0,12}")
_PAX = re.compile(rb"(\d{1,7}) ([^=\n]{1,100})=")
_FILES = (b"0", b"\0", b"7")
_LINKS = (b"1", b"2")


def recognises(start: bytes) -> bool:
    """Whether bytes begin with a sound tar header."""
    return _sound(start[:_BLOCK])


def read(item: Item, inner: Read) -> Iterator[Found]:
    """The members' pages. After a damaged header the next sound one is looked for; a tar without its end mark says so."""
    yield from read_members(item, _members(item), inner)


def _members(item: Item) -> Iterator[Member | Failure]:
    stream, described = item.stream, dict[bytes, bytes]()
    while block := _header(stream):
        if not _sound(block):
            yield item.failure("a damaged stretch in the tar; reading goes on at the next file that can be found")
            _find(stream)
            continue
        kind, size = block[156:157], _number(block[124:136]) or 0
        if kind in (b"L", b"x"):
            described |= _described(kind, _small(stream, size))
            continue
        size = _decimal(described.get(b"size")) or size
        raw = described.get(b"path") or _name(block)
        name = decoded(raw).removeprefix("./")
        section = Section(stream, size)
        if kind in _FILES and not raw.endswith(b"/"):
            yield Member(name, size, partial(_same, section))
        elif kind == b"S":
            yield Member(name, size, partial(_same, section), "a sparse file; unpack the tar and give the folder")
        elif kind in _LINKS:
            item.tally["link in a tar"] += 1
        section.finish()
        stream.skip(-size % _BLOCK)
        described.clear()


def _same(stream: Stream) -> Stream:
    return stream


def _header(stream: Stream) -> bytes:
    """The next header block that isn't zeros; b"" at the end, which two blocks of zeros mark. Broken without them."""
    zeros = 0
    while block := stream.read(_BLOCK):
        if block.strip(b"\0"):
            return block
        zeros += 1
    if zeros < _END_MARK:
        raise Broken("the tar ends without its end mark; files may be missing")
    return b""


def _sound(block: bytes) -> bool:
    checksum = _number(block[148:156])
    if checksum is None or len(block) < _BLOCK or _number(block[124:136]) is None:
        return False
    return checksum == sum(block[:148]) + 8 * 32 + sum(block[156:])


def _number(field: bytes) -> int | None:
    if field[:1] in (b"\x80", b"\0") and len(field) == 12 and field[0]:
        return int.from_bytes(field[1:], "big")
    found = _NUMBER.fullmatch(field)
    return int(found[1], 8) if found else None


def _decimal(value: bytes | None) -> int | None:
    return int(value) if value and re.fullmatch(rb"\d{1,15}", value) else None


def _name(block: bytes) -> bytes:
    name = block[:100].partition(b"\0")[0]
    prefix = block[345:500].partition(b"\0")[0] if block[257:263] == b"ustar\0" else b""
    return prefix + b"/" + name if prefix else name


def _small(stream: Stream, size: int) -> bytes:
    """The content of a header of headers; b"" if it is too large to be one."""
    section = Section(stream, size)
    data = section.read(size) if size <= _LONGEST_NAME else b""
    section.finish()
    stream.skip(-size % _BLOCK)
    return data


def _described(kind: bytes, data: bytes) -> dict[bytes, bytes]:
    """What a GNU long name or a pax header says of the next member."""
    if kind == b"L":
        return {b"path": data.partition(b"\0")[0]}
    fields, at = {}, 0
    while found := _PAX.match(data, at):
        end = at + int(found[1])
        if end <= found.end():
            break
        fields[found[2]] = data[found.end() : end - 1]
        at = end
    return fields


def _find(stream: Stream) -> None:
    """Go to the next sound header, or to the end."""
    while ahead := stream.peek(_WINDOW):
        at = ahead.find(b"ustar", _MAGIC_AT)
        while at >= 0:
            start = at - _MAGIC_AT
            if _sound(ahead[start : start + _BLOCK]):
                stream.skip(start)
                return
            at = ahead.find(b"ustar", at + 1)
        stream.skip(len(ahead) - _BLOCK if len(ahead) == _WINDOW else len(ahead))
