"""Whose a number is: several houses together, a school on its library's page, others named in passing, titles of persons."""

from __future__ import annotations

import pytest

from pipeline import extract_page


def values(text: str, table: str) -> list[float]:
    return list(extract_page(text.encode())[table]["value"])


@pytest.mark.parametrize(
    "told",
    ["托管的4家乡镇卫生院门诊合计7万人次", "13个乡镇综合文化站全年接待3.1万人次", "遍布各区的9家实体书店共接待读者8万人次"],
)
def test_several_houses_together_are_nobody_s(told: str) -> None:
    assert values(f"云川市图书馆2020年总结\n全年接待读者6万人次。{told}。", "visits") == [60000]


def test_houses_that_we_went_to_are_no_subject() -> None:
    assert values("云川市图书馆2020年总结\n我馆为6所小学服务学生1800人次。", "visits") == [1800]


def test_a_school_is_not_its_library() -> None:
    text = "云川大学图书馆简介\n云川大学图书馆建于1958年。学校现有教职工1640人。学校图书馆现有职工31人，藏书80万册。"
    assert values(text, "staff") == [31]
    assert values("云川中学简介\n云川中学建于1958年。学校现有教职工164人。", "staff") == [164]


def test_who_is_named_in_passing_ends_with_its_part() -> None:
    text = "云川市文化馆2020年总结\n3月办踏青诗会，全市18支诗社参加；5月办夏夜音乐会，现场观众700人。"
    assert 700 in values(text, "visits")
    assert values("云川市文化馆2020年总结\n全市办讲座9场；接待群众30万人次。", "visits") == []


@pytest.mark.parametrize("title", ["全国优秀教师2人", "全国名老中医指导老师2人", "全省劳动模范2人"])
def test_titles_of_persons_are_no_subject(title: str) -> None:
    text = f"云川市中医院概况\n云川市中医院现有职工640人，其中主任医师30人；{title}，硕士41人，年门诊量9万人次。"
    assert values(text, "visits") == [90000]
    assert 41 in values(text, "staff")


def test_whom_we_hire_is_no_actor() -> None:
    """外聘企业导师: what we hire is no actor."""
    assert 12 in values("云川职业学校概况\n云川职业学校现有教职工90人，外聘企业教师12人。", "staff")


def test_the_place_around_a_house_is_another() -> None:
    text = "云川博物馆简介\n云川博物馆年接待观众6万人次。博物馆所在的溪口镇现存老宅38处，去年吸引游客20万人次。"
    assert values(text, "visits") == [60000]


def test_a_part_s_school_is_the_house() -> None:
    text = "云川市保健院医院概况\n\n云川市保健院建于1958年。孕妇学校全年授课86期，听课孕产妇及家属4200人次。"
    page = extract_page(text.encode())
    assert list(page["visits"]["value"]) == [4200]
    assert set(page["visits"]["institution"]) == {"云川市保健院"}
