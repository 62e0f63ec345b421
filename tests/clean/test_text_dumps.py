"""Text dumps: the furniture of the page they were made from goes, a bare text stays whole."""

from __future__ import annotations

import pytest
from bodies import BODIES
from reading import read
from sample_pages import GOLD, sample

from pipeline.clean import clean, decode
from pipeline.clean.parse import parse_page
from pipeline.model import RawPage

PARAGRAPHS = (
    "2013年，云川市图书馆共接待读者38.6万人次，外借图书27万册次，举办讲座24期，各项工作都取得了新的成绩。",
    "一是基础业务稳步提升。全年新购图书2.6万册，办理读者证4312个，开馆时间由每周56小时延长到63小时。",
    "二是阅读推广有声有色。“云川讲坛”已成为市民周末的好去处，亲子故事会场场爆满，深受读者欢迎。",
)
ABOVE = "欢迎光临云川市图书馆!今天是\n正在加载数据... |English\n您现在的位置:首页>馆务公开>年度总结>详细内容\n\n"
META = "时间:2013年12月13日 来源:本站原创 作者:庞小川 责任者: 阅读: 视力保护色: 字体:【】 【\n\n"
BELOW = "\n\n[打印文章] [添加收藏]\n上一篇：关于春节开放时间的通知\n版权所有：云川市图书馆"


def test_a_dump_of_a_page() -> None:
    document = read(f"{ABOVE}创先争优 服务读者\n\n{META}" + "\n\n".join(PARAGRAPHS) + BELOW)
    about = document.metadata
    assert (about.title, about.published, about.origin, about.author, about.responsible, about.reads) == (
        "创先争优 服务读者", "2013-12-13", "本站原创", "庞小川", None, None,
    )  # fmt: skip
    assert about.breadcrumb == ("首页", "馆务公开", "年度总结", "详细内容")
    assert about.site == "云川市图书馆"
    assert document.text == "\n".join(PARAGRAPHS)


def test_a_bare_text_stays_whole() -> None:
    document = read("\n".join(PARAGRAPHS))
    assert (document.text, document.metadata.title, document.cuts) == ("\n".join(PARAGRAPHS), None, ())


@pytest.mark.parametrize("headline", ["书香云川 全民阅读", "创先争优 服务读者", "百年老馆焕新颜"])
def test_a_headline_above_a_bare_text(headline: str) -> None:
    document = read(f"{headline}\n" + "\n".join(PARAGRAPHS))
    assert (document.metadata.title, document.text) == (headline, "\n".join(PARAGRAPHS))


@pytest.mark.parametrize("headline", ["云川市图书馆2022年大事记", "云川市文化馆免费开放工作情况汇报", "云川市图书馆简介（2023年）"])
def test_what_a_document_calls_itself_is_its_headline(headline: str) -> None:
    document = read(f"{headline}\n\n1月5日 召开年度总结会。\n" + "\n".join(PARAGRAPHS))
    assert document.metadata.title == headline


@pytest.mark.parametrize("first", ["一、主要工作", "各位领导、同志们：", "首先，经费不足。", "2013年12月"])
def test_a_first_line_that_is_no_headline(first: str) -> None:
    document = read(f"{first}\n" + "\n".join(PARAGRAPHS))
    assert document.metadata.title is None
    assert document.text == f"{first}\n" + "\n".join(PARAGRAPHS)


def test_an_origin_below_is_metadata() -> None:
    document = read("\n".join(PARAGRAPHS) + "\n来源：云川日报")
    assert (document.metadata.origin, document.text) == ("云川日报", "\n".join(PARAGRAPHS))


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\n\n"])
def test_line_ends(line_end: str) -> None:
    assert read(line_end.join(PARAGRAPHS)).text == "\n".join(PARAGRAPHS)


def test_dumps_of_the_sample_pages() -> None:
    """What a reader copies from each page: nearly all bodies come out exactly, and no body loses a line."""
    exact, lossless, total = 0, 0, 0
    for template in GOLD:
        for body in BODIES:
            page = sample(template, body)
            lines: list[str] = []
            row: object = None
            for piece in (p for p in parse_page(decode(page.page.data).text).pieces if not p.hidden):
                place = piece.place and (piece.place.table, piece.place.row)
                lines[len(lines) - (place is not None and place == row) :] = (
                    [f"{lines[-1]}\t{piece.text}"] if place is not None and place == row else [piece.text]
                )
                row = place
            text = clean(RawPage(page.name, "\n".join(lines).encode())).text
            total += 1
            exact += text == page.text
            lossless += set(page.text.split("\n")) <= set(text.split("\n"))
    assert exact / total >= 0.82
    assert lossless / total >= 0.99


ALIGNED = """云川县图书馆志
     年度      到馆读者(万人次)     新办证卡(张)     备注
     1961          0.93                —              —
     1962          1.14                —              —

     1966          0.37               450             —
是年，每周开放60小时。
"""
BARRED = "概况\n指标 | 2022年 | 2021年\n---|---|---\n藏书(万册) | 31.6 | 28.4\n到馆(万人次) | 18.3 | 15.9\n是年开放300天。\n"
NO_TABLE = "首页  |  概况  |  服务\n公告  |  新闻  |  联系\n读者  |  展览  |  讲座\n正文从这里开始，云川县图书馆接待读者。\n"


def cells(text: str) -> list[tuple[int | None, int | None, str]]:
    document = clean(RawPage(source="a.txt", data=text.encode()))
    return [(block.row, block.column, document.text[block.start : block.end]) for block in document.blocks if block.kind == "cell"]


def test_columns_between_wide_gaps_are_a_table() -> None:
    assert cells(ALIGNED)[:7] == [
        (0, 0, "年度"), (0, 1, "到馆读者(万人次)"), (0, 2, "新办证卡(张)"), (0, 3, "备注"), (1, 0, "1961"), (1, 1, "0.93"), (2, 0, "1962")
    ]  # fmt: skip
    assert (3, 2, "450") in cells(ALIGNED)


def test_columns_between_bars_are_a_table() -> None:
    assert cells(BARRED)[-3:] == [(2, 0, "到馆(万人次)"), (2, 1, "18.3"), (2, 2, "15.9")]


def test_menus_between_bars_are_none() -> None:
    assert cells(NO_TABLE) == []


def test_so_it_does_in_either_script_and_width() -> None:
    document = read("云川市圖書館２０２２年工作總結\n\n榮獲“全國文明單位”稱號，\n獲獎三次。\n")
    assert document.metadata.title == "云川市圖書館２０２２年工作總結"
