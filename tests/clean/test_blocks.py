"""Blocks: headings, items with the browser's numbers, blanks, hidden copies, preformatted text."""

from __future__ import annotations

import pytest
from reading import kinds, read_body

SENTENCE = "本次活动由市文化局主办，全市十二家图书馆参加。"


def test_kinds_of_blocks() -> None:
    document = read_body(f"<p>{SENTENCE}</p><h3>活动安排</h3><ul><li>开幕式</li></ul><p>{SENTENCE[:-1]}，欢迎市民参与。</p>")
    assert [kind for kind, _ in kinds(document)] == ["paragraph", "heading", "item", "paragraph"]
    assert document.blocks[1].level == 3


@pytest.mark.parametrize(
    ("markup", "items"),
    [
        ("<ol><li>甲</li><li>乙</li></ol>", ["1. 甲", "2. 乙"]),
        ("<ol start=4><li>甲<li>乙</ol>", ["4. 甲", "5. 乙"]),
        ("<ol type=a><li>甲</li></ol>", ["a. 甲"]),
        ("<ol type=A><li>甲</li></ol>", ["A. 甲"]),
        ("<ol type=i><li value=4>甲</li></ol>", ["iv. 甲"]),
        ("<ol type=I><li value=9>甲</li></ol>", ["IX. 甲"]),
        ("<ol><li value=7>甲</li><li>乙</li></ol>", ["7. 甲", "8. 乙"]),
        ("<ol style='list-style-type:none'><li>甲</li></ol>", ["甲"]),
        ("<ol><li>1. 甲</li></ol>", ["1. 甲"]),
        ("<ol><li>甲<ul><li>子</li></ul></li><li>乙</li></ol>", ["1. 甲", "子", "2. 乙"]),
        ("<ol><li>甲<ol><li>子</li></ol></li><li>乙</li></ol>", ["1. 甲", "1. 子", "2. 乙"]),
        ("<ol><li><p>甲</p></li></ol>", ["1. 甲"]),
        ("<ul><li>甲</li></ul>", ["甲"]),
    ],
)
def test_numbers_of_lists_are_kept(markup: str, items: list[str]) -> None:
    document = read_body(f"<p>{SENTENCE}</p>{markup}<p>{SENTENCE[:-1]}，欢迎市民参与。</p>")
    assert [text for kind, text in kinds(document) if kind == "item"] == items


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("云川市\n图书馆", "云川市图书馆"),
        ("云川市   图书馆", "云川市 图书馆"),
        ("2013\n年", "2013年"),
        ("Cloud\n River", "Cloud River"),
        ("　　云川市　图书馆&nbsp;", "云川市　图书馆"),
        ("云\u200b川\ufeff", "云川"),
        ("１２００&nbsp;人", "１２００\xa0人"),
        ("云<b>川</b>市", "云川市"),
        ("云<span style='display:none'>假</span>川", "云川"),
        ("a&lt;b", "a<b"),
    ],
)
def test_blanks(markup: str, text: str) -> None:
    document = read_body(f"<p>{SENTENCE}</p><p>{markup}</p><p>{SENTENCE[:-1]}，欢迎市民参与。</p>")
    assert document.text.split("\n")[1] == text


def test_preformatted_lines_stay_lines() -> None:
    document = read_body(f"<pre>{SENTENCE}\n联系人：张三\n{SENTENCE[:-1]}，欢迎市民参与。</pre>")
    assert [text for _, text in kinds(document)] == [SENTENCE, "联系人：张三", SENTENCE[:-1] + "，欢迎市民参与。"]


def test_hidden_pieces_are_cut_and_told() -> None:
    document = read_body(f"<p>{SENTENCE}</p><div style='display: none'>退出阅读模式</div>")
    assert document.text == SENTENCE
    assert ("退出阅读模式", "hidden") in [(cut.text, cut.reason) for cut in document.cuts]


def test_a_page_shown_by_a_script_is_read() -> None:
    assert read_body(f"<div style='display:none'><p>{SENTENCE}</p><p>{SENTENCE[:-1]}，欢迎市民参与。</p></div>" * 1).text == ""
    hidden = (
        f"<div style='display:none'>{f'<p>{SENTENCE}</p>' * 1}"
        + "".join(f"<p>第{n}场活动在云川市第{n}小学举行，师生三百余人参加。</p>" for n in range(1, 20))
        + "</div>"
    )
    assert read_body(hidden).text.startswith(SENTENCE)


def test_second_copies_of_long_paragraphs_are_cut() -> None:
    long = SENTENCE * 4
    document = read_body(f"<p>{long}</p><p>{SENTENCE}</p><p>{long}</p>")
    assert document.text == f"{long}\n{SENTENCE}"
    assert "second copy" in [cut.reason for cut in document.cuts]


def test_marks_of_page_breaks_are_cut() -> None:
    assert (
        read_body(f"<p>{SENTENCE}</p><p>_ueditor_page_break_tag_</p><p>欢迎市民参与，活动免费。</p>").text
        == f"{SENTENCE}\n欢迎市民参与，活动免费。"
    )
