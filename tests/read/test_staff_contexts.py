"""Head counts that no total introduces: posts, breakdowns, a house's people who did something."""

from __future__ import annotations

import pytest

from pipeline import extract_page
from pipeline.corridor import Corridor
from pipeline.model import RawPage

CORRIDOR = Corridor()


def staff(sentence: str) -> list[tuple[str, float | None]]:
    page = f"云川市图书馆2023年工作总结\n\n2023年，我馆各项工作稳步推进。\n{sentence}\n"
    return [(row.category, row.value) for row in CORRIDOR.rows(RawPage(source="page.txt", data=page.encode()))["staff"]]


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        ("领导职数：馆长1人、副馆长2人。", [("management", 1), ("management", 2)]),
        ("副高级2人、中级5人、初级4人。", [("senior_associate", 2), ("intermediate", 5), ("junior", 4)]),
        ("现有在职职工85人，其中事业编制61人。", [("staff_total", 85), ("established", 61)]),
        ("馆内9名讲解员轮流值班。", [("docent", 9)]),
        ("除15名在职职工外，另招募志愿者58名。", [("staff_total", 15)]),
        ("馆员从24人增加到51人。", [("staff_total", 24), ("staff_total", 51)]),
    ],
)
def test_counts(sentence: str, rows: list[tuple[str, float]]) -> None:
    assert staff(sentence) == rows


def test_posts_told_beside_those_who_hold_them_are_no_target() -> None:
    page = "云川市图书馆2023年工作总结\n\n2023年，我馆各项工作稳步推进。\n我馆编制12人，实际9人。\n"
    rows = CORRIDOR.rows(RawPage(source="page.txt", data=page.encode()))["indicators"]
    assert [(row.measure, row.value) for row in rows][:1] == [("authorized_posts", 12)]


@pytest.mark.parametrize(
    "sentence",
    ["读者中本科320人、大专210人、高中150人。", "15名职工参加了业务考试。", "来自各县的馆长12名参加座谈。", "全市核定编制61名。"],
)
def test_counts_nothing(sentence: str) -> None:
    assert staff(sentence) == []


def test_those_among_whom_others_are_counted() -> None:
    rows = extract_page("云川市图书馆人员\n云川市图书馆定编21人。18名在编人员里，中级9人、初级4人。".encode())["staff"]
    assert list(rows["value"]) == [18, 9, 4]


def test_posts_that_are_granted_are_no_people() -> None:
    rows = extract_page("云川市图书馆人员\n云川市图书馆核定编制48名（管理岗位9名、专业技术岗位36名），目前在编44名。".encode())["staff"]
    assert list(rows["value"]) == [44]
