"""Whole numerals."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.values import integer, numeral, years


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7),
        ("07", 7),
        ("１２", 12),
        ("1,234", 1234),
        ("3.5", Decimal("3.5")),
        ("3.5万", 35000),
        ("十", 10),
        ("二十一", 21),
        ("两", 2),
        ("百万", 1_000_000),
        ("二〇一二", 2012),
        ("①", 1),
        ("⑳", 20),
        ("㈩", 10),
        ("Ⅳ", 4),
        ("负一百二十三", -123),
        ("-3.5", Decimal("-3.5")),
        ("－3万", -30000),
        ("+7", 7),
        ("--3", None),
        ("负", None),
        ("-", None),
        ("", None),
        ("七八", None),
        ("几十", None),
        ("40多万", None),
        ("12人", None),
        ("约12", None),
        ("图书馆", None),
        ("1" * 40, None),
    ],
)
def test_numeral(text: str, value: int | Decimal | None) -> None:
    assert numeral(text) == value


def test_integer_is_no_fraction() -> None:
    assert integer("3.5") is None
    assert integer("3.0") == 3


def test_years() -> None:
    assert years("（1998年、２００３）") == ["1998", "2003"]
    assert years("98年、12345") == []
