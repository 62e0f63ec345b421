"""Which dates govern a number: the day an institution was founded governs nothing that it has today."""

from __future__ import annotations

import pytest

from pipeline.corridor import Corridor
from pipeline.model import RawPage

CORRIDOR = Corridor()


def periods(sentence: str) -> list[tuple[str | None, str]]:
    """(period, kind) of the page's indicators and visits, in order."""
    page = f"云川市图书馆2023年工作总结\n\n2023年，我馆各项工作稳步推进。\n{sentence}\n"
    rows = CORRIDOR.rows(RawPage(source="page.txt", data=page.encode()))
    return [(row.period, row.period_kind) for row in (*rows["visits"], *rows["indicators"])]


@pytest.mark.parametrize(
    "sentence",
    [
        "图书馆始建于1956年，占地15亩。",
        "县馆成立于1978年，现有藏书12万册。",
        "馆舍1987年迁入现址，建筑面积3600平方米。",
        "1958年正式建馆，占地6亩。",
        "2003年经市政府批准建立，占地8亩。",
        "2019年9月新馆竣工，建筑面积3.2万平方米。",
    ],
)
def test_a_founding_date_dates_nothing_that_is_there(sentence: str) -> None:
    assert periods(sentence) == [(None, "unknown")]


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("2021年新购图书1.2万册。", "2021"),
        ("12月28日，全年到馆人次突破90万。", "2023"),
        ("自2015年以来，累计接待读者360万人次。", "2015/.."),
        ("4月23日，到馆读者2300人次。", "2023-04-23"),
    ],
)
def test_other_dates_do(sentence: str, period: str) -> None:
    assert [value for value, _ in periods(sentence)] == [period]
