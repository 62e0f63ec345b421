"""Hostile files of a megabyte, made to be slow: no second each, and no flood of failures."""

from __future__ import annotations

import gzip
import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import made_dumps as made
import pytest

SIZE = 1 << 20
MIME = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n'
FAKE_GZIP = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03"
STORED = b"\x01\x05\x00\xfa\xffWARC/"  # a last stored block, so that the trial succeeds and the checksum doesn't


def filled(piece: bytes, start: bytes = b"") -> bytes:
    return start + piece * (SIZE // len(piece))


def many_entries() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(8000):
            archive.writestr(f"{number}.html", b"")
    return out.getvalue()


SLOW: dict[str, Callable[[], bytes]] = {
    "empty lines": lambda: filled(b"\r\n", made.record(0, b"<p>x")),
    "record starts": lambda: filled(b"WARC/1.0\r\n"),
    "records without length": lambda: filled(b"WARC/1.0\r\n\r\n"),
    "records that all claim the rest": lambda: filled(
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 60000000\r\n\r\nHTTP/1.1 200 OK\r\n\r\n<p>\r\n\r\n"
    ),
    "records that claim the rest and more": lambda: filled(
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999\r\n\r\nHTTP/1.1 200 OK\r\n\r\n<p>\r\n\r\n"
    ),
    "half records": lambda: filled(b"WARC/1.0\r\n", b"WARC/1.0\r\nContent-Length: 5\r\n\r\n"),
    "chunks": lambda: made.record(0, filled(b"1\r\nx\r\n"), headers="Content-Type: text/html\r\nTransfer-Encoding: chunked"),
    "a header line without end": lambda: filled(b"x", b"WARC/1.0\r\n"),
    "gzip starts": lambda: gzip.compress(made.as_warc())[:-3] + filled(b"\x1f\x8b\x08"),
    "gzip headers": lambda: gzip.compress(made.as_warc())[:-3] + filled(FAKE_GZIP),
    "gzip pieces with a wrong checksum": lambda: gzip.compress(made.as_warc())[:-3] + filled(FAKE_GZIP + STORED + bytes(8)),
    "boundaries": lambda: filled(b"\n--x", MIME),
    "parts": lambda: filled(b"\n--x\nContent-Type: text/html\n\n<p>", MIME),
    "parts without end": lambda: filled(b"\n--x\nContent-Type: multipart/mixed; boundary=x\n", MIME),
    "tar marks": lambda: filled(b"ustar", made.as_tar({"a.html": b"<p>x"})[:1024]),
    "tar blocks of zeros": lambda: filled(bytes(512), made.as_tar({"a.html": b"<p>x"})[:1024]),
    "tar blocks that are wrong": lambda: filled(b"x" * 512, made.as_tar({"a.html": b"<p>x"})[:1024]),
    "zip entries": many_entries,
    "frames": lambda: filled(b"<frame ", b"<frameset>"),
}


@pytest.mark.parametrize("what", SLOW)
def test_time_is_linear(what: str, tmp_path: Path) -> None:
    data = SLOW[what]()
    began = time.process_time()
    results = made.of(data, tmp_path, "dump.htm")
    assert time.process_time() - began < 1
    assert len(results) <= 8001
