"""What a number without words of its own takes from the numbers before it."""

from __future__ import annotations

import pytest

from pipeline.corridor import Corridor
from pipeline.model import RawPage
from pipeline.schema import FACTS


@pytest.fixture(scope="module")
def corridor() -> Corridor:
    return Corridor()


def facts(corridor: Corridor, sentence: str, institution: str = "云川市博物馆") -> dict[float, str]:
    """Each value with its measure or category."""
    page = f"{institution}2023年工作总结\n\n2023年，我馆各项事业稳步发展。\n{sentence}\n"
    rows = corridor.rows(RawPage("p.txt", page.encode()))
    told = [row for table in FACTS for row in rows[table] if getattr(row, "value", None) is not None]
    return {row.value: getattr(row, "category", None) or getattr(row, "measure", "") for row in told}


@pytest.mark.parametrize(
    ("sentence", "value", "measure"),
    [
        ("接待团队826批43600人。", 43600, "visits_physical"),
        ("接待各级机关、部队、学校等团体参观1260批次、8.3万人次。", 83000, "visits_physical"),
        ("接待外宾36批412人次。", 412, "visits_physical"),
    ],
)
def test_joined_numbers_share_their_words(corridor: Corridor, sentence: str, value: float, measure: str) -> None:
    assert facts(corridor, sentence)[value] == measure


def test_files_joined_to_their_readers(corridor: Corridor) -> None:
    assert facts(corridor, "利用档案2860人次、7930卷次。", "云川市档案馆") == {2860: "archive_users", 7930: "other"}


def test_a_sum_of_groups_is_the_total(corridor: Corridor) -> None:
    assert facts(corridor, "在编人员18人，聘用人员22人，共计40人。") == {18: "established", 22: "non_established", 40: "staff_total"}
    assert facts(corridor, "在编人员15人、聘用人员21人，共36人。")[36] == "staff_total"


def test_people_behind_troupes_are_no_visits(corridor: Corridor) -> None:
    sentence = "辖村文化服务中心23个，业余文艺队31支860人。"
    assert 860 not in facts(corridor, sentence, "云川市文化馆")


def test_those_who_rose_did_not_come(corridor: Corridor) -> None:
    assert 4 not in facts(corridor, "接待观众136人次，4人晋升副高级职称。")


def test_houses_together_are_nobodys(corridor: Corridor) -> None:
    assert facts(corridor, "图书馆、文化馆全年共服务群众126万人次。") == {}


def test_the_whole_year_behind_a_day(corridor: Corridor) -> None:
    page = "云川市博物馆2023年大事记\n\n12月31日　全年开放298天，接待观众41万人次。\n"
    (row,) = corridor.rows(RawPage("p.txt", page.encode()))["visits"]
    assert (row.period, row.period_kind) == ("2023", "annual")


def test_a_point_on_the_year_after_is_a_plan(corridor: Corridor) -> None:
    assert 3500 not in facts(corridor, "一、全年工作\n接待观众41万人次。\n二、2024年主要工作\n接待观众3500人次。")


def test_a_headline_on_a_sector_names_nobody(corridor: Corridor) -> None:
    page = "云川市文博系统2022年年报\n\n全市有博物馆23座。全年接待观众312万人次，其中云川市博物馆接待观众74万人次。\n"
    rows = corridor.rows(RawPage("p.txt", page.encode()))["visits"]
    assert [(row.value, row.institution) for row in rows] == [(740000, "云川市博物馆")]


def test_short_names_in_the_news_of_several(corridor: Corridor) -> None:
    page = "假期文博场馆迎客忙\n\n本报讯 苍岭革命纪念馆接待游客3.8万人。\n市博物馆五天接待观众5.3万人次。\n"
    rows = corridor.rows(RawPage("p.txt", page.encode()))["visits"]
    assert [(row.value, row.institution) for row in rows] == [(38000, "苍岭革命纪念馆"), (53000, "市博物馆")]


def test_posts_as_a_part_of_the_staff_are_people(corridor: Corridor) -> None:
    assert facts(corridor, "现有员工58人，其中事业编制24人。") == {58: "staff_total", 24: "established"}
    assert facts(corridor, "现有员工13人，事业编制15名。") == {13: "staff_total", 15: "authorized_posts"}


def test_staff_by_trade(corridor: Corridor) -> None:
    told = facts(corridor, "在岗24人：音乐专业5人、舞蹈专业4人、非遗3人。")
    assert told == {24: "on_post", 5: "other", 4: "other", 3: "other"}
    assert 2300 not in facts(corridor, "在岗24人：报名人数达2300人。")


def test_places_gone_to_are_no_events(corridor: Corridor) -> None:
    assert facts(corridor, "“文化进万家”活动走进26个村。", "云川市文化馆") == {}


def test_a_yearbook_is_no_year(corridor: Corridor) -> None:
    page = "云川市档案馆2023年工作总结\n\n馆藏志书1.6万册、年鉴4200册。\n"
    rows = corridor.rows(RawPage("p.txt", page.encode()))["indicators"]
    assert [(row.measure_text, row.period_kind) for row in rows if row.value == 4200] == [("年鉴", "unknown")]


def test_a_sentence_with_a_crowd_is_no_honour(corridor: Corridor) -> None:
    page = "云川市档案馆2023年工作总结\n\n国际档案日开放活动吸引市民600余人走进档案馆。\n"
    assert not corridor.rows(RawPage("p.txt", page.encode()))["awards"]


def test_what_a_headline_went_to_names_no_page(corridor: Corridor) -> None:
    page = "百幅汉画拓片走进澜江大学\n\n云川市汉画博物馆在澜江大学展出拓片106幅。云川市汉画博物馆巡展观众逾40万人次。\n"
    assert corridor.rows(RawPage("p.txt", page.encode()))["pages"][0].institution != "百幅汉画拓片走进澜江大学"


def test_history_in_a_clause_before_silences_nothing(corridor: Corridor) -> None:
    sentence = "为纪念在战役中牺牲的烈士，1986年建馆，现有职工17人，年接待观众20万人次。"
    assert facts(corridor, sentence, "苍岭革命纪念馆") == {17: "staff_total", 200000: "visits_physical"}
    sentence = "组织馆员外出学习6次，举办讲座12场，接待观众3万人次。"
    assert {12, 30000} <= set(facts(corridor, sentence))


@pytest.mark.parametrize("sentence", ["“文化进景区”演出46场，观众8.6万人次。", "戏曲进企业演出46场，观众8.6万人次。"])
def test_where_something_was_taken_acts_nothing(corridor: Corridor, sentence: str) -> None:
    assert set(facts(corridor, sentence, "云川市文化馆")) == {46, 86000}


@pytest.mark.parametrize("sentence", ["该景区接待游客18万人次。", "云川先进企业接待游客18万人次。"])
def test_an_actor_stays_another(corridor: Corridor, sentence: str) -> None:
    assert facts(corridor, sentence, "云川市文化馆") == {}
