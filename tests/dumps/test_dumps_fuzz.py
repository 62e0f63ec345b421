"""Any container, hurt anywhere: never an exception, never a hang, and no page lost without a word.

DUMPS_FUZZ=N tries N hurts a container, at random; without it a few, always the same.
"""

from __future__ import annotations

import gzip
import os
import tempfile
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

import made_dumps as made
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.dumps import Limits, Tally
from pipeline.model import Failure, RawPage

TRIES = int(os.environ.get("DUMPS_FUZZ", "0"))
LIMITS = Limits(page_bytes=1 << 20, held_bytes=1 << 20, free=1 << 18)

FRAMES = {
    "a.htm": b'<html><frameset rows="*"><frame src="a_files/main.htm"></frameset></html>',
    "a_files/main.htm": made.PAGES["index.html"],
    "a_files/ad.htm": made.html("广告", "广告"),
    "news_files/n.html": made.PAGES["news/2016/t1.htm"],
}
FRAMED: dict[str, Callable[[], bytes]] = {
    "tar with frames": lambda: made.as_tar(FRAMES),
    "tar.gz with frames": lambda: gzip.compress(made.as_tar(FRAMES), mtime=0),
    "zip with frames": lambda: made.as_zip(FRAMES),
}
SHAPES: dict[str, Callable[[], bytes]] = {
    **made.ARCHIVES,
    **made.CAPTURES,
    **FRAMED,
    "mhtml": lambda: made.as_mhtml(made.PAGES["index.html"]),
    "mhtml base64": lambda: made.as_mhtml(made.PAGES["index.html"], "base64", frames=(made.PAGES["index.html"],)),
    "page.gz": lambda: gzip.compress(made.PAGES["index.html"], mtime=0),
    "page.zst": lambda: made.zstd_of(made.PAGES["index.html"]),
    "nested": lambda: made.as_tar({"a.zip": made.as_zip(), "b.warc.gz": made.as_warc_gz(), "c.mht": made.as_mhtml(b"<p>x")}),
    "bodies": lambda: (
        made.record(0, gzip.compress(made.PAGES["index.html"]), headers="Content-Type: text/html\r\nContent-Encoding: gzip")
        + made.record(1, b"5\r\n<p>ab\r\n5\r\ncdefg\r\n0\r\n\r\n", headers="Content-Type: text/html\r\nTransfer-Encoding: chunked")
    ),
}
Hurt = tuple[str, int, bytes]
hurts = st.lists(
    st.tuples(st.sampled_from(["flip", "cut", "insert", "delete", "repeat"]), st.integers(0, 1 << 20), st.binary(min_size=1, max_size=6)),
    min_size=1,
    max_size=4,
)


@cache
def whole(shape: str) -> bytes:
    return SHAPES[shape]()


def hurt(data: bytes, how: list[Hurt]) -> bytes:
    for what, where, with_ in how:
        at = where % (len(data) or 1)
        length = 1 + where % 997 % (len(data) or 1)
        if what == "flip":
            data = data[:at] + with_ + data[at + len(with_) :]
        elif what == "cut":
            data = data[:at]
        elif what == "insert":
            data = data[:at] + with_ * (1 + where % 9) + data[at:]
        elif what == "delete":
            data = data[:at] + data[at + length :]
        else:
            data = data[: at + length] + data[at:]
    return data


def read(data: bytes) -> tuple[list[RawPage | Failure], Tally]:
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        began = time.process_time()
        results = made.of(data, Path(folder), limits=LIMITS, tally=tally)
        assert time.process_time() - began < 2
        assert [path.name for path in made.walk(Path(folder))] == ["dump"]
    for each in results:
        "\n".join(part or "" for part in (each.source, each.record, getattr(each, "url", ""), getattr(each, "reason", ""))).encode()
    return results, tally


@pytest.mark.parametrize("shape", SHAPES)
@settings(max_examples=TRIES or 40, derandomize=not TRIES, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(how=hurts)
def test_hurt_anywhere(shape: str, how: list[Hurt]) -> None:
    data = whole(shape)
    expected, counted = read(data)
    damaged = hurt(data, how)
    results, tally = read(damaged)
    lost = len(made.good(results)) < len(made.good(expected))
    # A whole record may be gone, without a trace: a WARC has no end mark.
    traceless = ("delete", "repeat", "cut") if shape.startswith("warc") else ("delete", "repeat")
    unseen = len(damaged) < 512 or any(what in traceless for what, _, _ in how)
    assert not lost or made.bad(results) or tally != counted or unseen


@pytest.mark.parametrize("shape", [*made.ARCHIVES, *made.CAPTURES, *FRAMED])
@settings(max_examples=TRIES or 20, derandomize=not TRIES, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(where=st.integers(0, 1 << 20))
def test_cut_short_gives_true_pages_and_says_so(shape: str, where: int) -> None:
    data = whole(shape)
    expected, _ = read(data)
    data = data[: 512 + where % (len(data) - 512)]
    results, _ = read(data)
    assert {(page.source, page.data) for page in made.good(results)} <= {(page.source, page.data) for page in made.good(expected)}
    whole_records = any(data.rstrip(b"\r\n").endswith(end) for end in record_ends(shape))
    assert made.bad(results) or len(made.good(results)) == len(made.good(expected)) or whole_records


def record_ends(shape: str) -> list[bytes]:
    """What a WARC may end with although it was cut: it has no end mark."""
    if shape == "warc":
        return [each.rstrip(b"\r\n") for each in [made.as_warc({}), *made.records()]]
    return [gzip.compress(each, compresslevel=1, mtime=0).rstrip(b"\r\n") for each in made.records()] if shape == "warc.gz" else []


@settings(max_examples=TRIES or 60, derandomize=not TRIES, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(
    start=st.sampled_from(
        [b"", b"PK\x03\x04", b"\x1f\x8b\x08\x00", b"\x28\xb5\x2f\xfd", b"WARC/1.0\r\n", b"MIME-Version: 1.0\r\n", b"BZh91AY&SY"]
    ),
    rest=st.binary(max_size=3000),
)
def test_anything_at_all(start: bytes, rest: bytes) -> None:
    results, _ = read(start + rest)
    assert results
