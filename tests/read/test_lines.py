"""Tables that a dump flattened to lines: labels above their numbers, running numbers between label and value."""

from __future__ import annotations

import pytest

from pipeline import extract_page

HEAD = "云川县文化馆2021年度自评表\n云川县文化馆是公益性文化事业机构。\n"


def values(text: str, table: str) -> list[float]:
    return [float(value) for value in extract_page((HEAD + text).encode())[table]["value"]]


@pytest.mark.parametrize(
    "lines", ["实有人数 |\n14 |\n", "实有人数\n14\n", "职工总数：\n14人\n地址：滨江路9号\n", "在职职工 |\n14 |\n联系电话 |\n05550136 |\n"]
)
def test_a_number_alone_on_its_line_has_the_label_above(lines: str) -> None:
    assert values(lines, "staff") == [14]


@pytest.mark.parametrize("lines", ["第一季度我馆职工都参加了学习。\n14\n", "职工风采\n\n二、14\n", "联系人\n14\n"])
def test_a_line_above_that_is_no_label_gives_nothing(lines: str) -> None:
    assert values(lines, "staff") == []


def test_running_numbers_of_rows_count_nothing() -> None:
    text = "从业人员\t1\t27\n其中：中级职称\t2\t9\n组织文艺活动次数（次）\t3\t118\n"
    page = extract_page((HEAD + text).encode())
    assert [float(value) for value in page["staff"]["value"]] == [27, 9]
    reasons = page["quantities"].loc[page["quantities"]["reason"] == "the number of a row", "value"]
    assert [float(value) for value in reasons] == [1, 2, 3]


def test_two_rows_are_no_running_numbers() -> None:
    page = extract_page((HEAD + "职工\t1\t27\n馆长\t2\t9\n").encode())
    assert not (page["quantities"]["reason"] == "the number of a row").any()
