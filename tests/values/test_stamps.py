"""Dates of publication as content systems print them."""

from __future__ import annotations

import pytest

from pipeline.values import address_stamp, cell_stamp, line_stamp, short_stamp, stamp, stamp_place


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2013-01-13", "2013-01-13"),
        ("2013/1/3 9:12:44", "2013-01-03"),
        ("2013.1.3", "2013-01-03"),
        ("2013年1月3日", "2013-01-03"),
        ("2013年01月03日 08时01分", "2013-01-03"),
        ("2013 - 01 - 03", "2013-01-03"),
        ("2013-01-03T08:16:31+08:00", "2013-01-03"),
        ("20130103", "2013-01-03"),
        ("2022-06-15-14:20:07", "2022-06-15"),
        ("二〇一三年一月三日", "2013-01-03"),
        ("二○一三年十二月三十一日", "2013-12-31"),
        ("January 3, 2013", "2013-01-03"),
        ("3 Jan 2013", "2013-01-03"),
        ("2013年1月", "2013-01"),
        ("2013-13-45 2013-02-03", "2013-02-03"),
        ("2013-02-30", None),
        ("123456789", None),
        ("12345678901234", None),
        ("2013", None),
        ("电话0999-2013-01", None),
        ("", None),
    ],
)
def test_stamp(text: str, edtf: str | None) -> None:
    assert stamp(text) == edtf


@pytest.mark.parametrize(("text", "edtf"), [("13-01-03", "2013-01-03"), ("98/1/3", "1998-01-03"), ("13-13-13", None), ("2013-01-03", None)])
def test_two_digit_years(text: str, edtf: str | None) -> None:
    assert short_stamp(text) == edtf


def test_span() -> None:
    assert stamp_place("于2013-01-03发") == (1, 11)
    assert stamp_place("无") is None


@pytest.mark.parametrize(
    ("url", "edtf"),
    [
        ("http://yc.example/2013/0113/12345.html", "2013-01-13"),
        ("http://yc.example/n/2013/01/13/c1234-567.html", "2013-01-13"),
        ("http://yc.example/2013-01/13/content_1.htm", "2013-01-13"),
        ("http://yc.example/gzdt/201301/t20130113_4567.html", "2013-01-13"),
        ("http://yc.example/20131313/1.html", None),
        ("http://yc.example/show.asp?id=2013011355", None),
    ],
)
def test_dates_in_addresses(url: str, edtf: str | None) -> None:
    assert address_stamp(url) == edtf


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("2018.08 先进集体", ("2018-08", 8)),
        ("2018/8先进", ("2018-08", 6)),
        ("2018.13 先进", None),
        ("2018.8.5", None),
        ("先进2018.08", None),
    ],
)
def test_a_month_before_a_line(line: str, told: tuple[str, int] | None) -> None:
    assert line_stamp(line, 0, len(line)) == told


@pytest.mark.parametrize(
    ("cell", "edtf"),
    [("2018", "2018"), ("2018年", "2018"), (" 2018.8 ", "2018-08"), ("2018年8月5日", "2018-08-05"), ("2018.2.30", "2018"), ("二楼", None)],
)
def test_a_cell_of_dates(cell: str, edtf: str | None) -> None:
    assert cell_stamp(cell) == edtf
