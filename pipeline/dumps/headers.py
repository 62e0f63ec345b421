"""Header blocks, as WARC, HTTP and MIME write them."""

from __future__ import annotations

import re

from pipeline.dumps.stream import Stream

LONGEST = 1 << 16
_CHARSET = re.compile(r"""charset\s{0,4}=\s{0,4}["']?([\w.:+-]{1,40})""", re.IGNORECASE)

Headers = dict[str, str]


def split(data: bytes) -> tuple[bytes, bytes] | None:
    """The header block and what follows the empty line behind it; None without one in the first LONGEST bytes."""
    end = _end(data[:LONGEST])
    return (data[:end], data[end:]) if end else None


def take(stream: Stream) -> bytes | None:
    """The header block at the head of a stream, taken with its empty line; None, taking nothing, if there is none."""
    for ahead in (1 << 11, LONGEST):
        if end := _end(stream.peek(ahead)):
            return stream.read(end)
    return None


def _end(data: bytes) -> int:
    """Where the first empty line ends; 0 without one."""
    ends = [at + len(mark) for mark in (b"\n\r\n", b"\n\n") if (at := data.find(mark)) >= 0]
    return min(ends, default=0)


def parse(block: bytes) -> Headers:
    """Names in lower case to values; the first of a name counts, folded lines are joined, lines that are no header left out."""
    try:
        text = block.decode("utf-8")
    except UnicodeDecodeError:
        text = block.decode("latin-1")
    headers: Headers = {}
    for line in re.sub(r"\r?\n[ \t]{1,80}", " ", text).split("\n"):
        name, colon, value = line.partition(":")
        if colon:
            headers.setdefault(name.strip().lower(), value.strip())
    return headers


def media_type(headers: Headers) -> str:
    """The Content-Type without its parameters, in lower case; "" without one."""
    return headers.get("content-type", "").partition(";")[0].strip().lower()


def charset(headers: Headers) -> str | None:
    """The charset parameter of the Content-Type."""
    found = _CHARSET.search(headers.get("content-type", "")[:1000])
    return found[1] if found else None
