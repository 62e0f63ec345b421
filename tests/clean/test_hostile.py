"""Pages that mean harm, or were harmed: no crash, no hang, no silent loss."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from laws import assert_lawful
from sample_pages import sample

from pipeline.clean import clean
from pipeline.errors import PageError
from pipeline.model import Document, RawPage

DEEP = "深处的文字。"
SECONDS_PER_MB = 5.0  # generous: test machines are shared. A quadratic rule takes minutes
FLOODS = {
    "nested elements": b"<p>x</p>" + b"<div>" * 50_000 + DEEP.encode() + b"</div>" * 50_000,
    "unclosed fonts": b"<p>x</p>" + b"<font>" * 50_000 + DEEP.encode(),
    "nested tables": b"<table><tr><td>" * 20_000 + DEEP.encode(),
    "nested lists": b"<ol><li>" * 20_000 + DEEP.encode(),
    "attributes": b"<div " + b" ".join(b"a%d=1" % n for n in range(100_000)) + b">" + DEEP.encode() + b"</div><p>x</p>",
    "blanks after a label": ("<p>来源：" + " " * 500_000 + DEEP + "</p><p>x</p>").encode(),
    "labels": ("<p>" + "来源：" * 20_000 + DEEP + "</p><p>x</p>").encode(),
    "paths": ("<p>" + "首页>" * 200_000 + DEEP + "</p><p>x</p>").encode(),
    "one paragraph": ("<p>" + "云川市图书馆，" * 150_000 + DEEP + "</p><p>x</p>").encode(),
    "paragraphs": ("<p>云川市图书馆举办活动，读者很多。</p>" * 20_000 + DEEP).encode(),
    "links": b"<a href=x>abcdefgh</a> " * 50_000 + DEEP.encode() + b"<p>x</p>",
    "spans": b"<table>" + (b"<tr>" + b"<td rowspan=1000 colspan=1000>1</td>" * 50) * 300 + b"</table>" + DEEP.encode(),
    "digits": b"<p>" + b"1" * 1_000_000 + DEEP.encode() + b"</p><p>x</p>",
    "lines": b"a\n" * 100_000 + DEEP.encode(),
    "open brackets": b"<" * 500_000 + DEEP.encode(),
    "open brackets in a page": b"<html><body><p>" + b"<" * 1_500_000 + DEEP.encode() + b"</p></body></html>",
    "unclosed tags": b"<p " * 200_000 + DEEP.encode(),
    "furniture inside the text": ("<p>责任编辑：张三</p><p>云川市图书馆举办活动，读者很多。</p><p>分享到：</p>" * 10_000 + DEEP).encode(),
    "labels inside the text": ("<p>作者：张三</p><p>云川市图书馆举办活动，读者很多。</p>" * 20_000 + DEEP).encode(),
    "tiny cells": b"<table>" + (b"<tr>" + b"<td>1</td>" * 10) * 6_000 + b"</table>" + DEEP.encode(),
    "tiny cells in one row": b"<table><tr>" + b"<td>1" * 60_000 + b"</table>" + DEEP.encode(),
    "wrapped lines": ("云" * 35 + "\n").encode() * 10_000 + DEEP.encode(),
}


@pytest.mark.parametrize("flood", FLOODS)
def test_floods_are_read_to_their_end(flood: str) -> None:
    data = FLOODS[flood]
    began = time.perf_counter()
    document = clean(RawPage(flood, data))
    assert time.perf_counter() - began < SECONDS_PER_MB * max(1.0, len(data) / 1e6)
    assert_lawful(document)
    assert DEEP in document.text or any(DEEP in cut.text for cut in document.cuts)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<html><body></body></html>", "no text"),
        (b"<html><body><script>x()</script><img src=1></body></html>", "no text"),
        (b"<html><frameset><frame src=a.htm><noframes>no frames</noframes></frameset></html>", "frameset"),
        (b"a" * 2_000_000, "one character"),
        ("云".encode() * 700_000, "one character"),
    ],
)
def test_pages_without_text(data: bytes, reason: str) -> None:
    with pytest.raises(PageError, match=reason) as caught:
        clean(RawPage("page", data))
    assert caught.value.stage == "clean"


@pytest.mark.parametrize(
    "markup",
    [
        "<html><body><p>前言在此，请读者留意。</p></body></html><p>后文在此，请读者留意。</p>",
        "<html><head><title>甲</title></head><body><div>导航</div></body></html><html><body><p>前言在此，请读者留意。</p><p>后文在此，请读者留意。</p></body></html>",
        "<p>前言在此，请读者留意。\0</p><p>后文在此，请读者留意。</p>",
        '<?xml version="1.0" encoding="gb2312"?><html><body><p>前言在此，请读者留意。</p><p>后文在此，请读者留意。</p></body></html>',
        "<p>前言在此，请读者留意。<table><p>后文在此，请读者留意。</p></table>",
        "<p>前言在此，请读者留意。</p><li>后文在此，请读者留意。",
    ],
)
def test_broken_markup_loses_nothing(markup: str) -> None:
    text = clean(RawPage("page", markup.encode())).text
    assert "前言在此" in text
    assert "后文在此" in text


_PIECES = st.sampled_from(
    [
        "<table>",
        "</table>",
        "<tr>",
        "<td rowspan=3>",
        "<ol start=5>",
        "<li>",
        "</ol>",
        "<div style='display:none'>",
        "</div>",
        "<br>",
        "<pre>",
        "</pre>",
        "<a href=x>",
        "</a>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<title>",
        "</title>",
        "<h1>",
        "</h1>",
        "<p>",
        "</html>",
        "<select>",
        "&nbsp;",
        "&#12288;",
        "来源：",
        "时间：2012-01-01",
        "上一篇：",
        "责任编辑：",
        "【",
        "（",
        "下一页 1 2 3",
        "云川市图书馆举办活动，读者很多。",
        "\u3000",
        "\x85",
        "\u2028",
        "\t",
        "\n",
        "1",
        " ",
    ]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(_PIECES, st.text(max_size=8)), max_size=60))
def test_any_markup(pieces: list[str]) -> None:
    _read(("<html><body>" + "".join(pieces)).encode("utf-8", "surrogatepass"))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(_PIECES, st.text(max_size=12)), max_size=40))
def test_any_text(lines: list[str]) -> None:
    _read("\n".join(lines).encode("utf-8", "surrogatepass"))


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=300),
    st.integers(0, 4000),
    st.integers(0, 300),
    st.sampled_from(["table_gbk", "portal_news", "govdoc_table", "discuz"]),
)
def test_damaged_pages(damage: bytes, at: int, lost: int, template: str) -> None:
    data = sample(template, "table").page.data
    _read(data[:at] + damage + data[at + lost :])


def _read(data: bytes) -> None:
    first, second = _outcome(data), _outcome(data)
    assert first == second
    if isinstance(first, Document):
        assert_lawful(first)
    else:
        assert first.startswith(("decode: ", "clean: "))


def _outcome(data: bytes) -> Document | str:
    try:
        return clean(RawPage("page", data))
    except PageError as error:
        return str(error)
