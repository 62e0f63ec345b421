"""Who came to what: visitors of shows and exhibitions, people a day, people joined to others, what stands now in a plan."""

from __future__ import annotations

import pytest

from pipeline import extract_page


def rows(text: str, table: str, column: str) -> list[tuple[float, str]]:
    found = extract_page(text.encode())[table]
    return list(zip(found["value"], found[column], strict=True))


@pytest.mark.parametrize(
    ("house", "told", "measure"),
    [
        ("云川大剧院", "运营以来接待观众31万人次", "attendance_performances"),
        ("云川市图书馆", "剪纸特展观众1.2万人次", "attendance_exhibitions"),
        ("云川市档案馆", "办档案展览2个，参观4150人次", "attendance_exhibitions"),
        ("云川市图书馆", "全年参观4150人次", "visits_physical"),
        ("云川博物馆", "剪纸特展观众1.2万人次", "visits_physical"),
        ("云川博物馆", "剪纸特展赴两省五市巡展，吸引观众1.2万人次", "visits_offsite"),
    ],
)
def test_visitors_are_the_house_s(house: str, told: str, measure: str) -> None:
    assert [target for _, target in rows(f"{house}简介\n{house}位于城东，{told}。", "visits", "measure")] == [measure]


def test_people_a_day_are_those_told_before() -> None:
    text = "云川市档案馆简介\n云川市档案馆全年接待查档1.1万人次，单日达92人。"
    assert rows(text, "visits", "measure") == [(11000, "archive_users"), (92, "archive_users")]


def test_people_joined_to_others() -> None:
    text = "云川市图书馆总结\n我馆办育儿讲座36期，2600名孕妇及家属参加。"
    assert (2600, "attendance_lectures") in rows(text, "visits", "measure")


def test_what_is_there_now_is_no_plan() -> None:
    text = "云川市文化馆总结\n\n一、工作。全年办展览9个。\n二、存在问题与下半年打算。目前全馆编制16个，实有人员12人。下半年办班15个。\n"
    assert rows(text, "staff", "category") == [(12, "staff_total")]
    assert 15 not in {value for value, _ in rows(text, "indicators", "measure")}


def test_counted_by_persons_in_words() -> None:
    text = "云川市图书馆简介\n云川市图书馆建于1958年，正式职工只有6个人。"
    assert rows(text, "staff", "category") == [(6, "established")]


def test_ages_far_from_the_head_count() -> None:
    text = "云川市图书馆人员\n云川市图书馆在编54人。\n岗位：管理9人。\n性别：女30人。\n年龄：29岁以下6名，30至39岁21名。"
    assert (21, "age_range") in rows(text, "staff", "category")


@pytest.mark.parametrize(
    ("told", "measure"),
    [("流动图书车开进滨江公园，接待群众600人次", "visits_offsite"), ("流动图书车出车60次；全馆接待读者6000人次", "visits_physical")],
)
def test_who_was_served_on_the_road(told: str, measure: str) -> None:
    assert [target for _, target in rows(f"云川市图书馆简介\n云川市图书馆位于城东。{told}。", "visits", "measure")] == [measure]


@pytest.mark.parametrize("told", ["副馆长带领6名队员走进社区", "馆领导带队慰问困难职工6人", "馆领导陪同6人参观"])
def test_who_leads_is_no_head_count(told: str) -> None:
    assert rows(f"云川市图书馆简介\n云川市图书馆位于城东。{told}。", "staff", "category") == []


def test_people_in_groups_are_part_of_those_who_came() -> None:
    text = "云川博物馆简介\n云川博物馆已接待游客14万人次，其中研学团队310批2.2万人。"
    assert rows(text, "visits", "measure") == [(140000, "visits_physical"), (22000, "visits_physical")]


def test_since_a_house_was_opened() -> None:
    text = "云川博物馆简介\n自2015年开馆以来，云川博物馆已累计接待观众260万人次。"
    assert rows(text, "visits", "period") == [(2600000, "2015/..")]


def test_an_audience_named_as_a_part() -> None:
    text = "云川市文化馆简介\n云川市文化馆接待群众9万人次，其中暑期观众达3万人次。"
    assert [target for _, target in rows(text, "visits", "measure")] == ["visits_physical", "visits_physical"]


@pytest.mark.parametrize("told", ["有2人在全省诵读竞赛中获三等奖", "另有5名同学获二等奖"])
def test_who_won_prizes_did_not_come(told: str) -> None:
    text = f"云川市图书馆总结\n我馆办诵读比赛4场，320名学生参加，{told}。"
    assert [value for value, _ in rows(text, "visits", "measure")] == [320]


def test_how_a_number_of_people_went_on() -> None:
    text = "云川博物馆简介\n开馆之初，云川博物馆每年只接待2000人，2018年猛增至3.1万人次。"
    assert rows(text, "visits", "measure") == [(2000, "visits_physical"), (31000, "visits_physical")]
