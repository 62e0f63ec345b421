"""The records of a WARC, cut out of a stream by the lengths they state, and found again behind a break."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.dumps import headers as head
from pipeline.dumps.sniff import HEAD
from pipeline.dumps.stream import CHUNK, Broken, Stream

START = re.compile(rb"WARC/\d\.\d{1,2}\r?\n")
_SWALLOWED = re.compile(rb"\r?\n\r?\n(?=WARC/\d\.\d{1,2}\r?\n)")
_OVERLAP = 32  # longer than what _SWALLOWED finds
_LENGTH = re.compile(r"\d{1,15}")


class Malformed(Broken):
    """The record's own fault: the stream can be read on."""


@dataclass(frozen=True, slots=True)
class Record:
    """A record's headers and the length of what follows them, in bytes."""

    headers: head.Headers
    length: int

    @property
    def identifier(self) -> str:
        """The record's id without its brackets; "" without one."""
        return self.headers.get("warc-record-id", "").strip("<>")

    @property
    def url(self) -> str:
        """The address captured; "" without one."""
        return self.headers.get("warc-target-uri", "").strip("<>")


class Records:
    """The records of a stream, one after the other; `rescans` bytes in all are searched for records that a wrong length swallowed."""

    def __init__(self, stream: Stream, rescans: int) -> None:
        self.stream = stream
        self._rescans = rescans

    def next(self) -> Record | None:
        """The next record's headers; None at the end."""
        stream = self.stream
        while (ahead := stream.peek(HEAD)) and not ahead.strip(b"\r\n"):
            stream.skip(len(ahead))
        if not ahead:
            stream.read(1)  # raises what broke the stream, if anything did
            return None
        stream.skip(len(ahead) - len(ahead.lstrip(b"\r\n")))
        if not START.match(stream.peek(16)):
            raise Malformed("bytes that are no WARC record; reading goes on at the next record that can be found")
        block = head.take(stream)
        if block is None:
            if stream.broken and b"\nWARC/" not in stream.peek(head.LONGEST):
                raise stream.broken
            raise Malformed("a WARC record whose headers do not end")
        fields = head.parse(block)
        length = _LENGTH.fullmatch(fields.get("content-length", ""))
        if length is None:
            raise Malformed("a WARC record that does not say how long it is")
        return Record(fields, int(length[0]))

    def find(self) -> None:
        """Go to the next record, or to the end."""
        stream = self.stream
        if stream.peek(2).strip(b"\r\n"):
            stream.skip(1)
        while stream.find(b"WARC/"):
            if START.match(stream.peek(16)):
                return
            stream.skip(1)

    def leave_out(self, record: Record, *, searched: bool) -> None:
        """Leave the record out; `searched`: but not the records that a wrong length makes look like part of it."""
        left = record.length if searched else record.length - self.stream.skip(record.length)
        while searched and left and (ahead := self.stream.peek(min(left, CHUNK))):
            swallowed = _SWALLOWED.search(ahead)
            left -= self.stream.skip(swallowed.start() if swallowed else max(len(ahead) - _OVERLAP, 1))
            if swallowed:
                raise Malformed("the record's length is wrong; it was not read")
        self._end(record, record.length - left)

    def _end(self, record: Record, there: int) -> None:
        if there < record.length:
            self.stream.read(1)  # raises what broke the stream, if anything did
            raise Malformed(f"the WARC ends early: {there:,} of the record's {record.length:,} bytes are there")
        if not self._followed():
            raise Malformed("the record's length is wrong; reading goes on at the next record that can be found")

    def whole(self, record: Record) -> bytes:
        """The record's bytes; Broken if what follows shows that they aren't just these."""
        data = self.stream.read(record.length)
        if len(data) == record.length and self._followed():
            return data
        swallowed = _SWALLOWED.search(data) if self._rescans > 0 else None
        if swallowed:
            self._rescans -= len(data)
            self.stream.push(data[swallowed.start() :])
            raise Malformed("the record's length is wrong; it was not read")
        self._end(record, len(data))
        return data

    def _followed(self) -> bool:
        """Whether the record ends here as records do. Broken if the stream breaks in the same piece: then the record is hurt too."""
        after = self.stream.peek(16)
        broken = self.stream.broken
        if len(after) < 16 and broken and broken.begun:
            raise broken
        rest = after.lstrip(b"\r\n")
        return after.startswith(b"\r\n\r\n") or not rest or rest.startswith(b"WARC/")
