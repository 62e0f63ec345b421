"""The marks of notes (`[7]`, `[3-4]`) of encyclopedias stand between words and govern nothing."""

from __future__ import annotations

from pipeline import extract_page

HEAD = "云川市博物馆\n云川市博物馆位于云川市文庙街，于1983年建成。"


def test_a_date_after_a_note_dates_the_honour() -> None:
    text = HEAD + "[7] 2008年，云川市博物馆被评为国家二级博物馆。[8] [9-10] 2010年3月，云川市博物馆入选“全省红色旅游名录”。\n"
    assert list(extract_page(text.encode())["awards"]["date"]) == ["2008", "2010-03"]


def test_notes_part_no_facts() -> None:
    text = HEAD + "现有职工[2]52人，馆藏文物[3-4]3200件[5]，其中一级文物12件[6] 。[7][8] 2016年接待观众达到[1] 30万人次。\n"
    rows = extract_page(text.encode())
    assert list(rows["staff"]["value"]) == [52]
    assert list(rows["indicators"]["value"]) == [3200, 12]
    assert list(zip(rows["visits"]["value"], rows["visits"]["period"], strict=True)) == [(300000, "2016")]
