"""WARC: the captures of web crawlers, one record behind the other. A broken record is named and the next one looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.dumps import headers as head
from pipeline.dumps import http
from pipeline.dumps.digests import differs
from pipeline.dumps.item import Found, Item, Read
from pipeline.dumps.members import Seen
from pipeline.dumps.sniff import HEAD, refusal
from pipeline.dumps.stream import Broken, Stream
from pipeline.dumps.warc_kinds import spoiled, unwanted
from pipeline.dumps.warc_records import START, Malformed, Record, Records
from pipeline.model import Failure, RawPage

_NAME = re.compile(r"\.warc(?:\.[a-z0-9]{2,4})?$", re.IGNORECASE)
_DATE = re.compile(r"\d{4}-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?Z)?)?")
_HTTP_HEAD = 1 << 13
_MOST_BREAKS = 1000  # if they are more than the sound records too, this is no WARC any longer
_RESCANS = 16  # so many page caps are searched in all for records that a wrong length swallowed


def recognises(start: bytes) -> bool:
    """Whether bytes begin a WARC."""
    return START.match(start) is not None


def is_named(source: str) -> bool:
    """Whether a file's name says that it is a WARC."""
    return _NAME.search(source) is not None


def read(item: Item, inner: Read) -> Iterator[Found]:
    """The captured pages (status 200, HTML or plain text); other records are counted."""
    del inner
    yield from read_stream(item, item.stream)


def read_stream(item: Item, stream: Stream) -> Iterator[Found]:
    """The captured pages of the WARC that a stream holds, said to be in `item`."""
    yield from _Reader(item, stream).read()


class _Reader:
    def __init__(self, item: Item, stream: Stream) -> None:
        self._item, self._limits = item, item.limits
        self._records = Records(stream, _RESCANS * item.limits.page_bytes)
        self._seen = Seen()
        self._record: Record | None = None
        self._sound = self._breaks = 0

    def read(self) -> Iterator[Found]:
        """The pages and the breaks, in order."""
        while self._breaks <= max(_MOST_BREAKS, self._sound):
            try:
                self._record = None
                self._record = self._records.next()
                if self._record is None:
                    return
                found = list(self._page(self._record))
            except Malformed as broken:
                self._breaks += 1
                yield self._failure(str(broken))
                self._records.find()
            except Broken as broken:
                self._breaks += 1
                yield self._failure(str(broken))
                if not self._records.stream.resync(b"WARC/"):
                    return
            else:
                self._sound += 1
                yield from found
        yield self._failure(f"more than {_MOST_BREAKS:,} broken records, and fewer sound ones; the rest was not read")

    def _failure(self, reason: str) -> Failure:
        return Failure(self._item.source, (self._record and self._record.identifier) or None, "open", reason)

    def _page(self, record: Record) -> Iterator[Found]:
        ahead = self._records.stream.peek(min(record.length, _HTTP_HEAD))
        if why := spoiled(record, ahead):
            self._records.leave_out(record, searched=True)
            yield self._failure(why)
            return
        if what := unwanted(record, ahead):
            self._item.tally[what] += 1
            self._records.leave_out(record, searched="type application" not in what)
            return
        if record.length > self._limits.page_bytes + head.LONGEST:
            yield self._too_large(record)
            return
        data = self._records.whole(record)
        try:
            found = self._raw_page(record, data)
        except Broken as broken:  # in the body's own packing: the WARC itself is sound
            found = self._failure(str(broken))
        if found is not None:
            yield found
        if differs(record.headers.get("warc-block-digest", ""), data):
            yield self._failure("its bytes don't have the digest stated for them: damaged or changed since the capture; read all the same")

    def _too_large(self, record: Record) -> Failure:
        reason = self._limits.too_large(record.length)
        try:
            self._records.leave_out(record, searched=True)
        except Broken as broken:
            raise type(broken)(f"{reason}; {broken}") from broken
        return self._failure(reason)

    def _raw_page(self, record: Record, data: bytes) -> Found | None:
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
