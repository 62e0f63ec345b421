"""What holds for a whole page: whether it is a plan, and whose page it is."""

from __future__ import annotations

import pytest

from pipeline.corridor import Corridor
from pipeline.model import Block, Document, Metadata

INTRODUCTION = (
    "云川第九中学创建于1952年，是省级语言文字规范化示范校，校园占地约150亩，建有400米跑道，"
    "后来又新修了可容纳千人的报告厅和一座三层的图书楼。\n全校现有教职工241名，专任教师218名。"
)


@pytest.fixture(scope="module")
def corridor() -> Corridor:
    return Corridor()


def page(text: str, title: str | None = None) -> Document:
    blocks, at = [], 0
    for line in text.split("\n"):
        blocks.append(Block("paragraph", at, at + len(line)))
        at += len(line) + 1
    return Document("page", text, tuple(blocks), Metadata(title=title), kind="report")


def test_an_opening_sentence_is_no_headline(corridor: Corridor) -> None:
    """规范 in a sentence of the body doesn't make the page a rule."""
    assert [getattr(row, "value", None) for row in corridor.tables(page(INTRODUCTION))["staff"]] == [241, 218]


@pytest.mark.parametrize("title", ["云川第九中学2026年工作计划", "云川第九中学教职工管理规定"])
def test_a_headline_of_a_plan_or_a_rule_holds_for_all(corridor: Corridor, title: str) -> None:
    assert not corridor.tables(page(INTRODUCTION, title))["staff"]


def reporter(corridor: Corridor, document: Document) -> set[object]:
    """The institutions of the page's visits and indicators."""
    rows = corridor.tables(document)
    return {getattr(row, "institution", None) for table in ("visits", "indicators") for row in rows[table]}


def test_an_own_word_begins_no_name(corridor: Corridor) -> None:
    document = page("我馆古籍源出青石书院旧藏，现存线装古籍3186部。我馆读者全年到馆2万人次。", "云川县图书馆古籍工作汇报")
    assert reporter(corridor, document) == {"云川县图书馆"}


def test_one_name_and_words_of_the_trade_make_it_the_reporter(corridor: Corridor) -> None:
    text = "清末创设的青石藏书楼，是云川市图书馆的源头。如今馆藏168万册，读者活动1480场，书刊外借196万册次，职工71人。"
    assert reporter(corridor, page(text)) == {"云川市图书馆"}


def test_the_same_in_a_newspaper_proves_nothing(corridor: Corridor) -> None:
    text = "本报讯 记者从青石藏书楼旧址走过，想起云川市图书馆。全市馆藏168万册，读者活动1480场，书刊外借196万册次。"
    assert "云川市图书馆" not in reporter(corridor, page(text))


def test_that_house_is_the_one_told_before(corridor: Corridor) -> None:
    """该馆 behind another institution's name is that one."""
    text = "我馆全年接待读者12万人次。8月，云川大学图书馆与我馆签约，该馆现有馆藏480万册。"
    rows = corridor.tables(page(text, "云川市图书馆2023年工作总结"))
    assert [getattr(row, "value", None) for row in (*rows["visits"], *rows["indicators"])] == [120000]
