"""Chronicles: the year stands in a line of its own, and the entries below name months and days."""

from __future__ import annotations

import pytest

from pipeline.corridor import Corridor
from pipeline.model import Block, Document, Metadata
from pipeline.read.years import headed_years

CHRONICLE = (
    "2018年\n3月5日，举办讲座12场。\n2019年\n5月，获评“省级文明单位”称号。\n● 被评为全市先进集体\n"
    "2016年前\n● 被评为全国文明单位\n6月，举办展览3期。"
)


def blocks(text: str) -> tuple[Block, ...]:
    made, at = [], 0
    for line in text.split("\n"):
        made.append(Block("paragraph", at, at + len(line)))
        at += len(line) + 1
    return tuple(made)


@pytest.fixture(scope="module")
def rows() -> dict[str, list[tuple[str, str | None]]]:
    """The chronicle's rows: table to (quote, date or period)."""
    metadata = Metadata(site="云川市图书馆", title="云川市图书馆大事记", published="2024-03-02")
    found = Corridor().tables(Document("page", CHRONICLE, blocks(CHRONICLE), metadata, kind="report"))
    return {
        "indicators": [(getattr(row, "quote", ""), getattr(row, "period", None)) for row in found["indicators"]],
        "awards": [(getattr(row, "name", ""), getattr(row, "date", None)) for row in found["awards"]],
    }


def test_months_and_days_are_the_headings_year(rows: dict[str, list[tuple[str, str | None]]]) -> None:
    assert rows["indicators"][0] == ("举办讲座12场", "2018-03-05")


def test_honours_take_the_headings_year_where_they_tell_none(rows: dict[str, list[tuple[str, str | None]]]) -> None:
    assert rows["awards"] == [("省级文明单位", "2019-05"), ("全市先进集体", "2019"), ("全国文明单位", None)]


@pytest.mark.parametrize("line", ["2018年", "【2018年】", "2018年度：", "2018年大事记"])
def test_a_line_that_is_a_year(line: str) -> None:
    text = f"{line}\n3月，开馆。"
    assert headed_years(blocks(text), text.replace("：", ":"))[1] == "2018"


@pytest.mark.parametrize("line", ["2018年我馆开馆", "2016年前", "2018年3月", "2018"])
def test_a_line_that_is_none(line: str) -> None:
    assert headed_years(blocks(f"{line}\n3月，开馆。"), f"{line}\n3月，开馆。")[1] is None


def test_this_year_is_the_page_s_own() -> None:
    """2018年 told before doesn't make 今年10月 one of 2018."""
    text = "2018年新馆开放。今年10月，我馆荣获“省级文明单位”称号。"
    metadata = Metadata(site="云川市图书馆", title="新馆开放以来", published="2020-11-02")
    found = Corridor().tables(Document("page", text, blocks(text), metadata, kind="news"))
    assert [getattr(row, "date", None) for row in found["awards"]] == ["2020-10"]
