"""Numbers that no measure names: which are indicators all the same, and which never."""

from __future__ import annotations

import pytest

from pipeline import extract_page
from pipeline.corridor import Corridor
from pipeline.model import Block, Document, Metadata


@pytest.fixture(scope="module")
def corridor() -> Corridor:
    return Corridor()


def values(corridor: Corridor, text: str) -> list[float | None]:
    document = Document("page", text, (Block("paragraph", 0, len(text)),), Metadata(site="云川市图书馆"), kind="report")
    return [getattr(row, "value", None) for row in corridor.tables(document)["indicators"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("更换老化书架132米。", [132]),
        ("现有汽车图书馆1辆。", [1]),
        ("读者投诉由42起降到11起。", [42, 11]),
        ("馆舍建筑面积由3200平方米扩大到5350平方米。", [3200, 5350]),
    ],
)
def test_counted(corridor: Corridor, text: str, expected: list[float]) -> None:
    assert values(corridor, text) == expected


@pytest.mark.parametrize("text", ["纪念塔高38.15米。", "展线全长约1200米。", "馆里来了一辆车。", "我馆只有1个想法。"])
def test_not_counted(corridor: Corridor, text: str) -> None:
    assert values(corridor, text) == []


@pytest.mark.parametrize(("text", "people"), [("新馆试开放半年吸引12万观众。", [120000.0]), ("讲座上一位读者说，两位观众笑了。", [])])
def test_visitors_who_are_their_own_unit_and_those_told_in_passing(text: str, people: list[float]) -> None:
    page = extract_page(f"云川市博物馆开馆\n云川市博物馆建于2001年。\n{text}".encode())
    assert [float(value) for value in page["visits"]["value"]] == people


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("位于滨江市黄河路，陈列面积共计9600平方米。", 9600.0),
        ("全国巡展50余场。", 50.0),
        ("馆舍建筑面积3000余平米。", 3000.0),
    ],
)
def test_places_tours_and_short_units_are_ours(text: str, value: float) -> None:
    page = extract_page(f"云川市博物馆简介\n云川市博物馆建于2001年。\n{text}".encode())
    assert value in {float(each) for each in page["indicators"]["value"]}


def test_what_the_whole_country_did_is_not_ours() -> None:
    page = extract_page("云川市博物馆简介\n云川市博物馆建于2001年。\n全国举办展览3万场。".encode())
    assert 30000.0 not in {float(each) for each in page["indicators"]["value"]}


@pytest.mark.parametrize(("text", "found"), [("电子阅览室免费上网机时6.8万小时。", [68000.0]), ("讲座历时3小时。", [])])
def test_many_hours_are_a_sum_of_use(text: str, found: list[float]) -> None:
    page = extract_page(f"云川市图书馆2023年总结\n我馆工作稳步推进。\n{text}".encode())
    assert [float(each) for each in page["indicators"]["value"]] == found
