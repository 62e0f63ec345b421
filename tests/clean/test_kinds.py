"""Kinds of page."""

from __future__ import annotations

import pytest
from reading import read, read_body

BODY = (
    "<p>昨日上午，云川市图书馆流动服务车开进西山小学，为师生送去图书五百余册，受到热烈欢迎。</p><p>活动由市文化局主办，将持续到月底。</p>"
)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("云川市图书馆2013年工作总结", "report"),
        ("2013年度服务数据报告", "report"),
        ("关于国庆节放假的通知", "notice"),
        ("云川市图书馆公开招聘工作人员公告", "notice"),
        ("闭馆通知（2013年第3号）", "notice"),
        ("流动车开进西山小学", "news"),
        ("关于通知公告栏目的说明与总体介绍", "news"),
    ],
)
def test_kind_by_headline(title: str, kind: str) -> None:
    page = f"<html><head><title>{title}</title></head><body><h1>{title}</h1><div>发布时间：2013-01-13</div><div>{BODY}</div></body></html>"
    assert read(page).kind == kind


def test_a_numbered_text_is_a_report() -> None:
    points = "".join(f"<p>{n}、第{n}项工作。{'各部门密切配合，工作扎实推进，' * 14}取得明显成效。</p>" for n in "一二三四")
    assert read_body(points).kind == "report"


@pytest.mark.parametrize("count", [6, 25])
def test_a_list_page(count: int) -> None:
    items = "".join(
        f"<li><a href='/a{n}.html'>云川市图书馆举办第{n}期读书沙龙活动</a><span>2015-03-{n + 1:02d}</span></li>" for n in range(count)
    )
    page = f"<html><head><title>新闻动态_云川市图书馆</title></head><body><div><a href='/'>首页</a></div><div>当前位置：<a href='/'>首页</a>&gt;<a href='1'>新闻动态</a></div><ul>{items}</ul><div>上一页 1 2 3 下一页</div></body></html>"
    document = read(page)
    assert document.kind == "list"
    assert len(document.blocks) == count
    assert document.parts == 1


def test_an_introduction_is_other() -> None:
    assert read(f"<html><head><title>本馆简介</title></head><body><div>{BODY}</div></body></html>").kind == "other"


def test_an_article_with_related_links_is_no_list() -> None:
    links = "".join(f"<li><a href='{n}'>云川市图书馆举办第{n}期读书沙龙活动</a></li>" for n in range(12))
    document = read(
        f"<html><head><title>流动车开进西山小学</title></head><body><h1>流动车开进西山小学</h1><div>发布时间：2013-01-13</div><div>{BODY}</div><h3>相关新闻</h3><ul>{links}</ul></body></html>"
    )
    assert document.kind == "news"
    assert document.text.endswith("将持续到月底。")
