"""A bureau's page: each house's numbers are that house's, the place's are nobody's, and nobody visits the bureau."""

from __future__ import annotations

from typing import Any

from pipeline import extract_page

BUREAU = (
    "云川县文化广电旅游局2021年工作总结\n\n"
    "2021年，县图书馆接待读者4.2万人次、外借图书2.6万册次；县文化馆培训学员310人；14个乡镇综合文化站共接待3.3万人次。\n"
    "农村电影放映860场，观影群众5.1万人次。\n出动执法人员230人次，争取专项资金190万元。全县接待游客140万人次。\n"
)


def rows(text: str) -> dict[str, list[tuple[Any, ...]]]:
    page = extract_page(text.encode())
    return {table: list(zip(page[table]["value"], page[table]["institution"], strict=True)) for table in ("visits", "staff", "indicators")}


def test_each_house_has_its_own_numbers() -> None:
    assert rows(BUREAU)["visits"][:2] == [(42000, "云川县图书馆"), (310, "云川县文化馆")]


def test_nobody_visits_an_authority() -> None:
    assert {value for value, _ in rows(BUREAU)["visits"]} == {42000, 310}
    assert (1900000, "云川县文化广电旅游局") in rows(BUREAU)["indicators"]
    assert 860 not in {value for value, _ in rows(BUREAU)["indicators"]}


def test_its_short_name_names_none() -> None:
    text = BUREAU.replace("云川县文化广电旅游局", "县文旅局")
    assert extract_page(text.encode())["pages"]["institution"].isna().all()
    assert rows(text)["visits"][0] == (42000, "县图书馆")
