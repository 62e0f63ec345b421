"""An HTTP response as crawlers store it: headers, then a body that may be chunked and compressed."""

from __future__ import annotations

import re

from pipeline.dumps.decoders import CODECS, GZIP, Codec, Inflate
from pipeline.dumps.headers import Headers
from pipeline.dumps.limits import Limits
from pipeline.dumps.packed import unpacked
from pipeline.dumps.stream import Broken, of_bytes

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]{1,8}(\d{3})")
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[^\r\n]{0,1000}\r?\n")
_MOST_CODINGS = 3
_ZLIB, _DEFLATE = Codec("deflate", b"", lambda: Inflate(15)), Codec("deflate", b"", lambda: Inflate(-15))


def status(head: bytes) -> int | None:
    """The status code of a response that begins with `head`; None if it is no response."""
    found = _STATUS.match(head)
    return int(found[1]) if found else None


def body(data: bytes, headers: Headers, limits: Limits) -> bytes:
    """The page in a response's body, at most a byte over the page cap. Broken where it is cut short or can't be unpacked.

    Crawlers often store a body already unpacked beside the headers of the packed one: what the bytes show counts.
    """
    if "chunked" in headers.get("transfer-encoding", "").lower():
        data = _joined(data)
    codings = [name.strip().lower() for name in headers.get("content-encoding", "").split(",")]
    for coding in reversed(codings[:_MOST_CODINGS]):
        if codec := _codec(coding, data):
            data = unpacked(of_bytes(data), codec, limits).read(limits.page_bytes + 1)
    return data


def _codec(coding: str, data: bytes) -> Codec | None:
    if coding == "br":
        raise Broken("the body is compressed with brotli, which is not read here")
    if coding in ("gzip", "x-gzip"):
        return GZIP if data.startswith(GZIP.magic) else None
    if coding == "zstd":
        return next((codec for codec in CODECS if codec.name == "zstd" and data.startswith(codec.magic)), None)
    if coding == "deflate" and data.lstrip()[:1] != b"<":
        return _ZLIB if data[:1] == b"\x78" else _DEFLATE
    return None


def _joined(data: bytes) -> bytes:
    """The chunks of a chunked body in one; the body as it is if it is not chunked after all."""
    parts, at = list[bytes](), 0
    while size := _CHUNK.match(data, at):
        length, start = int(size[1], 16), size.end()
        if not length:
            return b"".join(parts)
        if start + length > len(data):
            raise Broken("the body was captured only in part")
        parts.append(data[start : start + length])
        at = start + length
        at += len(data[at : at + 2]) - len(data[at : at + 2].lstrip(b"\r\n"))
    if not parts:
        return data
    raise Broken("the body was captured only in part")
