"""Honours that share words: grades of one prize, works of one verb, years of a name, months below a year."""

from __future__ import annotations

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
    assert awards("《溪水》、《山歌》分别获二等奖和优秀奖。") == [("二等奖", "《溪水》", None), ("优秀奖", "《山歌》", None)]


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
