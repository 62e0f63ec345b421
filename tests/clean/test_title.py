"""Headlines: where the title element, the meta element and the page disagree."""

from __future__ import annotations

import pytest
from reading import read

from pipeline.clean.headline import plain
from pipeline.clean.window import from_window, site_of

BODY = (
    "<p>昨日上午，云川市图书馆流动服务车开进西山小学，为师生送去图书五百余册，受到热烈欢迎。</p><p>活动由市文化局主办，将持续到月底。</p>"
)


@pytest.mark.parametrize(
    ("window", "headline", "site"),
    [
        ("流动车开进西山小学-云川市图书馆", "流动车开进西山小学", "云川市图书馆"),
        ("流动车开进西山小学_馆内新闻_云川市图书馆", "流动车开进西山小学", "云川市图书馆"),
        ("流动车开进西山小学--文化--云民网", "流动车开进西山小学", "云民网"),
        ("流动车开进西山小学 | 云川博客", "流动车开进西山小学", "云川博客"),
        ("流动车开进西山小学 - 政务动态 - 云川县人民政府", "流动车开进西山小学", "云川县人民政府"),
        ("云川市图书馆--流动车开进西山小学校园", "流动车开进西山小学校园", "云川市图书馆"),
        ("2018-2019年度服务数据公布", "2018-2019年度服务数据公布", None),
        ("流动车开进西山小学", "流动车开进西山小学", None),
        ("新闻动态_云川市图书馆", "新闻动态", "云川市图书馆"),
        ("", "", None),
    ],
)
def test_parts_of_a_title_element(window: str, headline: str, site: str | None) -> None:
    assert from_window(window) == headline
    assert site_of(window, headline) == site


def page(head: str, top: str) -> str:
    return f"<html><head>{head}</head><body><div><a href='/'>首页</a></div>{top}<div class=c>{BODY}</div></body></html>"


@pytest.mark.parametrize(
    ("head", "top", "title"),
    [
        (
            "<title>云川市图书馆</title>",
            "<h1>云川市图书馆</h1><div class=bt>流动车开进西山小学</div><div>时间：2013-01-13</div>",
            "流动车开进西山小学",
        ),
        ("<title>云川市图书馆</title>", "<h2>流动车开进西山小学</h2><div>2013-01-13</div>", "流动车开进西山小学"),
        ("<title>新闻详细</title>", "<p align=center><b>流动车开进西山小学</b></p>", "流动车开进西山小学"),
        (
            "<title>流动车开进西山小学_云川</title>",
            "<h1>云川市图书馆</h1><h3>流动车开进西山小学</h3><div>2013-01-13</div>",
            "流动车开进西山小学",
        ),
        ("<title>站</title><meta name=ArticleTitle content='流动车开进西山小学'>", "<h1>别的标题在这里</h1>", "流动车开进西山小学"),
        ("<title>站</title><meta name=ArticleTitle content='流动车开进&lt;br/&gt;西山小学'>", "", "流动车开进西山小学"),
        (
            "<title>流动车开进西山小学服务师生-云川</title>",
            "<h1>流动车开进西山小学<br>服务师生</h1><div>2013-01-13</div>",
            "流动车开进西山小学服务师生",
        ),
        ("<title>流动车开进西山小学</title>", "", "流动车开进西山小学"),
        (
            "<title>流动车开进西山小…-云川</title>",
            "<h1>流动车开进西山小学为师生送书</h1><div>2013-01-13</div>",
            "流动车开进西山小学为师生送书",
        ),
        ("<title></title>", "<div>标　　题：</div><div>流动车开进西山小学</div><div>发布日期：2013-01-13</div>", "流动车开进西山小学"),
        (
            "<title>流动车开进西山小学服务师生-云川</title>",
            "<h1>流动车开进西山小学</h1><h1>服务师生</h1><div>2013-01-13</div>",
            "流动车开进西山小学服务师生",
        ),
        (
            "<meta name=ArticleTitle content='流动车开进西山小学服务师生'>",
            "<p>流动车开进西山小学</p><p>服务师生</p><p>2013-01-13</p>",
            "流动车开进西山小学服务师生",
        ),
        ("<title></title>", "<h1><a href='1'>流动车开进西山小学</a></h1><div>2013-01-13</div>", "流动车开进西山小学"),
    ],
)
def test_headline(head: str, top: str, title: str) -> None:
    document = read(page(head, top))
    assert document.metadata.title == title
    assert document.text.startswith("昨日上午")


def test_a_document_repeats_its_own_headline() -> None:
    top = "<h1>关于开展读书月活动的通知</h1><div>发布时间：2013-01-13</div>"
    document = read(page("<title>关于开展读书月活动的通知</title>", f"{top}<div class=c><p>关于开展读书月活动的通知</p></div>"))
    assert document.metadata.title == "关于开展读书月活动的通知"


def test_plain() -> None:
    assert plain("“书香 云川”：ＡBC！") == "书香云川abc"
