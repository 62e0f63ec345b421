"""Whose page it is: named by the page, or by what weighs most; nobody where the page is about several or about none."""

from __future__ import annotations

import pytest

from pipeline import extract_page

KNOWN = [
    # a first line with a year before the name; a section mark before it
    (
        "2015年云川县图书馆年度概况\n【概况】 云川县图书馆为公益一类单位，现有职工13人。\n【读者服务】 全年外借图书8.7万册次。",
        "云川县图书馆",
    ),
    ("一、云川市文化馆位于滨江路，建筑面积5200平方米。\n举办培训班24期。", "云川市文化馆"),
    # a form whose label names it
    ("绩效自评表\n单位名称: 云川区文化馆\n联系电话: 5550136\n全年举办群众文化活动40场，送戏下乡20场，展览3个。", "云川区文化馆"),
    # an entry of an encyclopedia
    ("词条 | 云川群众艺术馆 |\n释义 | 云川群众艺术馆建立于1983年，现有馆舍7122平方米，辅导文艺团队6支，举办展览12个。", "云川群众艺术馆"),
    # its short name heads the text, its full name comes late
    (
        "区图书馆：把书香送到家门口\n新添图书3.3万册，读者说方便。\n2023年，云川区图书馆到馆读者17.6万人次，外借图书9万册次。",
        "云川区图书馆",
    ),
    # a history that names it once
    (
        "清光绪三十年创设的溪口藏书楼，是云川市图书馆的源头。1949年存书8400册。\n1992年馆藏突破20万册，读者盈门，外借12万册次。",
        "云川市图书馆",
    ),
]
NOBODY = [
    "本报讯 3月28日，云川市文化艺术中心开工，由图书馆、博物馆组成。\n据悉，现市图书馆建于1986年，读者众多，馆藏丰富，面积仅4800平方米。",
    "云川市四家单位获表扬\n云川市图书馆读者16万人次。溪口区文化馆办展览84个。松阳县博物馆藏品2万件，展厅9个。梅岭纪念馆讲解7000场。",
    "服务工作研究\n有的馆读者多，如云川大学图书馆；有的馆藏书少，如溪口市图书馆和松阳县图书馆，外借12万册次。",
]


@pytest.mark.parametrize(("text", "name"), KNOWN)
def test_a_page_of_one_institution(text: str, name: str) -> None:
    assert extract_page(text.encode())["pages"]["institution"].iloc[0] == name


@pytest.mark.parametrize("text", NOBODY)
def test_a_page_of_several_or_none(text: str) -> None:
    assert extract_page(text.encode())["pages"]["institution"].isna().all()


REGION = (
    "云川镇辖12个行政村，总人口2.1万，耕地3.2万亩，生产总值4.6亿元。\n云川镇文化站藏书15000册，读者众多，展览2个。\n有小学4所，学生691人。"
)
SECTOR = "2020年云川省公共图书馆业务统计\n全省公共图书馆文献总藏量达4456万册，接待读者2432万人次。\n其中云川省图书馆全年接待读者65万人次，馆藏丰富。"


def test_what_a_town_has_is_no_institution_s() -> None:
    page = extract_page(REGION.encode())
    assert len(page["staff"]) == 0
    assert not {4, 691, 2.1e4, 12} & set(page["indicators"]["value"])


def test_a_sector_is_no_institution() -> None:
    page = extract_page(SECTOR.encode())
    assert page["pages"]["institution"].fillna("").iloc[0] in ("", "云川省图书馆")
    assert 24320000 not in set(page["visits"]["value"])


def test_a_part_of_the_whole_is_nobody_else() -> None:
    """其中中学 is no school's name: 其中 begins none."""
    rows = extract_page("云川市少年宫概况\n云川市少年宫现有教职工26人，其中中学高级教师4人。".encode())
    assert list(rows["staff"]["value"]) == [26, 4]
    assert set(rows["staff"]["institution"]) == {"云川市少年宫"}


def test_the_title_of_a_work_is_no_institution() -> None:
    text = "新游戏《山海书院》预约人数破百万\n\n网游《山海书院》开启预约，玩家可在书院中收集古籍1000卷。首测单日登录达到8.6万人次。\n"
    rows = extract_page(text.encode())
    assert rows["visits"].empty
    assert rows["indicators"].empty


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("云川市地方志编纂中心2019年总结\n\n中心编修志书9部，云川方志馆接待读者6300人次。", "云川市地方志编纂中心"),
        ("云川县非物质文化遗产保护中心简介\n云川县非物质文化遗产保护中心成立于2007年，年接待观众1万人次。", "云川县非物质文化遗产保护中心"),
        ("关于云川市图书馆阅读推广情况的报告\n\n一、做法。我馆接待读者9万人次。", "云川市图书馆"),
        ("办好基层馆\n从云川县图书馆看，办好一个馆不难。云川县图书馆藏书6万册，读者众多，外借3万册次。", "云川县图书馆"),
        ("云川县图书馆\n云川县图书馆是县政府主办的公共图书馆，读者众多。", "云川县图书馆"),
        ("云川职业教育中心学校简介\n\n云川职业教育中心位于城东，学校占地200亩。", "云川职业教育中心"),
    ],
)
def test_what_a_name_begins_and_ends_with(text: str, name: str) -> None:
    assert extract_page(text.encode())["pages"]["institution"].iloc[0] == name
