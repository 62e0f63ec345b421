"""Pages as institutions write them, put together at random: hypothesis strategies for the laws. All institutions are invented."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Literal

from hypothesis import strategies as st
from opencc import OpenCC

from pipeline.fold import fold

Wrap = Literal["div", "table", "plain"]


def _of(words: str) -> st.SearchStrategy[str]:
    """One of the words; `_` stands for none."""
    return st.sampled_from([word.strip("_") for word in words.split()])


VENUES = _of("云川市图书馆 青禾县图书馆 临溪区文化馆 泾川博物馆 南屿市档案馆 我馆 该馆 全馆 _")
PERIODS = _of("""
    2012年 2012年全年， 全年 截至2013年底， 2010-2011年 自开馆以来， “十二五”期间， 今年1至6月， 日均 每年 二〇一二年 春节期间 _
""")
HEADS = _of("接待读者 接待到馆读者 读者到馆 接待观众 参观人数达 流通人次 网站访问量达 参加活动的读者有 服务读者")
HEDGES = _of("_ _ _ 约 近 超过 突破 达 达到 共 不少于")
TAILS = _of("_ _ _ 余 多 以上 左右")
UNITS = _of("人次 人 万人次 余万人次 册 万册次 场次 名 项 % 万元 平方米 种 个 小时 倍")
WORDED = _of("三 十二 四十六 一百二十 三千五百 两万 数十 几百 百余 半 〇 六、七千")
AWARDS = _of("""
    被文化部评为“国家一级图书馆” 荣获“全国文明单位”称号 2008年、2010年被省文化厅评为“先进集体” 获得第三届云川市读书节组织奖一等奖
    是国家二级馆 被市委授予“青年文明号”称号 入选首批全国古籍重点保护单位 张晓云被评为2011年度先进工作者 荣获各类奖项12项
""")
STAFF = _of("""
    现有在编职工{}人，其中本科{}人、大专{}人 全馆共有工作人员{}名（女{}名） 专业技术人员{}人，高级职称{}人，中级{}人
    馆员{}人，助理馆员{}人 聘用{}人，志愿者{}名 编制{}名，实有{}人 35岁以下{}人，占{}%
""")
TRAPS = _of("""
    可同时接待读者{}人 力争全年接待读者{}万人次 比上年增长{}% 同比增加{}人次 设阅览座位{}个 未能达到{}人次的目标 全市游客达{}万人次
    电话0870-31{} 邮编65{} 文号：云文发〔2012〕{}号 见http://www.yunchuan.example/show.asp?id={}， 开放时间8:30-17:{}
    ISBN978-7-5013-{}-1 第{}期 {}路公交车 阅读：{}次 {}楼阅览室 《{}年读书会》 xx县20xx年{} 比例为{}:1
""")
FILLERS = _of("""
    服务水平不断提高 读者满意 开展了送书下乡活动 实行免费开放 三馆一站——图书馆、文化馆、博物馆——联动 （含分馆） …… 加强领导
""")
MARKS = st.sampled_from([*"，，，。。；：、,;.!？”（） \u3000", ""])
LABELS = _of("_ _ _ 一、 二、 （一） 1. 2、 首先， 其次是 一是 二是 ① 【服务】")
HOSTILE = st.sampled_from([*"\u200b\u00a0\ufeff\u202e\ufffd\U00020bb7\ue5e5😀\u0301٣Ⅳ½²㈡０\t\u2028零", "&amp;", "&#160;", "<br>"])


def numerals() -> st.SearchStrategy[str]:
    """A number as it may be written."""
    plain = st.integers(0, 99_999_999).map(str)
    grouped = st.integers(1000, 9_999_999).map("{:,}".format)
    decimal = st.decimals(0, 9999, places=1).map(str)
    return st.one_of(plain, plain, grouped, decimal, WORDED)


@st.composite
def counts(draw: st.DrawFn) -> str:
    return "".join(draw(part) for part in (VENUES, PERIODS, HEADS, HEDGES, numerals(), TAILS, UNITS, TAILS))


@st.composite
def filled(draw: st.DrawFn, templates: st.SearchStrategy[str]) -> str:
    template = draw(templates)
    return template.format(*(draw(st.integers(1, 300)) for _ in range(template.count("{}"))))


def clauses() -> st.SearchStrategy[str]:
    """One statement of a report."""
    return st.one_of(counts(), counts(), filled(STAFF), AWARDS, filled(TRAPS), FILLERS)


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    parts = [draw(LABELS)]
    for _ in range(draw(st.integers(1, 6))):
        parts += [draw(clauses()), draw(MARKS)]
    return "".join(parts)


@dataclass(frozen=True)
class Page:
    """A page before it is written down: its headline, the line under it, and paragraphs, which may hold markup."""

    title: str
    line: str
    paragraphs: tuple[str, ...]
    wrap: Wrap

    def data(self, charset: str = "utf-8") -> bytes:
        """The page's bytes, in one of three generations of CMS."""
        return WRAPS[self.wrap](self).encode(charset, "xmlcharrefreplace")


@st.composite
def pages(draw: st.DrawFn, hostile: bool = True) -> Page:
    """Pages; with `hostile`, odd characters and markup stand anywhere in the paragraphs."""
    body = []
    for text in draw(st.lists(paragraphs(), min_size=1, max_size=6)):
        if hostile and draw(st.booleans()):
            at = draw(st.integers(0, len(text)))
            text = text[:at] + draw(HOSTILE) + text[at:]
        body.append(text)
    title = draw(st.sampled_from(["云川市图书馆2012年工作总结", "青禾县图书馆简介", "临溪区文化馆九大举措服务读者12万人次", "馆情"]))
    line = draw(st.sampled_from(["时间：2013-01-05 来源：云川市图书馆 阅读：135", "发布日期:2013年1月5日　作者：办公室", ""]))
    return Page(title, line, tuple(body), draw(st.sampled_from(["div", "table", "plain"])))


def _div(page: Page) -> str:
    body = "".join(f"<p>{text}</p>\n" for text in page.paragraphs)
    head = f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{page.title}-云川文化网</title></head>'
    top = f'<body><div class="nav"><a href="/">首页</a></div><div class="article"><h1>{page.title}</h1>'
    return f'{head}{top}<div class="info">{page.line}</div><div class="content">{body}</div></div></body></html>'


def _table(page: Page) -> str:
    body = "<br>\n".join("　　" + text for text in page.paragraphs)
    head = f"<html><head><title>{page.title}</title></head><body><table width=960><tr><td>首页</td><td>概况</td></tr></table>"
    rows = "".join(f"<tr><td>{cell}</td></tr>" for cell in (f"<b>{page.title}</b>", page.line, body))
    return f"{head}<table>{rows}</table></body></html>"


def _plain(page: Page) -> str:
    return "\n".join((page.title, page.line, *page.paragraphs))


WRAPS = {"div": _div, "table": _table, "plain": _plain}
_WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {0x20: 0x3000}


@cache
def _traditional() -> dict[int, str]:
    """Simplified characters to the usual traditional one, where fold knows it."""
    convert = OpenCC("s2t").convert
    lines = files("pipeline").joinpath("fold.tsv").read_text("utf-8").splitlines()
    usual = {simplified: convert(simplified) for simplified in {line.split("\t")[1] for line in lines}}
    return {ord(simplified): character for simplified, character in usual.items() if fold(character) == simplified}


def wide(page: Page) -> Page:
    """The same page in full-width letters, digits and marks."""
    return replace(page, paragraphs=tuple(text.translate(_WIDE) for text in page.paragraphs))


def traditional(page: Page) -> Page:
    """The same page in traditional characters, one for one."""
    swap = _traditional()
    body = tuple(text.translate(swap) for text in page.paragraphs)
    return replace(page, title=page.title.translate(swap), line=page.line.translate(swap), paragraphs=body)


def variants(page: Page) -> list[Page]:
    """The page in other characters that mean the same. A plain text in full width has lines of other lengths, which tell wrapped lines."""
    return [traditional(page)] if page.wrap == "plain" else [traditional(page), wide(page)]
