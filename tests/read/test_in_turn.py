"""分别: as many heads or years before it as numbers behind it, each its own."""

from __future__ import annotations

import pytest

from pipeline import extract_page

HEAD = "云川市图书馆2023年工作总结\n2023年，我馆各项事业稳步发展。\n"


def told(text: str) -> list[tuple[str, float, str | None]]:
    rows = extract_page((HEAD + text).encode())
    return [
        (row.measure, row.value, row.period)
        for table in ("visits", "indicators")
        for row in rows[table].astype(object).where(rows[table].notna(), None).itertuples()
    ]


def test_each_number_has_its_head() -> None:
    assert told("到馆人数、借阅量分别为12.5万人次、30.2万册次。") == [("visits_physical", 125000, None), ("loans", 302000, None)]
    assert told("讲座、展览、培训分别达24场、6场和12期。") == [
        ("lectures", 24, None),
        ("exhibitions", 6, None),
        ("training_courses", 12, None),
    ]


def test_categories_of_staff() -> None:
    staff = extract_page((HEAD + "全馆职工15人，本科、大专学历分别有10人、5人。").encode())["staff"]
    assert list(zip(staff["category"], staff["value"], strict=True)) == [("staff_total", 15), ("bachelor", 10), ("associate", 5)]


@pytest.mark.parametrize("years", ["2021年、2022年", "2021、2022年", "2021年和2022年"])
def test_each_number_has_its_year(years: str) -> None:
    assert told(f"{years}分别接待读者12万人次、15万人次。") == [("visits_physical", 120000, "2021"), ("visits_physical", 150000, "2022")]


def test_not_as_many_heads_as_numbers() -> None:
    assert told("外借图书分别为12万册次、15万册次。") == [("loans", 120000, None), ("loans", 150000, None)]
    assert told("2020至2022年分别接待读者12万人次、15万人次、16万人次。")[0] == ("visits_physical", 120000, "2020/2022")


def test_words_that_begin_as_a_lead_does() -> None:
    indicators = extract_page((HEAD + "有效读者证2.3万个。").encode())["indicators"]
    assert list(indicators["measure_text"]) == ["有效读者证"]
