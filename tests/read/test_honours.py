"""Honours that share words: grades of one prize, works of one verb, years of a name, months below a year."""

from __future__ import annotations

import pytest

from pipeline import extract_page

HEAD = "云川市文化馆2024年总结\n云川市文化馆成绩显著。\n"


def awards(text: str) -> list[tuple[str, str, str | None]]:
    rows = extract_page((HEAD + text).encode())["awards"]
    rows = rows.astype(object).where(rows.notna(), None)
    return list(rows[["name", "recipient", "date"]].itertuples(index=False, name=None))


def test_two_grades_for_two_works() -> None:
    assert awards("2023年《溪水》、舞蹈《山歌》分别获表演二、三等奖。") == [
        ("表演二等奖", "《溪水》", "2023"),
        ("表演三等奖", "《山歌》", "2023"),
    ]


def test_two_prizes_for_two_works() -> None:
    assert awards("《溪水》、《山歌》分别获金奖和铜奖。") == [("金奖", "《溪水》", None), ("铜奖", "《山歌》", None)]


def test_two_grades_without_works_are_the_house_s() -> None:
    assert [name for name, _, _ in awards("我馆在全省比赛中荣获一、二等奖。")] == ["一等奖", "二等奖"]


def test_one_prize_stays_one() -> None:
    assert awards("《溪水》获二等奖。") == [("二等奖", "《溪水》", None)]


def test_the_years_of_a_name_date_no_other_honour() -> None:
    text = "2012年被市委授予“2009-2011年度先进集体”称号，被省文化厅授予“省十佳文化馆”荣誉称号。"
    assert [date for _, _, date in awards(text)] == ["2012", "2012"]


def test_a_line_that_begins_with_a_month_goes_on_with_the_year_above() -> None:
    text = "2009年，我馆再创佳绩。\n3月份获市文联颁发的先进单位称号。\n9月份被区妇联评为“巾帼文明岗”。"
    assert [date for _, _, date in awards(text)] == ["2009-03", "2009-09"]


def test_ranks_and_levels_are_no_honours() -> None:
    assert awards("1988年被确定为副县级单位。\n我馆成为全市面积最大的区级文化馆。\n我馆是市级一级预算单位。") == []


def test_a_list_closed_by_et_cetera_has_a_row_an_item_whatever_its_ending() -> None:
    text = "我馆先后荣获“全国文明单位”、省级卫生达标户、市消防安全红旗岗和县平安创建示范户等荣誉称号12项。"
    assert [name for name, _, _ in awards(text)] == ["全国文明单位", "省级卫生达标户", "市消防安全红旗岗", "县平安创建示范户"]


def test_a_closed_list_of_other_things_has_none() -> None:
    assert awards("活动中读者收获了知识、快乐、友谊等精神奖励。\n比赛设诵读、演讲、绘画等奖项6个。") == []


def test_years_in_brackets_are_a_row_each() -> None:
    text = "荣誉计有：全国宣传先进单位（2011）；全省目标考核一等奖（2012、2014、2019）；国家一级图书馆（1998、2003、2009、2013、2018）。"
    assert [date for _, _, date in awards(text)] == ["2011", "2012", "2014", "2019", "1998", "2003", "2009", "2013", "2018"]


def test_a_list_that_a_heading_introduces() -> None:
    text = "主要荣誉：国家二级博物馆、国家AAA级旅游景区、全国“少年喜爱的展馆”、省绿色窗口（2019）。\n馆藏资料：全国年鉴、全省年鉴。"
    assert [(name, date) for name, _, date in awards(text)] == [
        ("国家二级博物馆", None),
        ("国家AAA级旅游景区", None),
        ("少年喜爱的展馆", None),
        ("省绿色窗口", "2019"),
    ]


def test_one_of_a_quoted_few() -> None:
    assert [name for name, _, _ in awards("2011年我馆被省旅游协会评为 “云川八处好去处”之一。")] == ["云川八处好去处"]


def test_medals_of_works() -> None:
    text = "《溪水》获金牌，《山歌》获银牌。"
    assert [(name, recipient) for name, recipient, _ in awards(text)] == [("金牌", "《溪水》"), ("银牌", "《山歌》")]


def test_memberships_are_no_honours() -> None:
    assert awards("云川市文化馆是中国文化馆协会常务理事单位、省文化馆学会会员单位。") == []


@pytest.mark.parametrize(
    ("sentence", "dated"),
    [
        (
            "2009、2013年两次被评为国家一级图书馆，先后荣获省文明单位、市青年文明号等称号。",
            {"国家一级图书馆": {"2009", "2013"}, "省文明单位": {None}, "市青年文明号": {None}},
        ),
        ("2010年以来，先后荣获省文明单位、市青年文明号等称号。", {"省文明单位": {"2010/.."}, "市青年文明号": {"2010/.."}}),
        ("本馆是全国科普教育基地（2005年）、省级国防教育基地。", {"全国科普教育基地": {"2005"}, "省级国防教育基地": {None}}),
        ("图书馆成立于1962年，多次被省文化厅评为全省先进单位。", {"全省先进单位": {None}}),
        ("我馆连续三次被评定为国家一级图书馆。", {"国家一级图书馆": {None}}),
    ],
)
def test_whose_a_date_is(sentence: str, dated: dict[str, set[str | None]]) -> None:
    """Several years are the first verb's; a bracket dates the name before it; a founding date dates no honour."""
    found: dict[str, set[str | None]] = {}
    for name, _, date in awards(sentence):
        found.setdefault(name, set()).add(date)
    assert found == dated


def test_names_with_their_dates_under_a_heading_of_the_sentence() -> None:
    found = awards("获奖情况：2016年，被省文化厅评为“先进图书馆”；2017年，“全民阅读先进单位”；2018年，市级文明单位。")
    assert [(name, date) for name, _, date in found] == [("先进图书馆", "2016"), ("全民阅读先进单位", "2017"), ("市级文明单位", "2018")]


def test_what_such_a_heading_tells_besides_is_no_name() -> None:
    found = awards("主要荣誉：2016年全国巾帼文明岗；2017年省级青年文明号，全市共有12家单位获此殊荣；2018年，全市满意率达98%。")
    assert [name for name, _, _ in found] == ["全国巾帼文明岗", "省级青年文明号"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "2014年被评为市级文明单位，2016年、2018年再次获评。",
            [("市级文明单位", "2014"), ("市级文明单位", "2016"), ("市级文明单位", "2018")],
        ),
        ("2011年获省文化厅“先进集体”称号，2015年再次获此殊荣。", [("先进集体", "2011"), ("先进集体", "2015")]),
        ("2012年获得“先进集体”称号，2015年读者的建议获得采纳。", [("先进集体", "2012")]),
    ],
)
def test_granted_once_more(text: str, found: list[tuple[str, str]]) -> None:
    assert [(name, date) for name, _, date in awards(text)] == found


def test_a_list_whose_names_have_dates_and_bodies_in_brackets() -> None:
    text = "先后获得“全民阅读先进单位”（2014年，省文化馆协会）、“全省艺术工作先进单位”（2016年）、云川市文明单位（2017—2019年度）等荣誉，少儿部获得青年文明号。"
    assert [(name, date) for name, _, date in awards(text)] == [
        ("全民阅读先进单位", "2014"),
        ("全省艺术工作先进单位", "2016"),
        ("云川市文明单位", None),
        ("青年文明号", None),
    ]


def test_the_first_of_its_kind_is_no_honour() -> None:
    assert awards("2014年成为全省首家数字文化馆示范馆。") == []


@pytest.mark.parametrize("mark", ["", "（2）", "二是", "③"])
def test_a_month_behind_the_mark_of_its_point(mark: str) -> None:
    found = awards(f"2023年，各项工作稳步推进。\n{mark}10月，在全市文化馆技能竞赛中，我馆荣获团体二等奖。")
    assert [(name, date) for name, _, date in found] == [("团体二等奖", "2023-10")]
