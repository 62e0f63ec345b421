"""Each kind of check: a page that raises it, and one that doesn't."""

from __future__ import annotations

import pytest

from pipeline.corridor import Corridor
from pipeline.model import Block, Document, Metadata
from pipeline.schema import CheckRow

HOME = "云川市图书馆"


@pytest.fixture(scope="module")
def corridor() -> Corridor:
    return Corridor()


def checks(corridor: Corridor, text: str, title: str | None = None, published: str | None = None) -> list[CheckRow]:
    blocks = tuple(Block("paragraph", start, start + len(line)) for start, line in _lines(text))
    document = Document("page", text, blocks, Metadata(site=HOME, title=title, published=published), kind="report")
    return [row for row in corridor.tables(document)["checks"] if isinstance(row, CheckRow)]


def _lines(text: str) -> list[tuple[int, str]]:
    at, found = 0, []
    for line in text.split("\n"):
        found.append((at, line))
        at += len(line) + 1
    return found


POINTS = "一、抓阵地。书香更浓。\n二、抓活动。读者更多。\n三、抓队伍。服务更好。"


def test_a_headline_is_held_against_the_points(corridor: Corridor) -> None:
    (row,) = checks(corridor, POINTS, "云川市图书馆“五大行动”见成效")
    assert (row.kind, row.severity, row.expected, row.found) == ("headline_count", "info", 5, 3)
    assert (row.field, row.quote, row.other_quote) == ("title", "五大", "一、")


def test_a_headline_that_counts_right_raises_nothing(corridor: Corridor) -> None:
    assert checks(corridor, POINTS, "云川市图书馆“三大行动”见成效") == []


def test_a_part_above_its_total(corridor: Corridor) -> None:
    (row,) = checks(corridor, "我馆现有职工12人，其中本科21人。")
    assert (row.kind, row.expected, row.found, row.severity) == ("part_over_total", 12, 21, "warning")
    assert "21" in row.quote
    assert row.other_quote is not None
    assert "12" in row.other_quote


def test_parts_below_their_total_raise_nothing(corridor: Corridor) -> None:
    assert checks(corridor, "我馆现有职工32人，其中本科21人、大专16人。") == []


def test_two_values_for_one_measure_and_year(corridor: Corridor) -> None:
    found = checks(corridor, "2019年接待读者12万人次。\n据统计，2019年接待读者13万人次。")
    assert [(row.kind, row.expected, row.found) for row in found] == [("two_values", 120000, 130000)]


def test_one_value_told_twice_raises_nothing(corridor: Corridor) -> None:
    assert checks(corridor, "2019年接待读者12万人次。\n据统计，2019年接待读者12万人次。") == []


def test_a_jump_between_years(corridor: Corridor) -> None:
    found = checks(corridor, "2018年接待读者1.2万人次。\n2019年接待读者13万人次。")
    assert [(row.kind, row.expected, row.found) for row in found] == [("jump", 12000, 130000)]


def test_growth_is_no_jump(corridor: Corridor) -> None:
    assert checks(corridor, "2018年接待读者11万人次。\n2019年接待读者13万人次。") == []


def test_a_fact_later_than_its_page(corridor: Corridor) -> None:
    (row,) = checks(corridor, "2019年接待读者12万人次。", published="2018-03-01")
    assert (row.kind, row.other_quote) == ("date_order", None)


def test_an_honour_before_the_institution_existed(corridor: Corridor) -> None:
    (row,) = checks(corridor, "云川市图书馆成立于1998年。\n1995年被评为市级文明单位。")
    assert (row.kind, row.expected, row.found) == ("date_order", 1998, 1995)


def test_every_check_cites_both_sides(corridor: Corridor) -> None:
    text = "2018年接待读者1.2万人次。\n2019年接待读者13万人次。"
    for row in checks(corridor, text):
        assert text[row.start : row.end] == row.quote
        assert row.other_start is not None
        assert text[row.other_start : row.other_end] == row.other_quote
