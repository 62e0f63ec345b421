"""Short hands for the tests: HTML or text in, document out."""

from __future__ import annotations

from pipeline.clean import clean
from pipeline.model import Document, RawPage


def read(text: str, url: str | None = None) -> Document:
    """The document of a page given as text."""
    return clean(RawPage("page", text.encode("utf-8"), url=url))


def read_body(markup: str) -> Document:
    """The document of a page whose body is this markup, between a headline with its metadata and the site's furniture."""
    return read(
        "<html><head><title>云川市图书馆举办读书月活动-云川市图书馆</title></head><body><div class='nav'><a href='/'>首页</a></div>"
        "<h1>云川市图书馆举办读书月活动</h1><div class='info'>发布时间：2014-05-06　来源：云川日报</div>"
        f"<div class='con'>{markup}</div><div>上一篇：<a href='1'>某事</a></div></body></html>"
    )


def kinds(document: Document) -> list[tuple[str, str]]:
    """Kind and text of each block."""
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]
