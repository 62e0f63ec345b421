"""WARC: the captures of web crawlers, one record behind the other. A broken record is named and the next one looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.dumps import headers as head
from pipeline.dumps import http
from pipeline.dumps.item import Found, Item, Read
from pipeline.dumps.members import Seen
from pipeline.dumps.sniff import HEAD, refusal
from pipeline.dumps.stream import CHUNK, Broken, Stream
from pipeline.model import Failure, RawPage

_START = re.compile(rb"WARC/\d\.\d{1,2}\r?\n")
_SWALLOWED = re.compile(rb"\r?\n\r?\n(?=WARC/\d\.\d{1,2}\r?\n)")
_LENGTH = re.compile(r"\d{1,15}")
_DATE = re.compile(r"\d{4}-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?Z)?)?")
_PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "")
_KINDS = ("text", "image", "application", "audio", "video", "font")
_HTTP_HEAD = 1 << 13
_OVERLAP = 32  # longer than what _SWALLOWED finds
_MOST_BREAKS = 1000  # if they are more than the sound records too, this is no WARC any longer
_RESCANS = 16  # so many page caps are searched in all for records that a wrong length swallowed


def recognises(start: bytes) -> bool:
    """Whether bytes begin a WARC."""
    return _START.match(start) is not None


def read(item: Item, inner: Read) -> Iterator[Found]:
    """The captured pages (status 200, HTML or plain text); other records are counted."""
    del inner
    yield from read_stream(item, item.stream)


def read_stream(item: Item, stream: Stream) -> Iterator[Found]:
    """The captured pages of the WARC that a stream holds, said to be in `item`."""
    yield from _Reader(item, stream).read()


class _Malformed(Broken):
    """The record's own fault: the stream can be read on."""


@dataclass(frozen=True, slots=True)
class _Record:
    headers: head.Headers
    length: int

    @property
    def identifier(self) -> str:
        return self.headers.get("warc-record-id", "").strip("<>")

    @property
    def url(self) -> str:
        return self.headers.get("warc-target-uri", "").strip("<>")


class _Reader:
    def __init__(self, item: Item, stream: Stream) -> None:
        self._item, self._stream, self._limits = item, stream, item.limits
        self._seen = Seen()
        self._rescans = _RESCANS * self._limits.page_bytes
        self._record: _Record | None = None
        self._sound = self._breaks = 0

    def read(self) -> Iterator[Found]:
        """The pages and the breaks, in order."""
        while self._breaks <= max(_MOST_BREAKS, self._sound):
            try:
                self._record = None
                self._record = _next(self._stream)
                if self._record is None:
                    return
                found = self._page(self._record)
            except _Malformed as broken:
                self._breaks += 1
                yield self._failure(str(broken))
                _find(self._stream)
            except Broken as broken:
                self._breaks += 1
                yield self._failure(str(broken))
                if not self._stream.resync(b"WARC/"):
                    return
            else:
                self._sound += 1
                if found is not None:
                    yield found
        yield self._failure(f"more than {_MOST_BREAKS:,} broken records, and fewer sound ones; the rest was not read")

    def _failure(self, reason: str) -> Failure:
        return Failure(self._item.source, (self._record and self._record.identifier) or None, "open", reason)

    def _page(self, record: _Record) -> Found | None:
        ahead = self._stream.peek(min(record.length, _HTTP_HEAD))
        if unwanted := _unwanted(record, ahead):
            self._item.tally[unwanted] += 1
            self._leave_out(record, searched="type application" not in unwanted)
            return None
        if record.length > self._limits.page_bytes + head.LONGEST:
            return self._too_large(record)
        data = self._whole(record)
        try:
            return self._raw_page(record, data)
        except Broken as broken:  # in the body's own packing: the WARC itself is sound
            return self._failure(str(broken))

    def _too_large(self, record: _Record) -> Failure:
        reason = self._limits.too_large(record.length)
        try:
            self._leave_out(record, searched=True)
        except Broken as broken:
            raise type(broken)(f"{reason}; {broken}") from broken
        return self._failure(reason)

    def _leave_out(self, record: _Record, *, searched: bool) -> None:
        """Leave the record out; `searched`: but not the records that a wrong length makes look like part of it."""
        left = record.length if searched else record.length - self._stream.skip(record.length)
        while searched and left and (ahead := self._stream.peek(min(left, CHUNK))):
            swallowed = _SWALLOWED.search(ahead)
            left -= self._stream.skip(swallowed.start() if swallowed else max(len(ahead) - _OVERLAP, 1))
            if swallowed:
                raise _Malformed("the record's length is wrong; it was not read")
        self._end(record, record.length - left)

    def _end(self, record: _Record, there: int) -> None:
        if there < record.length:
            self._stream.read(1)  # raises what broke the stream, if anything did
            raise _Malformed(f"the WARC ends early: {there:,} of the record's {record.length:,} bytes are there")
        if not self._followed():
            raise _Malformed("the record's length is wrong; reading goes on at the next record that can be found")

    def _whole(self, record: _Record) -> bytes:
        """The record's bytes; Broken if what follows shows that they aren't just these."""
        data = self._stream.read(record.length)
        if len(data) == record.length and self._followed():
            return data
        swallowed = _SWALLOWED.search(data) if self._rescans > 0 else None
        if swallowed:
            self._rescans -= len(data)
            self._stream.push(data[swallowed.start() :])
            raise _Malformed("the record's length is wrong; it was not read")
        self._end(record, len(data))
        return data

    def _followed(self) -> bool:
        """Whether the record ends here as records do. Broken if the stream breaks in the same piece: then the record is hurt too."""
        after = self._stream.peek(16)
        broken = self._stream.broken
        if len(after) < 16 and broken and broken.begun:
            raise broken
        rest = after.lstrip(b"\r\n")
        return after.startswith(b"\r\n\r\n") or not rest or rest.startswith(b"WARC/")

    def _raw_page(self, record: _Record, data: bytes) -> Found | None:
        about, content = record.headers, data
        if record.headers.get("warc-type", "").lower() == "response":
            parts = head.split(data)
            if parts is None:
                return self._failure("the HTTP headers do not end")
            about = head.parse(parts[0])
            content = http.body(parts[1], about, self._limits)
        refused = refusal(content[:HEAD], record.url.partition("?")[0])
        if refused and refused.asset:
            self._item.tally[refused.reason] += 1
            return None
        if refused:
            return self._failure(refused.reason)
        if len(content) > self._limits.page_bytes:
            return self._failure(self._limits.too_large())
        if "warc-truncated" in record.headers:
            self._item.tally["page cut short when it was captured"] += 1
        date = _DATE.fullmatch(record.headers.get("warc-date", ""))
        return RawPage(
            self._item.source, content, self._seen.once(record.identifier or "record without an id"),
            url=record.url or None, captured_at=date and date[0], charset=head.charset(about), content_type=head.media_type(about) or None,
        )  # fmt: skip


def _next(stream: Stream) -> _Record | None:
    """The next record's headers; None at the end."""
    while (ahead := stream.peek(HEAD)) and not ahead.strip(b"\r\n"):
        stream.skip(len(ahead))
    if not ahead:
        stream.read(1)  # raises what broke the stream, if anything did
        return None
    stream.skip(len(ahead) - len(ahead.lstrip(b"\r\n")))
    if not _START.match(stream.peek(16)):
        raise _Malformed("bytes that are no WARC record; reading goes on at the next record that can be found")
    block = head.take(stream)
    if block is None:
        if stream.broken and b"\nWARC/" not in stream.peek(head.LONGEST):
            raise stream.broken
        raise _Malformed("a WARC record whose headers do not end")
    fields = head.parse(block)
    length = _LENGTH.fullmatch(fields.get("content-length", ""))
    if length is None:
        raise _Malformed("a WARC record that does not say how long it is")
    return _Record(fields, int(length[0]))


def _find(stream: Stream) -> None:
    """Go to the next record, or to the end."""
    if stream.peek(2).strip(b"\r\n"):
        stream.skip(1)
    while stream.find(b"WARC/"):
        if _START.match(stream.peek(16)):
            return
        stream.skip(1)


def _unwanted(record: _Record, ahead: bytes) -> str | None:
    """What the record is, if it is no page (a word for the tally)."""
    kind = record.headers.get("warc-type", "").lower()
    if kind == "response":
        status = http.status(ahead)
        if status != 200:
            return f"HTTP status {status}" if status else "no HTTP response"
        parts = head.split(ahead)
        media = head.media_type(head.parse(parts[0] if parts else ahead))
    elif kind in ("resource", "conversion") and record.url.lower().startswith(("http:", "https:", "ftp:", "file:")):
        media = head.media_type(record.headers) or "application/unknown"
    else:
        return f"WARC record of type {kind}" if kind in ("warcinfo", "request", "metadata", "revisit") else "other WARC record"
    if media in _PAGE_TYPES:
        return None
    group = media.partition("/")[0]
    return f"capture of type {group if group in _KINDS else 'unknown'}"
