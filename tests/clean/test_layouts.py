"""Layouts without a template of their own, each a trap."""

from __future__ import annotations

import pytest
from reading import read

LINES = (
    "昨日上午，云川市图书馆流动服务车开进西山小学，为师生送去图书五百余册。",
    "活动由市文化局主办，将持续到月底。",
    "据悉，今年以来流动车已行驶三千公里，服务读者一万余人次。",
)
TEXT = "\n".join(LINES)
PARAGRAPHS = "".join(f"<p>　　{line}</p>" for line in LINES)
BREAKS = "<br>".join("　　" + line for line in LINES)
HEAD = "<html><head><title>流动车开进西山小学-云川</title></head><body>"
TOP = "<h1>流动车开进西山小学</h1><div>2005-6-7 来源：云川日报</div>"

PAGES = {
    "everything in one cell": (
        "<html><head><title>云川图书馆</title></head><body><table><tr><td><a href=1>首页</a> <a href=2>动态</a></td></tr></table><table><tr><td>"
        f"<center><b>流动车开进西山小学</b></center><br>发布时间：2005-6-7 来源：本馆<br><br>{BREAKS}<br><br>【<a href=#>关闭窗口</a>】</td></tr></table></body></html>",
        TEXT,
    ),
    "no element around the text": (
        f"{HEAD}<a href=1>首页</a>|<a href=2>动态</a><h3>流动车开进西山小学</h3>2005年6月7日<hr>{BREAKS}<hr>云川图书馆 版权所有 2005</body></html>",
        TEXT,
    ),
    "a row for each paragraph": (
        "<html><head><title>云川图书馆</title></head><body><table><tr><td align=center class=t>流动车开进西山小学</td></tr><tr><td align=center>2005-6-7</td></tr>"
        + "".join(f"<tr><td>　　{line}</td></tr>" for line in LINES)
        + "<tr><td align=right>云川市图书馆</td></tr><tr><td align=right>2005年6月7日</td></tr><tr><td align=center><a href=#>[打印]</a></td></tr></table></body></html>",
        f"{TEXT}\n云川市图书馆\n2005年6月7日",
    ),
    "a subtitle above the metadata": (
        f"{HEAD}<h1>流动车开进西山小学</h1><h2>——送书下乡侧记</h2><div>2005-6-7</div><div>{PARAGRAPHS}</div></body></html>",
        TEXT,
    ),
    "attachments above the signature": (
        f"{HEAD}{TOP}<div>{PARAGRAPHS}<p>附件：1.<a href=a.doc>报名表.doc</a></p><p>　　　2.<a href=b.doc>流程.doc</a></p><p align=right>云川市图书馆</p>"
        "<p align=right>2005年6月7日</p></div><div>附件下载：<a href=a.doc>报名表.doc</a></div></body></html>",
        f"{TEXT}\n附件：1.报名表.doc\n2.流程.doc\n云川市图书馆\n2005年6月7日",
    ),
    "menus without links": (
        f"{HEAD}<ul><li>网站首页</li><li>本馆概况</li><li>新闻动态</li></ul><div><div><h2>流动车开进西山小学</h2><p>日期：2005-6-7 点击：33</p>{PARAGRAPHS}</div></div>"
        "<ul><li>友情链接一</li><li>友情链接二</li></ul></body></html>",
        TEXT,
    ),
    "short lines at the end": (
        f"{HEAD}{TOP}<div>{PARAGRAPHS}<p>一等奖</p><ul><li>张三</li><li>李四</li></ul></div><div>责任编辑：钱七</div></body></html>",
        f"{TEXT}\n一等奖\n张三\n李四",
    ),
    "an origin in the last line": (
        f"{HEAD}<h1>流动车开进西山小学</h1><div>2005-6-7</div><div>{PARAGRAPHS}<p>（来源：云川日报 作者：张三）</p></div></body></html>",
        TEXT,
    ),
    "related pages inside the text": (
        f"{HEAD}{TOP}<div><p>{LINES[0]}</p><div><h4>相关阅读</h4><ul><li><a href=1>云川市图书馆新馆开放</a></li></ul></div><p>{LINES[1]}</p><p>{LINES[2]}</p></div>"
        "<h3>相关阅读</h3><ul><li><a href=1>云川市图书馆新馆开放</a></li></ul></body></html>",
        TEXT,
    ),
    "a short body beside a long footer": (
        f"{HEAD}{TOP}<div>{LINES[0]}</div><div><a href=1>上一篇：某事</a></div><div><h3>关于我们</h3>"
        + "<p>云川市图书馆创建于1958年，是国家一级图书馆，现有藏书八十万册。</p>" * 5
        + "</div></body></html>",
        LINES[0],
    ),
    "comments longer than the text": (
        f"{HEAD}{TOP}<div>{LINES[0]}</div><div>网友评论</div>"
        + "".join(f"<div><p>第{n}楼：写得很好，希望能多来我们这里，孩子们很喜欢看书，谢谢你们。</p></div>" for n in range(9))
        + "</body></html>",
        LINES[0],
    ),
    "a notice above everything": (
        f"{HEAD}<p>各位读者，本馆将于近日闭馆整修，给您带来的不便，敬请谅解，感谢支持。</p>{TOP}<div>{PARAGRAPHS}</div></body></html>",
        TEXT,
    ),
    "a headline repeated by the document": (
        f"{HEAD}{TOP}<div><p align=center>流动车开进西山小学</p>{PARAGRAPHS}</div></body></html>",
        f"流动车开进西山小学\n{TEXT}",
    ),
    "a list of books": (
        f"{HEAD}{TOP}<div><p>{LINES[0]}</p>"
        + "".join(f"<p>书名：好书之{n}</p><p>作者：作者{n}</p><p>简介：第{n}本书讲述云川的故事，情节曲折，引人入胜。</p>" for n in "甲乙丙")
        + "</div></body></html>",
        "\n".join(
            [
                LINES[0],
                *(
                    line
                    for n in "甲乙丙"
                    for line in (f"书名：好书之{n}", f"作者：作者{n}", f"简介：第{n}本书讲述云川的故事，情节曲折，引人入胜。")
                ),
            ]
        ),
    ),
    "who invites": (
        f"{HEAD}{TOP}<div>{PARAGRAPHS}<p>主办单位：云川市文化局</p><p>承办单位：云川市图书馆</p><p>联系地址：云川市人民路18号　电话：0999-2223344</p></div>"
        "<div class=foot>主办单位：云川市文化局　网站标识码：5199000011</div></body></html>",
        f"{TEXT}\n主办单位：云川市文化局\n承办单位：云川市图书馆\n联系地址：云川市人民路18号　电话：0999-2223344",
    ),
    "a share button inside the text": (
        f"{HEAD}{TOP}<div><p>{LINES[0]}</p><div>分享到：</div><p>{LINES[1]}</p><p>{LINES[2]}</p></div></body></html>",
        TEXT,
    ),
    "other articles below": (
        f"{HEAD}<table><tr><td><p align=center><b>流动车开进西山小学</b></p>{PARAGRAPHS}</td></tr></table><div>"
        + "".join(f"<h4><a href={n}>云川市图书馆举办第{n}期讲座</a></h4><p>本期讲座由著名作家主讲，内容精彩。</p>" for n in range(3))
        + "</div></body></html>",
        TEXT,
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_layout(name: str) -> None:
    page, text = PAGES[name]
    document = read(page)
    assert document.text == text
    assert document.metadata.title == "流动车开进西山小学"


def test_related_pages_inside_the_text_are_told() -> None:
    assert "related pages" in {cut.reason for cut in read(PAGES["related pages inside the text"][0]).cuts}


@pytest.mark.parametrize(
    ("top", "path"),
    [
        ("<div>您的位置：<a href=1>首页</a><img src=a><a href=2>新闻</a></div>", ("首页", "新闻")),
        ("<div>当前位置：首页 > 新闻 > </div>", ("首页", "新闻")),
        ("<div><a href=1>首页</a> / <a href=2>新闻</a></div>", ("首页", "新闻")),
        ("<div>首页 -> 新闻 -> 正文</div>", ("首页", "新闻", "正文")),
        ("<div><a href=1>首页</a> | <a href=2>新闻</a> | <a href=3>服务</a></div>", ()),
    ],
)
def test_paths(top: str, path: tuple[str, ...]) -> None:
    assert read(f"{HEAD}{top}{TOP}<div>{PARAGRAPHS}</div></body></html>").metadata.breadcrumb == path


@pytest.mark.parametrize(
    ("page", "url"),
    [
        ("<!-- saved from url=(0030)http://lib.example/news/1.html -->" + HEAD, "http://lib.example/news/1.html"),
        ("<html><head><link rel=canonical href='http://lib.example/2.html'></head><body>", "http://lib.example/2.html"),
        (HEAD, None),
    ],
)
def test_addresses(page: str, url: str | None) -> None:
    assert read(f"{page}{PARAGRAPHS}").metadata.url == url


@pytest.mark.parametrize(
    "line",
    [
        "实行免费开放；可同时接待读者1人；…….",
        "实行免费开放；可同时接待读者１人；……．",
        "全年免费开放，读者随到随办借书证，欢迎常来！",
        "全年免费开放，读者随到随办借书证，欢迎常来!",
    ],
)
def test_a_line_told_twice_is_cut_alike_in_both_widths(line: str) -> None:
    """Full-width marks once made the first of two equal lines a summary."""
    once = read(f"{HEAD}{TOP}<div>{line}</div><div>{line}</div></body></html>").text.split("\n").count(line)
    narrow = line.replace("．", ".").replace("！", "!")
    assert once == read(f"{HEAD}{TOP}<div>{narrow}</div><div>{narrow}</div></body></html>").text.split("\n").count(narrow)
