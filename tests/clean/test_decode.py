"""Decoding: 19 situations on every template, and the policy's steps one by one."""

from __future__ import annotations

import opencc
import pytest
from sample_pages import GOLD, sample
from situations import SITUATIONS

from pipeline.clean import clean, decode
from pipeline.errors import PageError
from pipeline.model import RawPage

_TRADITIONAL = opencc.OpenCC("s2t")


@pytest.mark.parametrize("situation", SITUATIONS)
def test_situation(situation: str) -> None:
    wrong = []
    for template, gold in GOLD.items():
        page = sample(template, "report", encoding="utf-8")
        html, text = page.page.data.decode("utf-8"), page.text
        if situation.startswith("big5") and not gold.get("traditional"):
            html, text = _TRADITIONAL.convert(html), _TRADITIONAL.convert(text)
        found = clean(RawPage(template, SITUATIONS[situation](html))).text
        for damage in ("㑇䶮", "\ufffd"):
            found = found.replace(damage, "")
        if found.replace("\u3000", "") != text:
            wrong.append(template)
    assert not wrong


@pytest.mark.parametrize(
    ("data", "transport", "charset", "text"),
    [
        ("云川市图书馆".encode(), None, "utf-8", "云川市图书馆"),
        ("云川市图书馆".encode(), "gb2312", "utf-8", "云川市图书馆"),
        (b"\xef\xbb\xbf" + "云川".encode(), None, "utf-8", "云川"),
        ("云川市图书馆，二〇一三年的工作总结。".encode("gbk"), None, "gb18030", "云川市图书馆，二〇一三年的工作总结。"),
        ("云川市图书馆".encode("gbk"), "GBK", "gb18030", "云川市图书馆"),
        ("雲川縣立圖書館的讀者服務與活動公告".encode("big5"), "big5", "big5hkscs", "雲川縣立圖書館的讀者服務與活動公告"),
        ("雲川縣立圖書館的讀者服務與活動公告，我們將於本月舉辦說故事活動。".encode("big5"), None, "big5hkscs", None),
        ("云川市图书馆".encode("utf-16"), None, "utf-16-le", "云川市图书馆"),
        ("<p>云川市图书馆</p>".encode("utf-16-be"), None, "utf-16-be", "<p>云川市图书馆</p>"),
        ("naïve café".encode("cp1252"), "iso-8859-1", "cp1252", "naïve café"),
    ],
)
def test_policy(data: bytes, transport: str | None, charset: str, text: str | None) -> None:
    decoded = decode(data, transport)
    assert decoded.charset == charset
    assert text in (None, decoded.text)
    assert decoded.errors == 0
    assert decoded.reason


def test_a3a0_is_an_ideographic_space() -> None:
    assert decode("云川".encode("gbk") + b"\xa3\xa0" + "图书馆的读者".encode("gbk")).text == "云川\u3000图书馆的读者"


def test_errors_are_counted() -> None:
    data = "云川市图书馆的读者服务，".encode() * 40
    decoded = decode(data[:30] + b"\xff" + data[30:])
    assert (decoded.charset, decoded.errors) == ("utf-8", 1)


def test_declared_are_listed_in_order_without_repeats() -> None:
    page = b'<?xml version="1.0" encoding="GBK"?><meta charset="gb2312"><meta http-equiv=Content-Type content="text/html; charset=gbk">'
    assert decode(page, "UTF-8").declared == ("utf-8", "gbk", "gb2312")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t ", "blanks"),
        (b"\0\0\0", "blanks"),
        (b"%PDF-1.4\n%\xe2\xe3", "PDF"),
        (b"PK\x03\x04\x14\0", "zip"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"GIF89a\x01\0", "GIF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Office"),
        (b"\0\0\0\x18ftypmp42", "MP4"),
        (bytes(range(256)) * 40, "binary"),
    ],
)
def test_what_is_no_page(data: bytes, reason: str) -> None:
    with pytest.raises(PageError, match=reason) as caught:
        decode(data)
    assert caught.value.stage == "decode"


@pytest.mark.parametrize("text", ["BMW车友会读者活动", "MZ世代阅读报告", "ID3标签怎样读"])
def test_text_that_begins_like_a_binary_file(text: str) -> None:
    assert decode(text.encode()).text == text
