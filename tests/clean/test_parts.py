"""Articles over several pages."""

from __future__ import annotations

import pytest
from laws import assert_lawful
from reading import read

from pipeline.clean import group_parts, join_parts
from pipeline.clean.pager import part_of
from pipeline.model import Document

PAGER = "<div class=page>上一页 <a href='a.html'>1</a> <a href='a_2.html'>2</a> <a href='a_3.html'>3</a> 下一页</div>"


def part(number: int, pager: str = PAGER, table: str = "") -> Document:
    suffix = f"_{number}" if number > 1 else ""
    return read(
        "<html><head><title>云川市图书馆志</title></head><body><h1>云川市图书馆志</h1><div>发布时间：2013-01-13</div>"
        f"<div><p>第{number}章。云川市图书馆创建于一九五八年，现有藏书八十万册，每年接待读者五十万人次。</p>{table}"
        f"<p>本章到此结束，读者可以参阅其他各章的内容，第{number}章。</p></div>{pager}</body></html>",
        url=f"http://lib.example/a/a{suffix}.html",
    )


@pytest.mark.parametrize(
    ("url", "stem", "number"),
    [
        ("http://lib.example/a/b_2.html", "lib.example/a/b.html?", 2),
        ("http://lib.example/a/b-3.shtml", "lib.example/a/b.shtml?", 3),
        ("http://lib.example/a/b.html", "lib.example/a/b.html?", 1),
        ("http://lib.example/show.asp?id=7&page=3", "lib.example/show.asp?id=7", 3),
        ("http://lib.example/t20130113_123456.html", "lib.example/t20130113_123456.html?", 1),
        ("http://lib.example/2013-01/13.html", "lib.example/2013-01/13.html?", 1),
        ("http://[broken", "http://[broken", 1),
    ],
)
def test_part_of(url: str, stem: str, number: int) -> None:
    assert part_of(url) == (stem, number)


def test_a_part_is_incomplete_by_itself() -> None:
    document = part(2)
    assert (document.part, document.parts, document.incomplete) == (2, 3, True)
    assert "下一页" not in document.text


def test_parts_are_joined_in_order() -> None:
    [group] = group_parts([part(3), part(1), part(2)])
    document = join_parts(group)
    assert_lawful(document)
    assert [line[:3] for line in document.text.split("\n")][::2] == ["第1章", "第2章", "第3章"]
    assert (document.parts, document.incomplete) == (3, False)
    assert document.page_id == group[0].page_id
    assert [document.text[b.start : b.end] for b in document.blocks] == document.text.split("\n")


def test_a_missing_part_is_told() -> None:
    document = join_parts(group_parts([part(1), part(3)])[0])
    assert document.incomplete


def test_tables_are_numbered_on() -> None:
    table = "<table><tr><td>年<td>人次<tr><td>2012<td>1<tr><td>2013<td>2</table>"
    document = join_parts([part(1, table=table), part(2, table=table), part(3)])
    assert_lawful(document)
    assert {block.table for block in document.blocks} == {None, 0, 1}


def test_other_articles_stay_alone() -> None:
    other = read(
        "<html><head><title>别的文章</title></head><body><p>别的文章说的是别的事情，与此无关。</p></body></html>",
        url="http://lib.example/a/a_2.html",
    )
    assert group_parts([part(1), other, part(1)]) == [[part(1)], [other], [part(1)]]


def test_an_article_of_one_page_is_complete() -> None:
    document = part(1, pager="<div>上一篇：<a href=1>某事</a> 下一篇：<a href=2>某事</a></div>")
    assert (document.parts, document.incomplete) == (1, False)
    assert join_parts([document]) == document


def test_nothing_to_join() -> None:
    with pytest.raises(ValueError, match="no parts"):
        join_parts([])
