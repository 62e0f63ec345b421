"""WARC: which captures are pages, what is known of them, and records that are broken."""

from __future__ import annotations

import base64
import gzip
import hashlib
import time
import tracemalloc
import zlib
from collections.abc import Callable
from pathlib import Path

import made_dumps as made
import pytest

from pipeline.dumps import Tally
from pipeline.model import RawPage

PAGE = made.PAGES["index.html"]
MANY = [made.record(number, made.html(f"第{number}期", f"接待读者{number}人次。" * 50)) for number in range(30)]


def test_page_knows_where_it_comes_from(tmp_path: Path) -> None:
    data = made.record(7, PAGE, url="http://lib.yunchuan.example/a?id=7", headers="Content-Type: text/html; Charset=gb2312\r\nServer: x")
    assert made.of(data, tmp_path) == [
        RawPage(
            "dump", PAGE, "urn:uuid:" + "0" * 31 + "7", "http://lib.yunchuan.example/a?id=7", "2016-03-05T08:00:07Z", "gb2312", "text/html"
        )
    ]


def test_what_is_no_page_is_counted(tmp_path: Path) -> None:
    others = [
        made.record(0, b"x", kind="request"),
        made.record(1, PAGE, status="404 Not Found"),
        made.record(2, PAGE, status="302 Found"),
        made.record(3, b"\x89PNG", headers="Content-Type: image/png"),
        made.record(4, b"{}", headers="Content-Type: application/json"),
        made.record(5, b"p {}", headers="Content-Type: text/css"),
        made.record(6, b"", kind="revisit"),
        made.record(7, b"a: b", kind="metadata"),
        made.record(8, b"\x89PNG\r\n\x1a\n" + bytes(99), headers="Content-Type: text/html"),
        made.record(9, b"text", kind="resource", url="urn:text:http://lib.yunchuan.example", headers="Content-Type: text/plain"),
    ]
    tally = Tally()
    assert made.of(b"".join(others), tmp_path, tally=tally) == []
    assert tally == {
        "WARC record of type request": 1,
        "HTTP status 404": 1,
        "HTTP status 302": 1,
        "capture of type image": 1,
        "capture of type application": 1,
        "capture of type text": 1,
        "WARC record of type revisit": 1,
        "WARC record of type metadata": 1,
        "a PNG image, not a page": 1,
        "WARC record of type resource without a web address": 1,
    }


@pytest.mark.parametrize(
    "said", ["x-made-up/7", "texu/html", "text/htmm", "html", "utf-8", "text", "\u0100\ufffdhtml<", "charset=gb2312", "/"]
)
def test_what_is_no_type_does_not_lose_the_page(said: str, tmp_path: Path) -> None:
    """Old servers send such; and a damaged byte in a compressed WARC may spoil the type of all records."""
    (page,) = made.of(made.record(0, PAGE, headers=f"Content-Type: {said}"), tmp_path)
    assert isinstance(page, RawPage)
    assert page.data == PAGE


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (b"WARC-Type: response", b"WARC-Type: respo.se", "a WARC record of no known type (respo.se); it was not read"),
        (b"WARC-Type: response", b"WARC-Typo: response", "a WARC record of no known type (); it was not read"),
        (b"WARC-Type: response", b"WARC-Type: continuation", "the rest of a record that was cut in segments; it was not read"),
        (b"HTTP/1.1 200", b"HTTQ/1.1 200", "a response without an HTTP status; it was not read"),
        (b": response\r\n", b": resource\r\nWARC-Target-URI: htup://lib.yunchuan.example/9\r\n", "its address is none that is known here"),
    ],
)
def test_a_flipped_byte_in_what_a_record_is_loses_no_page_in_silence(old: bytes, new: bytes, reason: str, tmp_path: Path) -> None:
    results = made.of(MANY[0] + MANY[1].replace(old, new, 1) + MANY[2], tmp_path)
    assert len(made.good(results)) == 2
    (failure,) = made.bad(results)
    assert reason in failure.reason


@pytest.mark.parametrize("form", [base64.b32encode, bytes.hex, base64.b64encode])
@pytest.mark.parametrize("name", ["sha1", "sha256", "md5", "SHA-256", "tiger"])
def test_a_page_whose_digest_is_wrong_is_read_and_named(name: str, form: Callable[[bytes], bytes | str], tmp_path: Path) -> None:
    block = MANY[1].partition(b"\r\n\r\n")[2][:-4]
    known = name.lower().replace("-", "")
    written = form(hashlib.new(known if known in hashlib.algorithms_available else "sha1", block).digest())
    stated = f"\r\nWARC-Block-Digest: {name}:{written if isinstance(written, str) else written.decode()}\r\n\r\n".encode()
    sound = MANY[1].replace(b"\r\n\r\n", stated, 1)
    assert len(made.good(made.of(sound, tmp_path))) == 1
    assert made.bad(made.of(sound, tmp_path)) == []
    results = made.of(sound.replace("读者1人".encode(), "读者7人".encode()), tmp_path)
    assert len(made.good(results)) == 1
    assert ["its bytes don't have the digest stated for them" in each.reason for each in made.bad(results)] == [True] * (name != "tiger")


def test_a_picture_of_no_type_is_counted(tmp_path: Path) -> None:
    tally = Tally()
    assert made.of(made.record(0, b"\x89PNG\r\n\x1a\n" + bytes(99), headers="Content-Type: png"), tmp_path, tally=tally) == []
    assert tally == {"a PNG image, not a page": 1}


def test_resources_and_plain_text_are_pages(tmp_path: Path) -> None:
    data = made.record(0, PAGE, kind="resource", headers="Content-Type: text/html; charset=gbk")
    data += made.record(1, b"text", headers="Content-Type: text/plain") + made.record(2, PAGE, headers="Server: says nothing")
    data += made.record(3, b"text", kind="conversion", headers="Content-Type: text/plain")
    results = made.good(made.of(data, tmp_path))
    assert [(page.data, page.charset, page.content_type) for page in results] == [
        (PAGE, "gbk", "text/html"),
        (b"text", None, "text/plain"),
        (PAGE, None, None),
        (b"text", None, "text/plain"),
    ]


def test_page_cut_short_by_the_crawler_is_a_page_and_counted(tmp_path: Path) -> None:
    tally = Tally()
    data = made.record(0, PAGE[:60]).replace(b"WARC-Date", b"WARC-Truncated: length\r\nWARC-Date")
    assert made.good(made.of(data, tmp_path, tally=tally))[0].data == PAGE[:60]
    assert tally == {"page cut short when it was captured": 1}


def chunked(data: bytes, size: int = 50) -> bytes:
    pieces = [data[at : at + size] for at in range(0, len(data), size)]
    return b"".join(b"%x;x=y\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def bare(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ("Transfer-Encoding: chunked", chunked(PAGE)),
        ("Transfer-Encoding: chunked", PAGE),
        ("Content-Encoding: gzip", gzip.compress(PAGE)),
        ("Content-Encoding: gzip", PAGE),
        ("Content-Encoding: x-gzip\r\nTransfer-Encoding: chunked", chunked(gzip.compress(PAGE))),
        ("Content-Encoding: deflate", zlib.compress(PAGE)),
        ("Content-Encoding: deflate", bare(PAGE)),
        ("Content-Encoding: deflate", PAGE),
        ("Content-Encoding: identity", PAGE),
        ("Content-Encoding: deflate, gzip", gzip.compress(zlib.compress(PAGE))),
    ],
)
def test_bodies_as_they_were_sent(headers: str, body: bytes, tmp_path: Path) -> None:
    (page,) = made.of(made.record(0, body, headers=f"Content-Type: text/html\r\n{headers}"), tmp_path)
    assert isinstance(page, RawPage)
    assert page.data == PAGE


def test_zstd_body(tmp_path: Path) -> None:
    (page,) = made.good(made.of(made.record(0, made.zstd_of(PAGE), headers="Content-Type: text/html\r\nContent-Encoding: zstd"), tmp_path))
    assert page.data == PAGE


@pytest.mark.parametrize(
    ("headers", "body", "reason"),
    [
        ("Transfer-Encoding: chunked", chunked(PAGE)[:-30], "the body was captured only in part"),
        ("Transfer-Encoding: chunked", b"5\r\n<p>ab\r\nzz\r\n", "the body was captured only in part"),
        ("Content-Encoding: gzip", gzip.compress(PAGE)[:-9], "the gzip data ends early; the rest is missing"),
        ("Content-Encoding: br", b"\x0b\x02\x80", "the body is compressed with brotli, which is not read here"),
        ("X: y", b"", "the file is empty"),
        ("X: y", b"%PDF-1.4 \x00\x00\x00\x00", "a PDF file, not a page"),
    ],
)
def test_bodies_that_cannot_be_read(headers: str, body: bytes, reason: str, tmp_path: Path) -> None:
    data = made.record(0, body, headers=f"Content-Type: text/html\r\n{headers}") + made.record(1, PAGE)
    failure, page = made.of(data, tmp_path)
    assert made.bad([failure])[0].reason == reason
    assert made.bad([failure])[0].record == "urn:uuid:" + "0" * 32
    assert isinstance(page, RawPage)


def spoiled(number: int, old: bytes, new: bytes) -> bytes:
    return b"".join([*MANY[:number], MANY[number].replace(old, new, 1), *MANY[number + 1 :]])


@pytest.mark.parametrize(
    ("data", "lost", "reason"),
    [
        (spoiled(9, b"\r\nContent-Length: ", b"\r\nX: "), 1, "a WARC record that does not say how long it is"),
        (spoiled(9, b"\r\nContent-Length: ", b"\r\nContent-Length: -"), 1, "a WARC record that does not say how long it is"),
        (spoiled(9, b"\r\nContent-Length: ", b"\r\nContent-Length: 9"), 1, "the record's length is wrong; it was not read"),
        (spoiled(9, b"\r\nContent-Length: ", b"\r\nContent-Length: 999"), 1, "the record's length is wrong; it was not read"),
        (
            spoiled(9, b"\r\nContent-Length: ", b"\r\nContent-Length: 99999999"),
            1,
            "more than the 64 MiB allowed; the record's length is wrong",
        ),
        (spoiled(9, "人次。接待读者".encode(), b""), 1, "the record's length is wrong; it was not read"),
        (spoiled(9, b"\xe4\xba\xba", b"longer than it was"), 1, "the record's length is wrong; reading goes on"),
        (spoiled(9, b"WARC/1.0", b"CRAW/1.0"), 1, "bytes that are no WARC record"),
        (spoiled(9, b"\r\n\r\n", b"\r\n"), 1, "the record's length is wrong"),
        (b"".join([*MANY[:9], b"junk\n" * 999, *MANY[9:]]), 0, "bytes that are no WARC record"),
        (b"".join([*MANY[:9], bytes(5000), *MANY[9:]]), 0, "bytes that are no WARC record"),
        (b"".join(MANY[:20]) + MANY[20][:-90], 10, "the WARC ends early"),
        (b"".join(MANY[:20]) + MANY[20][:90], 10, "a WARC record whose headers do not end"),
    ],
)
def test_broken_record_in_the_middle(data: bytes, lost: int, reason: str, tmp_path: Path) -> None:
    results = made.of(data, tmp_path)
    assert len(made.good(results)) == len(MANY) - lost
    (failure,) = made.bad(results)
    assert reason in failure.reason
    assert set(made.good(results)) <= set(made.of(b"".join(MANY), tmp_path))


@pytest.mark.parametrize("at", [0, 2, 12, 300, -4])
def test_broken_gzip_piece_in_the_middle(at: int, tmp_path: Path) -> None:
    pieces = [gzip.compress(each, mtime=0) for each in MANY]
    hurt = bytearray(pieces[9])
    hurt[at] ^= 0xFF
    results = made.of(b"".join([*pieces[:9], bytes(hurt), *pieces[10:]]), tmp_path)
    assert [page.record for page in made.good(results)] == [f"urn:uuid:{number:032x}" for number in range(30) if number != 9]
    (failure,) = made.bad(results)
    assert "gzip data is damaged" in failure.reason


@pytest.mark.parametrize("name", ["dump.warc", "dump.warc.zst"])
def test_a_warc_whose_first_bytes_are_spoiled_is_no_page(name: str, tmp_path: Path) -> None:
    data = b"XARC" + b"".join(MANY)[4:]
    results = made.of(made.zstd_of(data) if name.endswith("zst") else data, tmp_path, name)
    assert len(made.good(results)) == len(MANY) - 1
    (failure,) = made.bad(results)
    assert failure.reason == "bytes that are no WARC record; reading goes on at the next record that can be found"


def test_truncated_warc_gz(tmp_path: Path) -> None:
    pieces = [gzip.compress(each, mtime=0) for each in MANY]
    results = made.of(b"".join(pieces[:20]) + pieces[20][:-30], tmp_path)
    assert len(made.good(results)) == 20
    (failure,) = made.bad(results)
    assert failure.reason == "the gzip data ends early; the rest is missing"


MEGABYTE = b"<p>" + b"a" * ((1 << 20) - 3)


@pytest.fixture(scope="module")
def bomb() -> bytes:
    """A page of 600 MB that its server sent packed, in a WARC of a few kilobytes, between two others."""
    inside = made.record(1, made.gzip_of_repeated(MEGABYTE, 600), headers="Content-Type: text/html\r\nContent-Encoding: gzip")
    return b"".join(gzip.compress(each, mtime=0) for each in (MANY[0], inside, MANY[2]))


def test_a_600_megabyte_page_costs_a_failure_row(bomb: bytes, tmp_path: Path) -> None:
    assert len(bomb) < 6000
    path = tmp_path / "dump"
    path.write_bytes(bomb)
    tracemalloc.start()
    began = time.process_time()
    results = made.found(path)
    took = time.process_time() - began
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [page.record for page in made.good(results)] == ["urn:uuid:" + "0" * 32, "urn:uuid:" + "0" * 31 + "2"]
    (failure,) = made.bad(results)
    assert failure.record == "urn:uuid:" + "0" * 31 + "1"
    assert "may be a bomb" in failure.reason
    assert peak < 40 << 20
    assert took < 1


def test_a_600_megabyte_record_costs_a_failure_row(tmp_path: Path) -> None:
    """The same page, unpacked in its record; the record packed alone."""
    head = made.record(1, b"").replace(b"Content-Length: ", b"Content-Length: %d\r\nX: " % (44 + (600 << 20))).rstrip() + b"\r\n\r\n"
    whole = bytearray(made.gzip_of_repeated(MEGABYTE, 600))
    start = zlib.compressobj(9, zlib.DEFLATED, -15)
    whole[10:10] = start.compress(head) + start.flush(zlib.Z_FULL_FLUSH)
    data = gzip.compress(MANY[0], mtime=0) + bytes(whole) + gzip.compress(MANY[2], mtime=0)
    began = time.process_time()
    results = made.of(data, tmp_path)
    assert time.process_time() - began < 1
    assert len(made.good(results)) == 2
    (failure,) = made.bad(results)
    assert failure.reason.startswith("a page of 629,")


def test_agrees_with_fastwarc(tmp_path: Path) -> None:
    """On sound files a library reads the same."""
    fastwarc = pytest.importorskip("fastwarc.warc")
    data = made.as_warc_gz() + b"".join(gzip.compress(each) for each in MANY[10:])
    path = tmp_path / "x.warc.gz"
    path.write_bytes(data)
    theirs = [
        (record.record_id, record.headers["WARC-Target-URI"], record.reader.read(), record.http_charset)
        for record in fastwarc.ArchiveIterator(str(path), record_types=fastwarc.WarcRecordType.response, auto_decode="all")
    ]
    ours = [(page.record, page.url, page.data, page.charset) for page in made.good(made.found(path))]
    assert [(record, *rest[:2]) for record, *rest in ours] == [(record.strip("<>"), *rest[:2]) for record, *rest in theirs]
