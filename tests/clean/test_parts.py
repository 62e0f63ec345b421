"""Articles over several pages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from laws import assert_lawful
from reading import read

from pipeline.clean import join_parts, part_key, part_numbers
from pipeline.clean.pager import part_of
from pipeline.model import Document, Metadata

PAGER = "<div class=page>上一页 <a href='a.html'>1</a> <a href='a_2.html'>2</a> <a href='a_3.html'>3</a> 下一页</div>"


def part(number: int, pager: str = PAGER, table: str = "", head: str = "", mark: str = "") -> Document:
    suffix = f"_{number}" if number > 1 else ""
    return read(
        f"<html><head><title>云川市图书馆志{mark}</title></head><body><h1>云川市图书馆志{mark}</h1><div>发布时间：2013-01-13</div>"
        f"<div>{head}<p>第{number}章。云川市图书馆创建于一九五八年，现有藏书八十万册，每年接待读者五十万人次。</p>{table}"
        f"<p>本章到此结束，读者可以参阅其他各章的内容，第{number}章。</p></div>{pager}</body></html>",
        url=f"http://lib.example/a/a{suffix}.html",
    )


@pytest.mark.parametrize(
    ("url", "stem", "number"),
    [
        ("http://lib.example/a/b_2.html", "lib.example/a/b.html?", 2),
        ("http://lib.example/a/b-3.shtml", "lib.example/a/b.shtml?", 3),
        ("http://lib.example/a/b_1.html", "lib.example/a/b.html?", 1),
        ("http://lib.example/a/b.html", "lib.example/a/b.html?", None),
        ("http://lib.example/show.asp?id=7&page=3", "lib.example/show.asp?id=7", 3),
        ("http://lib.example/show.asp?id=7&page=1", "lib.example/show.asp?id=7", None),
        ("http://lib.example/t20130113_123456.html", "lib.example/t20130113_123456.html?", None),
        ("http://lib.example/2013-01/13.html", "lib.example/2013-01/13.html?", None),
        ("http://[broken", "http://[broken", None),
        ("a?b=\ud800&page=2", "a?b=\ud800&page=2", None),
        ("dump.zip!通知/t1_2.htm", "dump.zip!通知/t1.htm?", 2),
        ("lib/show.asp?id=7&page=2.html", "lib/show.asp?id=7", 2),
        ("lib/show.asp@id=7&page=2.html", "lib/show.asp?id=7", 2),
    ],
)
def test_part_of(url: str, stem: str, number: int | None) -> None:
    assert part_of(url) == (stem, number)


def test_a_part_is_incomplete_by_itself() -> None:
    document = part(2)
    assert (document.part, document.parts, document.incomplete) == (2, 3, True)
    assert "下一页" not in document.text
    assert join_parts({2: document}).document == document


def test_parts_of_one_article_have_one_key() -> None:
    first, second = (part_key(part(number), f"a/a{suffix}.html") for number, suffix in ((1, ""), (2, "_2")))
    assert first is not None
    assert second is not None
    assert (first[0], first[1], second[1]) == (second[0], None, 2)


def test_the_number_of_the_part_in_the_headline_does_not_count() -> None:
    key = part_key(part(1), "a/a.html")
    for mark in ("（2）", "(2/3)", " 第2页", "[第2页]"):
        assert part_key(part(2, mark=mark), "a/a_2.html") == (key and (key[0], 2)), mark


@pytest.mark.parametrize("document", [part(1, pager=""), replace(part(1), metadata=Metadata())])
def test_no_pager_or_no_headline_no_key(document: Document) -> None:
    assert part_key(document, "a/a_2.html") is None


def test_parts_are_joined_in_order() -> None:
    parts = {number: part(number) for number in (1, 2, 3)}
    document, starts = join_parts(parts)
    assert_lawful(document)
    assert [line[:3] for line in document.text.split("\n")][::2] == ["第1章", "第2章", "第3章"]
    assert [document.text[start : start + 3] for start in starts] == ["第1章", "第2章", "第3章"]
    assert (document.parts, document.incomplete) == (3, False)
    assert document.page_id == parts[1].page_id
    assert [document.text[b.start : b.end] for b in document.blocks] == document.text.split("\n")


def test_what_repeats_the_head_is_left_out_and_the_start_is_behind_it() -> None:
    head = "<p>编者按：本志由云川市图书馆编写，分三页刊登在本站，欢迎指正。</p>"
    document, starts = join_parts({number: part(number, head=head) for number in (1, 2)})
    assert document.text.count("编者按") == 1
    assert [document.text[start : start + 3] for start in starts] == ["编者按", "第2章"]


@pytest.mark.parametrize("numbers", [(1, 2), (1, 3), (2, 3)])
def test_a_missing_part_is_told(numbers: tuple[int, int]) -> None:
    assert join_parts({number: part(number) for number in numbers}).document.incomplete


def test_tables_are_numbered_on() -> None:
    table = "<table><tr><td>年<td>人次<tr><td>2012<td>1<tr><td>2013<td>2</table>"
    document = join_parts({1: part(1, table=table), 2: part(2, table=table), 3: part(3)}).document
    assert_lawful(document)
    assert {block.table for block in document.blocks} == {None, 0, 1}


@pytest.mark.parametrize(
    ("found", "parts"),
    [
        ({None: "a", 2: "b", 3: "c"}, {1: None, 2: 2, 3: 3}),
        ({2: "c", 1: "b", None: "a"}, {1: None, 2: 1, 3: 2}),
        ({None: "a", 1: "a", 2: "b"}, {1: None, 2: 2}),
        ({1: "a", 2: "b"}, {1: 1, 2: 2}),
        ({None: "a", 2: "a", 3: "c"}, {1: None, 3: 3}),
    ],
)
def test_what_the_numbers_of_addresses_stand_for(found: dict[int | None, str], parts: dict[int, int | None]) -> None:
    assert part_numbers({number: Document("id", text, ()) for number, text in found.items()}) == parts


def test_an_article_of_one_page_is_complete() -> None:
    document = part(1, pager="<div>上一篇：<a href=1>某事</a> 下一篇：<a href=2>某事</a></div>")
    assert (document.parts, document.incomplete) == (1, False)
    assert join_parts({1: document}).document == document


def test_nothing_to_join() -> None:
    with pytest.raises(ValueError, match="no parts"):
        join_parts({})
