"""Numbered points whose names begin with a date."""

from __future__ import annotations

import pytest

from pipeline import extract_page


def labels(text: str) -> list[tuple[str, str]]:
    rows = extract_page(("云川市图书馆2021年所获荣誉\n" + text).encode())["initiatives"]
    return list(zip(rows["label"], rows["title"].str[:4], strict=True))


@pytest.mark.parametrize("date", ["2021年", "3月6", "12月"])
def test_a_mark_before_a_date(date: str) -> None:
    text = f"1.{date}，获评先进集体。\n2.{date}，获评文明单位。\n"
    assert [label for label, _ in labels(text)] == ["1.", "2."]


def test_a_decimal_is_no_mark() -> None:
    assert labels("全年接待读者\n1.2021万人次，外借\n2.3万册次。\n") == []
