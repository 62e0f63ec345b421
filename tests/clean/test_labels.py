"""Metadata lines in their spellings: each reads to the same fields."""

from __future__ import annotations

import pytest
from reading import read

BODY = (
    "<p>昨日上午，云川市图书馆流动服务车开进西山小学，为师生送去图书五百余册，受到热烈欢迎。</p><p>活动由市文化局主办，将持续到月底。</p>"
)

LINES = {
    "时间:2014年03月05日 来源:本站原创 作者:秦小川 责任者: 阅读: 视力保护色: 字体:【】 【": ("2014-03-05", "本站原创", "秦小川"),
    "发布时间：2013-01-13 08:01　来源：云川日报　【字体：大 中 小】　【打印】": ("2013-01-13", "云川日报", None),
    "来 源：云川日报　　作 者：李四　　日 期：2013/1/3": ("2013-01-03", "云川日报", "李四"),
    "发布日期:2013.1.3 浏览次数:[35]": ("2013-01-03", None, None),
    "2013年1月13日13∶54　来源：云川新闻网": ("2013-01-13", "云川新闻网", None),
    "2013-01-13 13:54:22 云川日报": ("2013-01-13", "云川日报", None),
    "发布时间 2013-01-13 来源 云川日报 作者 李四": ("2013-01-13", "云川日报", "李四"),
    "（2013年1月13日）": ("2013-01-13", None, None),
    "[2013-01-13]": ("2013-01-13", None, None),
    "信息来源：市文化局　发布时间：二〇一三年一月十三日": ("2013-01-13", "市文化局", None),
    "作者：李四 | 来源：云川日报 | 发布：2013-1-13 | 点击：77": ("2013-01-13", "云川日报", "李四"),
    "稿源：云川晚报 编辑：王五 2013年1月13日": ("2013-01-13", "云川晚报", None),
    "发布机构：云川市文化局　发文日期：2013年01月13日": ("2013-01-13", "云川市文化局", None),
    "发布人：李四　发布时间：2013-1-13　浏览：421次": ("2013-01-13", None, "李四"),
    "文章来源：  更新时间：13-1-13": ("2013-01-13", None, None),
    "日期：2013-13-45 更新时间：2013-01-13": ("2013-01-13", None, None),
    "来源：云川市图书馆（云川）　时间：20130113": ("2013-01-13", "云川市图书馆", None),
    "撰稿：李四　审核：王五　发布时间：2013-01-13": ("2013-01-13", None, "李四"),
    "中央政府门户网站　www.yunchuan.example　　2013年01月13日": ("2013-01-13", None, None),
    "中央政府门户网站　www.yunchuan.example　　2013年01月13日 08时01分　　来源：云川社": ("2013-01-13", "云川社", None),
    "Posted on January 13, 2013": ("2013-01-13", None, None),
}


@pytest.mark.parametrize("line", LINES)
def test_line(line: str) -> None:
    document = read(
        f"<html><head><title>流动车开进西山小学</title></head><body><h2>流动车开进西山小学</h2><div>{line}</div><div>{BODY}</div></body></html>"
    )
    about = document.metadata
    assert (about.published, about.origin, about.author) == LINES[line]
    assert about.title == "流动车开进西山小学"
    assert document.text.startswith("昨日上午")


@pytest.mark.parametrize(
    ("markup", "origin"),
    [
        ("<table><tr><td>发布时间：</td><td>2013-01-13</td><td>来源：</td><td>云川日报</td></tr></table>", "云川日报"),
        ("<div>发布时间：</div><div>2013-01-13</div><div>来源：</div><div>云川日报</div>", "云川日报"),
        ("<div><span>2013-01-13</span><span>来源：</span><a href='#'>云川日报</a><span>评论(0)</span></div>", "云川日报"),
        ("<ul><li>来源：云川日报</li><li>发布时间：2013-01-13</li></ul>", "云川日报"),
        ("<table><tr><th>发布机构<td>云川市文化局<th>发布日期<td>2013-01-13</table>", "云川市文化局"),
    ],
)
def test_values_in_the_next_piece(markup: str, origin: str) -> None:
    document = read(
        f"<html><head><title>流动车开进西山小学</title></head><body><h2>流动车开进西山小学</h2>{markup}<div>{BODY}</div></body></html>"
    )
    assert (document.metadata.origin, document.metadata.published) == (origin, "2013-01-13")
    assert document.text.startswith("昨日上午")


@pytest.mark.parametrize(
    ("line", "editor"),
    [
        ("责任编辑：王五", "王五"),
        ("【责任编辑:王五】", "王五"),
        ("（责编：王五、赵六）", "王五、赵六"),
        ("[编辑：王五]", "王五"),
        ("发布日期：2013-01-13　责任编辑：王五", "王五"),
        ("编辑：王五　审核：赵六", "王五"),
    ],
)
def test_responsibility_under_the_body(line: str, editor: str) -> None:
    document = read(
        f"<html><head><title>流动车开进西山小学</title></head><body><h2>流动车开进西山小学</h2><div>{BODY}<p>{line}</p></div></body></html>"
    )
    assert document.metadata.editor == editor
    assert document.text.endswith("将持续到月底。")


def test_the_visible_date_goes_before_the_meta_date() -> None:
    head = "<html><head><title>流动车开进西山小学</title><meta name=PubDate content='2020-02-02'></head><body><h2>流动车开进西山小学</h2>"
    both = read(f"{head}<div>发布时间：2013-01-13</div><div>{BODY}</div></body></html>").metadata
    assert (both.published, both.published_meta) == ("2013-01-13", "2020-02-02")
    alone = read(f"{head}<div>{BODY}</div></body></html>").metadata
    assert (alone.published, alone.published_meta) == ("2020-02-02", "2020-02-02")


def test_today_is_no_date_of_publication() -> None:
    page = f"<html><head><title>流动车开进西山小学</title></head><body><div>今天是2023年2月1日 星期三</div><h2>流动车开进西山小学</h2><div>{BODY}</div></body></html>"
    assert read(page).metadata.published is None


def test_an_origin_cut_short_is_told_by_the_meta_element() -> None:
    page = f"<html><head><title>流动车开进西山小学</title><meta name=ContentSource content='云川市文化广电和旅游局办公室'></head><body><h2>流动车开进西山小学</h2><div>来源：云川市文化广电… 日期：2013-01-13</div><div>{BODY}</div></body></html>"
    assert read(page).metadata.origin == "云川市文化广电和旅游局办公室"


def test_labels_in_running_text_are_text() -> None:
    text = "时间：5月1日上午。"
    page = f"<html><head><title>讲座预告</title></head><body><h2>云川讲坛讲座预告</h2><div>发布时间：2013-01-13</div><div><p>时间：2013年5月1日上午9时</p><p>地点：云川市图书馆报告厅</p>{BODY}<p>{text}</p></div></body></html>"
    assert read(page).text.startswith("时间：2013年5月1日上午9时\n地点：")


@pytest.mark.parametrize(
    "title",
    [
        "关于2013年1月13日停止开放的通知",
        "云川市图书馆2013年1月13日活动预告",
        "2013年1月13日读者座谈会纪要",
        "推荐：十本值得一读的好书",
        "分享：我的读书故事",
    ],
)
def test_a_headline_that_looks_like_metadata_is_a_headline(title: str) -> None:
    page = f"<html><head><title>{title}</title></head><body><h1>{title}</h1><div>发布时间：2013-01-10</div><div>{BODY}</div></body></html>"
    assert (read(page).metadata.title, read(page).metadata.published) == (title, "2013-01-10")
