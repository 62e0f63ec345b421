"""`pipeline.load` and `pipeline.extract_page`, as a notebook calls them."""

from __future__ import annotations

from pathlib import Path

import pytest

import pipeline
from pipeline.errors import PageError
from pipeline.run import Request, extract

PAGE = "<html><body><h1>云川市图书馆2018年工作总结</h1><p>2018年，我馆接待读者4.2万人次。</p></body></html>"


@pytest.mark.parametrize("page", [PAGE, PAGE.encode(), PAGE.encode("gb18030")])
def test_one_page(page: str | bytes) -> None:
    tables = pipeline.extract_page(page, url="http://lib.example/1.html")
    assert tables.pages["url"].tolist() == ["http://lib.example/1.html"]
    assert tables.visits["value"].tolist() == [42000.0]
    text, (start, end) = tables.pages["text"][0], tables.visits[["start", "end"]].iloc[0]
    assert text[start:end] == tables.visits["quote"][0]


def test_text_is_not_decoded_by_what_it_says_of_itself() -> None:
    page = PAGE.replace("<html>", '<html><head><meta charset="gbk"></head>')
    assert "接待读者" in pipeline.extract_page(page).pages["text"][0]


def test_what_is_no_page_raises() -> None:
    with pytest.raises(PageError):
        pipeline.extract_page(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)


def test_the_page_gives_the_same_rows_as_a_run(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    extract(Request((tmp_path / "page.html",), tmp_path / "out", quiet=True))
    run, page = pipeline.load(tmp_path / "out"), pipeline.extract_page(PAGE)
    for table in ("visits", "quantities", "sentences", "initiatives"):
        assert run[table].drop(columns="page_id").equals(page[table].drop(columns="page_id"))
