"""EDTF strings: the calendar behind them, and (where installed) the edtf package as an oracle of their validity."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.values import bounds, dates
from pipeline.values.edtf import neighbour, possible, shifted

from .corpus import entries


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2012", "2012-01-01", "2012-12-31"),
        ("2012-02", "2012-02-01", "2012-02-29"),
        ("2012-09-05", "2012-09-05", "2012-09-05"),
        ("2012-12~", "2012-12-01", "2012-12-31"),
        ("2012-24", "2012-12-01", "2013-02-28"),
        ("2012-21", "2012-03-01", "2012-05-31"),
        ("198X", "1980-01-01", "1989-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2012-07/2012-09", "2012-07-01", "2012-09-30"),
        ("2010/..", "2010-01-01", None),
        ("../2012-12~", None, "2012-12-31"),
        ("XXXX-12-20", None, None),
        ("-0220", None, None),
        (None, None, None),
    ],
)
def test_bounds(text: str | None, first: str | None, last: str | None) -> None:
    assert bounds(text) == tuple(date.fromisoformat(day) if day else None for day in (first, last))


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("2012", "2011", "2013"),
        ("2012-01", "2011-12", "2012-02"),
        ("2012-12", "2012-11", "2013-01"),
        ("2012-03-01", "2012-02-29", "2012-03-02"),
        ("198X", "1979", "1990"),
        ("2012-21", "2012-02", "2012-06"),
        ("0000", "-0001", "0001"),
    ],
)
def test_neighbours(text: str, before: str, after: str) -> None:
    assert (neighbour(text, -1), neighbour(text, 1)) == (before, after)


def test_the_calendar() -> None:
    assert possible(2012, 2, 29)
    assert not possible(2011, 2, 29)
    assert possible(None, 2, 29)
    assert not possible(2012, 13)
    assert not possible(2012, 9, 31)


def test_moments_outside_the_calendar_have_no_date() -> None:
    assert shifted(date(2013, 1, 13), -3000, "year") is None
    assert shifted(date(2013, 1, 13), 10**9, "day") is None
    assert dates("十万年前", "2013-01-13")[0].edtf is None


def test_dates_outside_the_calendar_are_read() -> None:
    assert dates("公元1年")[0].earliest == date(1, 1, 1)
    assert dates("公元前1年")[0].edtf == "0000"


def test_strings_are_valid() -> None:
    parse = pytest.importorskip("edtf", reason="the edtf package is an oracle of the tests only").parse_edtf
    strings = sorted({entry.header[0] for entry in entries("dates") if entry.header[0] not in ("-", "none")})
    for text in strings[::4]:  # it takes 13 ms a string
        assert parse(text), text
