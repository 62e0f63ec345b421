"""Folders, single files and lists of paths."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import made_dumps as made
import pytest

from pipeline.dumps import Limits, Tally, fingerprint, listed, pages, shards
from pipeline.model import Failure, RawPage


def test_single_file_is_named_by_itself(tmp_path: Path) -> None:
    made.as_folder(tmp_path)
    assert made.found(tmp_path / "news/2016/t1.htm") == [RawPage("t1.htm", made.PAGES["news/2016/t1.htm"])]


def test_list_of_paths_is_named_from_their_common_folder(tmp_path: Path) -> None:
    made.as_folder(tmp_path)
    lines = f"{tmp_path}/news/2016/t1.htm\n\n{tmp_path}/通知\r\n{tmp_path}/news/2016/t1.htm\n{tmp_path}/gone.html"
    results = made.found(listed(lines.encode()))
    assert [each.source for each in results] == ["gone.html", "news/2016/t1.htm", "通知/放假.txt"]
    assert made.bad(results) == [Failure("gone.html", None, "open", "no such file")]


def test_a_list_holds_names_of_any_bytes() -> None:
    names = ["总结\n.html".encode(), "总结.html".encode("gbk")]
    assert [bytes(path) for path in listed(b"\0".join([*names, b""]))] == names
    assert [bytes(path) for path in listed(names[1] + b"\n")] == names[1:]


def test_missing_root_raises(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="nowhere"):
        shards(tmp_path / "nowhere")


def test_empty_folder_and_empty_list_have_no_shards(tmp_path: Path) -> None:
    assert shards(tmp_path) == []
    assert shards([]) == []


def test_one_more_file_changes_one_shard(tmp_path: Path) -> None:
    for number in range(700):
        (tmp_path / f"t{number * 7919}.html").write_bytes(b"<p>x")
    before = set(shards(tmp_path))
    assert len(before) > 2
    assert sum(len(shard.files) for shard in before) == 700
    assert len({shard.name for shard in before}) == len(before)
    (tmp_path / "one-more.html").write_bytes(b"<p>y")
    after = set(shards(tmp_path))
    assert (len(before - after), len(after - before)) == (1, 1)


def test_a_full_slice_splits_and_the_others_stay(tmp_path: Path) -> None:
    seen = set[tuple[int, int]]()
    before = set[object]()
    for number in range(264):
        (tmp_path / f"{number * 7919}.txt").write_bytes(b"x")
        if number > 250:
            after = set[object](shards(tmp_path))
            seen.add((len(before - after), len(after - before)) if before else (1, 1))
            before = after
    assert seen == {(1, 1), (1, 2)}


def test_parts_of_an_article_stay_together(tmp_path: Path) -> None:
    for number in range(400):
        for part in ("", "_2", "_3"):
            (tmp_path / f"t20160305_{number * 7919 + 10000}{part}.html").write_bytes(b"<p>x")
    for shard in shards(tmp_path):
        stems = {name.rpartition(".")[0].removesuffix("_2").removesuffix("_3") for name in shard.files}
        assert len(shard.files) == 3 * len(stems)


def test_what_is_left_out_is_counted(tmp_path: Path) -> None:
    made.as_folder(tmp_path)
    for name in (".DS_Store", ".gitkeep", "Thumbs.db", "news/.git/config"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    tally = Tally()
    assert {name for shard in shards(tmp_path, tally) for name in shard.files} == set(made.PAGES)
    assert tally == {"hidden file": 4}


@pytest.mark.parametrize("folder", ["a_files", "a.files", "a_file"])
def test_companion_folders_hold_no_pages(folder: str, tmp_path: Path) -> None:
    for name in ("a.htm", f"{folder}/ad.htm", f"{folder}/deep/b.js", "b_files/page.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(made.PAGES["index.html"])
    tally = Tally()
    assert {name for shard in shards(tmp_path, tally) for name in shard.files} == {"a.htm", "b_files/page.html"}
    assert tally == {"companion folder of a saved page": 1}


def test_framesets_bring_their_frames(tmp_path: Path) -> None:
    frames = '<frame src="a_files/main.htm"><frame src=a_files/top.htm?x=1><frame src="../../secret.htm"><frame src="a_files/../b.htm">'
    (tmp_path / "a_files").mkdir()
    (tmp_path / "a.htm").write_text(f"<html><frameset cols='*'>{frames}</frameset></html>")
    for name in ("main", "top", "ad"):
        (tmp_path / f"a_files/{name}.htm").write_bytes(made.html(name, "正文"))
    assert [page.source for page in made.good(made.found(tmp_path))] == ["a.htm", "a_files/main.htm", "a_files/top.htm"]
    (shard,) = shards(tmp_path)
    assert [source for source, _, _ in fingerprint(shard)] == ["a.htm", "a_files/main.htm", "a_files/top.htm"]


def test_links_are_followed_once(tmp_path: Path) -> None:
    made.as_folder(tmp_path / "in")
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "far.html").write_bytes(made.PAGES["index.html"])
    root = tmp_path / "in"
    (root / "loop").symlink_to(root)
    (root / "news/up").symlink_to(root / "news")
    (root / "out").symlink_to(outside)
    (root / "out2").symlink_to(outside)
    (root / "gone.html").symlink_to(root / "nowhere")
    (root / "itself.html").symlink_to("itself.html")
    results = made.found(root)
    assert {page.source for page in made.good(results)} == {*made.PAGES, "out/far.html"}
    reason = "a link that points to nothing"
    assert made.bad(results) == [Failure(name, None, "open", reason) for name in ("gone.html", "itself.html")]


def test_a_crowd_of_links_ends(tmp_path: Path) -> None:
    for name in "abcdefgh":
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.html").write_bytes(b"<p>x")
    for name in "abcdefgh":
        for other in "abcdefgh":
            (tmp_path / name / f"to-{other}").symlink_to(tmp_path / other)
    assert len(made.good(made.found(tmp_path))) == 8


REFUSED = {
    "a.pdf": (b"%PDF-1.4\n\x00\x00\x00", "a PDF file, not a page"),
    "a.jpg": (b"\xff\xd8\xff\xe0" + bytes(20), "a JPEG image, not a page"),
    "a.doc": (b"\xd0\xcf\x11\xe0" + bytes(600), "an old Office or WPS document, not a page"),
    "a.css": (b"body { margin: 0 }", "a style sheet, not a page"),
    "a.js": (b"var x = 1;", "a script, not a page"),
    "a.xml": (b"<?xml version='1.0'?><rss/>", "an XML file, not a page"),
    "a.json": (b'{"a": 1}', "a JSON file, not a page"),
    "a.rar": (b"Rar!\x1a\x07\x01\x00" + bytes(90), "a RAR archive, not a page; unpack it and give the folder"),
    "a.arc": (
        b"filedesc://x.arc 0.0.0.0 20050101000000 text/plain 76\n",
        "an ARC file, not a page; convert it to WARC (warcio recompress)",
    ),
    "a.bin": (bytes(range(256)) * 20, "a binary file, not a page"),
    "a.html": (b"", "the file is empty"),
    "b.html": (bytes(5000), "a binary file, not a page"),
}


def test_each_file_that_is_no_page_says_so(tmp_path: Path) -> None:
    for name, (data, _) in REFUSED.items():
        (tmp_path / name).write_bytes(data)
    results = made.found(tmp_path)
    assert {(each.source, each.stage, each.reason) for each in made.bad(results)} == {
        (name, "open", reason) for name, (_, reason) in REFUSED.items()
    }
    assert not made.good(results)


PLAIN = {
    "bm.txt": "BM大楼一层为少儿阅览室。".encode(),
    "mz.txt": b"MZ is how this text begins.",
    "page.js": made.html("脚本名的网页", "正文"),
    "page.xml": b"<?xml version='1.0'?><!DOCTYPE html><html><p>x</p></html>",
    "utf16.html": made.PAGES["index.html"].decode().encode("utf-16"),
    "utf16le.html": made.PAGES["index.html"].decode().encode("utf-16-le"),
    "nul.html": made.PAGES["index.html"] + bytes(5),
    "gbk": "云川市图书馆".encode("gbk"),
    "blank.txt": b"\n\n \n",
}


def test_odd_pages_are_pages(tmp_path: Path) -> None:
    for name, data in PLAIN.items():
        (tmp_path / name).write_bytes(data)
    assert {page.source: page.data for page in made.good(made.found(tmp_path))} == PLAIN


def test_saved_page_knows_its_address(tmp_path: Path) -> None:
    data = b"<!DOCTYPE html>\r\n<!-- saved from url=(0036)http://lib.yunchuan.example/t1.html -->\r\n<html>"
    (page,) = made.good(made.of(data, tmp_path))
    assert page.url == "http://lib.yunchuan.example/t1.html"


def test_large_page_is_named_with_its_size_and_not_read(tmp_path: Path) -> None:
    with open(tmp_path / "a.html", "wb") as file:
        file.write(b"<html>" + b" " * 5000)
        file.truncate(600 << 20)
    (failure,) = made.bad(made.found(tmp_path))
    assert failure.reason == "a page of 629,145,600 bytes, more than the 64 MiB allowed"
    assert len(made.good(made.of(b"<p>" + b"x" * 97, tmp_path / "b", limits=Limits(page_bytes=100)))) == 1
    assert made.bad(made.of(b"<p>" + b"x" * 98, tmp_path / "b", limits=Limits(page_bytes=100)))


def test_names_that_are_no_utf8(tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path)
    names = ["云川.html".encode("gbk"), "云川.html".encode(), "通知.html".encode(), "放假.html".encode("gbk"), b"\xff\xff.html"]
    for name in names:
        with open(os.path.join(folder, name), "wb") as file:
            file.write(b"<p>" + name)
    results = made.good(made.found(tmp_path))
    assert {page.source for page in results} == {"\\xd4ƴ\\xa8.html", "云川.html", "通知.html", "放假.html", "\\xff\\xff.html"}
    assert len({page.page_id for page in results}) == len(names)
    (shard,) = shards(tmp_path)
    assert all(size > 3 for _, size, _ in fingerprint(shard))


def test_pipes_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.html")
    (failure,) = made.bad(made.found(tmp_path))
    assert failure.reason == "not an ordinary file (a device, pipe or socket)"


@pytest.mark.skipif(not os.path.isfile("/proc/self/mem"), reason="needs a file that can be opened and not read")
def test_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.html").symlink_to("/proc/self/mem")
    (failure,) = made.bad(made.found(tmp_path))
    assert failure.reason.startswith("the file can't be read: ")
    (shard,) = shards(tmp_path)
    assert fingerprint(shard) == [("a.html", -1, "")]


@pytest.fixture
def as_somebody() -> Iterator[Path]:
    """A folder whose owner isn't the one who reads: root may read everything, so it becomes somebody else for the while."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield folder
    finally:
        if root:
            os.seteuid(0)
        for path in folder.iterdir():
            path.chmod(0o755)
        shutil.rmtree(folder)


def test_no_permission(as_somebody: Path) -> None:
    if os.geteuid() == 65534:
        os.seteuid(0)
    (as_somebody / "a.html").write_bytes(b"<p>x")
    (as_somebody / "b.html").write_bytes(b"<p>x")
    (as_somebody / "locked").mkdir()
    (as_somebody / "a.html").chmod(0)
    (as_somebody / "locked").chmod(0)
    if os.geteuid() == 0:
        os.seteuid(65534)
    results = made.found(as_somebody)
    assert [page.source for page in made.good(results)] == ["b.html"]
    assert {(each.source, each.reason) for each in made.bad(results)} == {
        ("a.html", "the file can't be read: Permission denied"),
        ("locked", "the folder can't be listed; check its permissions"),
    }
    assert made.found(as_somebody / "locked") == [Failure(".", None, "open", "the folder can't be listed; check its permissions")]


def test_fingerprint_knows_the_bytes(tmp_path: Path) -> None:
    made.as_folder(tmp_path)
    (shard,) = shards(tmp_path)
    before = fingerprint(shard)
    assert [(source, size) for source, size, _ in before] == sorted((name, len(data)) for name, data in made.PAGES.items())
    (tmp_path / "index.html").write_bytes(made.PAGES["index.html"].replace(b"31.2", b"31.3"))
    after = fingerprint(shard)
    assert [one[0] for one, other in zip(before, after, strict=True) if one != other] == ["index.html"]


def test_pages_come_one_at_a_time(tmp_path: Path) -> None:
    made.as_folder(tmp_path)
    (shard,) = shards(tmp_path)
    stream = pages(shard)
    assert isinstance(next(stream), RawPage)
    shutil.rmtree(tmp_path / "通知")
    assert [type(each) for each in stream] == [RawPage, RawPage, Failure]
