"""Every container gives the pages that the plain folder gives."""

from __future__ import annotations

import bz2
import gzip
import lzma
import pickle
import tarfile
from pathlib import Path

import made_dumps as made
import pytest

from pipeline.dumps import Tally, shards
from pipeline.model import RawPage


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    results = made.found(made.as_folder(tmp_path_factory.mktemp("folder")))
    assert not made.bad(results)
    return {page.source: page.data for page in made.good(results)}


def test_folder_gives_its_pages(plain: dict[str, bytes]) -> None:
    assert plain == made.PAGES


@pytest.mark.parametrize("kind", made.ARCHIVES)
def test_archive_gives_the_folder_s_pages(kind: str, plain: dict[str, bytes], tmp_path: Path) -> None:
    results = made.of(made.ARCHIVES[kind](), tmp_path)
    assert not made.bad(results)
    assert {page.source: page.data for page in made.good(results)} == {f"dump!{name}": data for name, data in plain.items()}


@pytest.mark.parametrize("kind", made.CAPTURES)
def test_capture_gives_the_folder_s_pages(kind: str, plain: dict[str, bytes], tmp_path: Path) -> None:
    results = made.of(made.CAPTURES[kind](), tmp_path)
    assert not made.bad(results)
    assert {page.url: page.data for page in made.good(results)} == {made.SITE + name: data for name, data in plain.items()}


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress, made.zstd_of])
@pytest.mark.parametrize("name", made.PAGES)
def test_compressed_page_is_the_page(pack, name: str, plain: dict[str, bytes], tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    assert made.of(pack(plain[name]), tmp_path, "page") == [RawPage("page", plain[name])]


@pytest.mark.parametrize(
    ("encoding", "charset"),
    [("quoted-printable", "gb2312"), ("base64", "unicode"), ("8bit", "utf-8"), ("binary", "utf-8"), ("7bit", "gbk")],
)
@pytest.mark.parametrize("name", ["index.html", "news/2016/t1.htm"])
def test_mhtml_gives_the_page(encoding: str, charset: str, name: str, plain: dict[str, bytes], tmp_path: Path) -> None:
    (page,) = made.of(made.as_mhtml(plain[name], encoding, charset), tmp_path)
    assert isinstance(page, RawPage)
    assert page.data == plain[name]
    assert (page.url, page.charset, page.content_type) == (made.SITE + "index.html", charset, "text/html")
    assert page.captured_at == "2016-03-05T08:00:00"


def test_mhtml_frames_are_pages_only_of_framesets(tmp_path: Path) -> None:
    tally = Tally()
    frame = made.html("云川市图书馆", "框架中的正文。")
    (page,) = made.of(made.as_mhtml(made.PAGES["index.html"], frames=(frame,)), tmp_path, tally=tally)
    assert (page.record, tally) == (None, {"companion of a saved page": 1})
    frameset = b"<html><frameset cols=20%,80%><frame src=frame0.html></frameset></html>"
    results = made.good(made.of(made.as_mhtml(frameset, frames=(frame,)), tmp_path))
    assert [(page.record, page.data) for page in results] == [(None, frameset), ("part-3", frame)]


def test_mhtml_parts_in_parts(tmp_path: Path) -> None:
    """The inner boundary begins as the outer one does."""
    page = made.PAGES["index.html"]
    inner = (
        b"--x1\nContent-Type: text/plain\n\ntext\n--x1\nContent-Type: text/html\nContent-Location: http://lib.yunchuan.example/\n\n" + page
    )
    outer = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\npreamble\n--x \n"
    outer += b'Content-Type: multipart/alternative; boundary="x1"\n\n'
    assert made.of(outer + inner + b"\n--x1--\n--x--\nepilogue", tmp_path) == [
        RawPage("dump", page, None, "http://lib.yunchuan.example/", None, None, "text/html")
    ]


def test_mhtml_of_one_part(tmp_path: Path) -> None:
    data = b"MIME-Version: 1.0\r\nContent-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    data += b"<p>=D4=C6=\r\n=B4=A8"
    (page,) = made.good(made.of(data, tmp_path))
    assert (page.data, page.charset) == ("<p>云川".encode("gbk"), "gb2312")


def test_names_in_archives_are_only_names(tmp_path: Path) -> None:
    data = made.PAGES["index.html"]
    for archive in (made.as_zip({"../../etc/passwd.html": data}), made.as_tar({"../../etc/passwd.html": data})):
        assert made.of(archive, tmp_path / "in") == [RawPage("dump!../../etc/passwd.html", data)]
    assert list(made.walk(tmp_path)) == [tmp_path / "in" / "dump"]


def test_windows_separators_in_zips(tmp_path: Path) -> None:
    (page,) = made.of(made.as_zip({"新闻\\表.html": made.PAGES["index.html"]}, names="gbk"), tmp_path)
    assert page.source == "dump!新闻/表.html"


def test_nested_archives_one_level(tmp_path: Path) -> None:
    inner = {"a.zip": made.as_zip(), "b.tar.gz": gzip.compress(made.as_tar()), "c.warc.gz": made.as_warc_gz(), "d.wacz": made.as_wacz()}
    for outer in (made.as_zip(inner), made.as_tar(inner)):
        results = made.of(outer, tmp_path)
        assert not made.bad(results)
        assert len(made.good(results)) == 4 * len(made.PAGES)
        assert {page.source for page in made.good(results)} >= {
            "dump!a.zip!index.html",
            "dump!c.warc.gz",
            "dump!d.wacz!archive/data.warc.gz",
        }


def test_archives_nested_deeper_are_named(tmp_path: Path) -> None:
    deep = made.as_zip({"b.zip": made.as_zip({"c.zip": made.as_zip()})})
    (failure,) = made.bad(made.of(deep, tmp_path))
    assert failure.source == "dump!b.zip!c.zip"
    assert "take it out" in failure.reason


def test_a_name_that_comes_twice_is_two_pages(tmp_path: Path) -> None:
    page = made.PAGES["index.html"]
    for archive in (made.as_tar({"a.html": page})[:1024] * 3 + bytes(1024), made.as_warc({"a.html": page}) * 3):
        results = made.good(made.of(archive, tmp_path))
        assert len({page.page_id for page in results}) == 3


def test_long_and_odd_names_in_tars(tmp_path: Path) -> None:
    names = [f"{'很长的目录名/' * 20}{number}.html" for number in range(2)] + ["a/" * 70 + "b.html", "x" * 99 + ".html"]
    for form in (tarfile.PAX_FORMAT, tarfile.GNU_FORMAT):
        results = made.of(made.as_tar(dict.fromkeys(names, made.PAGES["index.html"]), form), tmp_path)
        assert [each.source for each in results] == [f"dump!{name}" for name in names]
    ustar = made.as_tar({"a/" * 70 + "b.html": made.PAGES["index.html"]}, tarfile.USTAR_FORMAT)
    assert made.of(ustar, tmp_path)[0].source == "dump!" + "a/" * 70 + "b.html"


def test_archives_leave_out_what_pages_bring_along(tmp_path: Path) -> None:
    files = {
        "index.html": made.PAGES["index.html"],
        "logo.png": b"\x89PNG\r\n\x1a\n" + bytes(100),
        "style.css": b"body { color: red }",
        "__MACOSX/._index.html": bytes(100),
        "Thumbs.db": bytes(100),
        "report.pdf": b"%PDF-1.4 \x00\x00\x00\x00",
        "empty.html": b"",
    }
    for archive in (made.as_zip(files), made.as_tar(files)):
        tally = Tally()
        results = made.of(archive, tmp_path, tally=tally)
        assert [page.source for page in made.good(results)] == ["dump!index.html"]
        assert {(each.source, each.reason) for each in made.bad(results)} == {
            ("dump!report.pdf", "a PDF file, not a page"),
            ("dump!empty.html", "the file is empty"),
        }
        assert tally == {"hidden file": 2, "a PNG image, not a page": 1, "a style sheet, not a page": 1}


@pytest.mark.parametrize("page_last", [False, True])
def test_companions_in_archives(page_last: bool, tmp_path: Path) -> None:
    """The page may stand before or after its companions; a folder so named without a page is a folder."""
    companions = {"a_files/ad.html": made.html("广告", "广告"), "a_files/x.js": b"var x;", "news_files/n.html": made.html("云川", "新闻")}
    page = {"a.htm": made.PAGES["index.html"]}
    files = companions | page if page_last else page | companions
    for archive in (made.as_zip(files), made.as_tar(files)):
        tally = Tally()
        results = made.of(archive, tmp_path, tally=tally)
        assert sorted(each.source for each in results) == ["dump!a.htm", "dump!news_files/n.html"]
        assert tally == {"companion of a saved page": 1, "a script, not a page": 1}


def test_framesets_in_archives_bring_their_frames(tmp_path: Path) -> None:
    frameset = b'<html><frameset rows="*"><frame name=m src="a_files/main.htm"><frame src="a_files/none.htm"></frameset></html>'
    files = {"a.htm": frameset, "a_files/main.htm": made.PAGES["index.html"], "a_files/ad.htm": made.html("广告", "广告")}
    for archive in (made.as_zip(files), made.as_tar(files)):
        assert [each.source for each in made.of(archive, tmp_path)] == ["dump!a.htm", "dump!a_files/main.htm"]


def test_what_a_file_is_its_bytes_say(tmp_path: Path) -> None:
    for name, data in {
        "a.html": made.as_zip(),
        "b.txt": made.as_warc_gz(),
        "c.jpg": made.PAGES["index.html"],
        "d.zip": b"<p>\xe4\xba\x91",
    }.items():
        (tmp_path / name).write_bytes(data)
    results = made.found(tmp_path)
    assert not made.bad(results)
    assert len(made.good(results)) == 2 * len(made.PAGES) + 2


def test_one_shard_an_archive(tmp_path: Path) -> None:
    made.as_folder(tmp_path)
    (tmp_path / "dump.zip").write_bytes(made.as_zip())
    cut = shards(tmp_path)
    assert sorted(len(shard.files) for shard in cut) == [1, len(made.PAGES)]
    assert pickle.loads(pickle.dumps(cut)) == cut
    assert len(pickle.dumps(cut[0])) < 300


def test_office_documents_are_no_pages(tmp_path: Path) -> None:
    files = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"}
    (failure,) = made.bad(made.of(made.as_zip(files), tmp_path, "report.docx"))
    assert failure.reason == "a Word document, not a page"
