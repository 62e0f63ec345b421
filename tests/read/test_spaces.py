"""Paragraphs that part their facts by spaces alone read as if commas stood there."""

from __future__ import annotations

from pipeline import extract_page

PAGE = (
    "云川市博物馆简介\n"
    "云川市博物馆坐落于云川市文庙街3号 2009年5月18日正式对外开放 占地12亩 总建筑面积6800平方米 展厅面积2600平方米 "
    "核定事业编制19名 现有在岗职工27人 研究馆员1人 讲解员6人 2014年晋升国家三级博物馆 2016年被授予市文明单位\n"
)


def test_a_space_parts_facts() -> None:
    rows = extract_page(PAGE.encode())
    assert list(zip(rows["staff"]["category"], rows["staff"]["value"], strict=True)) == [("on_post", 27), ("senior_full", 1), ("docent", 6)]
    assert dict(zip(rows["indicators"]["measure"], rows["indicators"]["value"], strict=True))["authorized_posts"] == 19
    assert list(zip(rows["awards"]["name"], rows["awards"]["date"], strict=True)) == [("国家三级博物馆", "2014"), ("市文明单位", "2016")]


def test_spaces_around_figures_part_nothing() -> None:
    text = "云川市图书馆2023年总结\n全年 接待读者 36 万人次 外借 图书 28 万册次 举办 讲座 24 场\n"
    assert set(extract_page(text.encode())["visits"]["value"]) == {360000}
