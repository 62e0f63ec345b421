"""Damaged and hostile dumps: each break is named, what can be read is read."""

from __future__ import annotations

import gzip
import io
import struct
import time
import zipfile
from pathlib import Path

import made_dumps as made
import pytest

from pipeline.dumps import Limits, Tally

MANY = {f"t{number}.html": made.html(f"第{number}期", f"接待读者{number}人次。" * 50) for number in range(20)}


def test_truncated_gzip(tmp_path: Path) -> None:
    whole = gzip.compress(made.as_tar(MANY), mtime=0)
    results = made.of(whole[: len(whole) // 2], tmp_path)
    assert 5 < len(made.good(results)) < 15
    assert "dump" in {each.source for each in made.bad(results)}
    assert all("ends early" in each.reason for each in made.bad(results))
    (failure,) = made.of(gzip.compress(made.PAGES["index.html"])[:-9], tmp_path)
    assert failure in made.bad([failure])


@pytest.mark.parametrize("cut", [10, 700, 1500])
def test_truncated_tar(cut: int, tmp_path: Path) -> None:
    data = made.as_tar(MANY)
    end = 5 * (len(MANY["t5.html"]) // 512 + 2) * 512 + cut
    results = made.of(data[:end], tmp_path)
    assert [page.source for page in made.good(results)] == [f"dump!t{number}.html" for number in range(5)]
    assert made.bad(results)


def test_damaged_tar_header(tmp_path: Path) -> None:
    data = bytearray(made.as_tar(MANY))
    at = data.index(b"t7.html")
    data[at : at + 3] = b"???"
    results = made.of(bytes(data), tmp_path)
    assert [page.source for page in made.good(results)] == [f"dump!{name}" for name in MANY if name != "t7.html"]
    (failure,) = made.bad(results)
    assert "damaged stretch" in failure.reason
    shifted = bytes(data[:at]) + bytes(data[at + 100 :])
    assert len(made.good(made.of(shifted, tmp_path))) == len(MANY) - 1


def test_tar_member_that_says_it_is_huge(tmp_path: Path) -> None:
    header = bytearray(made.as_tar({"a.html": b"<p>x"})[:512])
    header[124:136] = b"\x80" + (1 << 60).to_bytes(11, "big")
    header[148:156] = b" " * 8
    header[148:156] = b"%06o\0 " % sum(header)
    results = made.of(bytes(header) + b"<p>x" * 100, tmp_path)
    assert not made.good(results)
    assert "more than the 64 MiB allowed" in made.bad(results)[0].reason


def test_truncated_zip_says_how_to_mend_it(tmp_path: Path) -> None:
    data = made.as_zip(MANY)
    (failure,) = made.bad(made.of(data[:-60], tmp_path))
    assert "zip -FF" in failure.reason


def test_damaged_zip_member(tmp_path: Path) -> None:
    data = bytearray(made.as_zip(MANY))
    at = data.index(b"t7.html") + 40
    data[at : at + 10] = b"??????????"
    results = made.of(bytes(data), tmp_path)
    assert len(made.good(results)) == len(MANY) - 1
    (failure,) = made.bad(results)
    assert failure.source == "dump!t7.html"
    assert failure.reason.startswith("damaged in the zip")


def test_encrypted_zip(tmp_path: Path) -> None:
    data = made.as_zip({"a.html": b"<p>x"})
    for sign, flag in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(sign) + flag
        data = data[:at] + struct.pack("<H", struct.unpack("<H", data[at : at + 2])[0] | 1) + data[at + 2 :]
    (failure,) = made.bad(made.of(data, tmp_path))
    assert (failure.source, failure.reason) == ("dump!a.html", "encrypted; unpack the zip with its password and give the folder")


def test_zip_method_that_is_not_read(tmp_path: Path) -> None:
    data = made.as_zip({"a.html": b"<p>x"})
    for sign, at in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        start = data.index(sign) + at
        data = data[:start] + struct.pack("<H", 9) + data[start + 2 :]
    (failure,) = made.bad(made.of(data, tmp_path))
    assert "method that is not read" in failure.reason


def test_zip_bomb(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.html", bytes(20 << 20))
        archive.writestr("page.html", made.PAGES["index.html"])
    results = made.of(out.getvalue(), tmp_path)
    assert [page.source for page in made.good(results)] == ["dump!page.html"]
    (failure,) = made.bad(results)
    assert "may be a bomb" in failure.reason


def test_zip_whose_files_overlap(tmp_path: Path) -> None:
    """Many directory entries for one member, as in the bomb by Fifield."""
    one = made.as_zip({"a.html": made.PAGES["index.html"]})
    start, end = one.index(b"PK\x01\x02"), one.index(b"PK\x05\x06")
    entry, tail = one[start:end], bytearray(one[end:])
    struct.pack_into("<HHL", tail, 8, 50, 50, 50 * len(entry))
    results = made.of(one[:start] + entry * 50 + bytes(tail), tmp_path)
    assert len(made.good(results)) < 20
    assert "overlap" in made.bad(results)[-1].reason


@pytest.mark.parametrize("shape", ["gz", "tar.gz", "warc.gz"])
def test_bombs_stop_early(shape: str, tmp_path: Path) -> None:
    bomb = made.gzip_of_repeated(bytes(1 << 20), 300)
    if shape != "gz":
        bomb = gzip.compress(made.as_warc() if shape == "warc.gz" else made.as_tar()[:-1024]) + bomb
    began = time.process_time()
    results = made.of(bomb, tmp_path)
    assert time.process_time() - began < 0.5
    assert made.bad(results)
    assert len(made.good(results)) == (0 if shape == "gz" else len(made.PAGES))


def test_compressed_many_times_over(tmp_path: Path) -> None:
    data = made.PAGES["index.html"]
    for _ in range(5):
        data = gzip.compress(data)
    (failure,) = made.bad(made.of(data, tmp_path))
    assert "many times over" in failure.reason


def test_too_many_members(tmp_path: Path) -> None:
    for data in (made.as_zip(MANY), made.as_tar(MANY)):
        results = made.of(data, tmp_path, limits=Limits(members=5))
        assert len(made.good(results)) == 5
        assert made.bad(results)[0].reason == "more than 5 files in one archive; the rest was not read"


def test_large_zip_inside_an_archive(tmp_path: Path) -> None:
    (failure,) = made.bad(made.of(made.as_tar({"a.zip": made.as_zip(MANY)}), tmp_path, limits=Limits(held_bytes=1000)))
    assert "give it by itself" in failure.reason


def test_pages_over_the_cap_inside_containers(tmp_path: Path) -> None:
    page = {"a.html": made.html("云川", "字" * 2000), "b.html": b"<p>x"}
    limits = Limits(page_bytes=1000)
    shapes = (made.as_zip(page), made.as_tar(page), made.as_warc(page), made.as_warc_gz(page), gzip.compress(page["a.html"]))
    for data, expected in zip(shapes, ("b", "b", "b", "b", ""), strict=True):
        results = made.of(data, tmp_path, limits=limits)
        assert "more than the 0.000953674 MiB allowed" in made.bad(results)[0].reason
        assert len(made.good(results)) == len(expected)


def test_wacz_digests(tmp_path: Path) -> None:
    assert not made.bad(made.of(made.as_wacz(), tmp_path))
    results = made.of(made.as_wacz(wrong=True), tmp_path)
    assert len(made.good(results)) == len(made.PAGES)
    (failure,) = made.bad(results)
    assert failure.source == "dump!archive/data.warc.gz"
    assert "digest" in failure.reason
    (failure,) = made.bad(made.of(made.as_wacz(missing=True), tmp_path))
    assert "lacks archive/more.warc.gz" in failure.reason
    with zipfile.ZipFile(io.BytesIO(made.as_wacz())) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files["datapackage.json"] += b" "
    (failure,) = made.bad(made.of(made.as_zip(files), tmp_path))
    assert "changed after the capture" in failure.reason
    files["datapackage.json"] = b"{no json"
    results = made.of(made.as_zip(files), tmp_path)
    assert (len(made.good(results)), len(made.bad(results))) == (len(made.PAGES), 1)


def test_mhtml_without_a_page(tmp_path: Path) -> None:
    head = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n'
    for body in (b"", b"--x--\r\n", b"--x\r\nContent-Type: image/png\r\n\r\nabc\r\n--x--\r\n", b"--x" * 1000):
        (failure,) = made.bad(made.of(head + body, tmp_path))
        assert failure.reason == "an MHTML file without an HTML part"


def test_mhtml_nested_without_end(tmp_path: Path) -> None:
    data = b"MIME-Version: 1.0\r\n"
    for depth in range(2000):
        data += b"Content-Type: multipart/related; boundary=b%d\r\n\r\n--b%d\r\n" % (depth, depth)
    assert made.bad(made.of(data, tmp_path))


def test_truncated_mhtml_gives_what_is_there(tmp_path: Path) -> None:
    data = made.as_mhtml(made.PAGES["index.html"], "base64")
    (page,) = made.good(made.of(data[:-80], tmp_path))
    assert made.PAGES["index.html"].startswith(page.data[:100])


def test_tally_is_not_a_failure(tmp_path: Path) -> None:
    tally = Tally()
    results = made.of(made.as_warc(), tmp_path, tally=tally)
    assert not made.bad(results)
    assert tally == {"WARC record of type warcinfo": 1}


def test_tar_cut_between_files(tmp_path: Path) -> None:
    """Found by fuzzing: without the end mark nobody knows what is missing."""
    data = made.as_tar(MANY)
    results = made.of(data[: data.index(b"t7.html")], tmp_path)
    assert len(made.good(results)) == 7
    assert made.bad(results)[0].reason == "the tar ends without its end mark; files may be missing"


def test_zip_directory_that_swallows_an_entry(tmp_path: Path) -> None:
    """Found by fuzzing: an entry whose comment seems to reach over the next one."""
    data = bytearray(made.as_zip(MANY))
    entry = data.index(b"PK\x01\x02")
    data[entry + 32] = data.index(b"PK\x01\x02", entry + 1) - entry
    results = made.of(bytes(data), tmp_path)
    assert len(made.good(results)) == len(MANY) - 1
    assert made.bad(results)[0].reason == "the zip's directory is damaged: it should list 20 files and lists 19"


def test_page_in_a_companion_folder_that_is_cut_short(tmp_path: Path) -> None:
    data = made.as_tar({"news_files/a.html": MANY["t1.html"], "news_files/b.html": MANY["t2.html"]})
    results = made.of(data[: data.rindex(b"</html>")], tmp_path)
    assert [page.data for page in made.good(results)] == [MANY["t1.html"]]
    assert made.bad(results)[0].source == "dump!news_files/b.html"


def test_archive_whose_first_bytes_became_a_byte_order_mark(tmp_path: Path) -> None:
    """Found by fuzzing: it passed for a page in UTF-16."""
    for mark in (b"\xfe\xff", b"\xff\xfe"):
        (failure,) = made.of(mark + made.as_wacz()[2:], tmp_path)
        assert failure in made.bad([failure])
        assert made.bad([failure])[0].reason == "a binary file, not a page"


def test_what_follows_a_whole_gzip_page_is_a_failure_beside_the_page(tmp_path: Path) -> None:
    results = made.of(gzip.compress(made.PAGES["index.html"]) + b"JUNK" * 9, tmp_path, "index.html.gz")
    assert [page.data for page in made.good(results)] == [made.PAGES["index.html"]]
    assert ["gzip data is damaged" in failure.reason for failure in made.bad(results)] == [True]
