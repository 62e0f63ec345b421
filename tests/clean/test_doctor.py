"""What the doctor tells of a page."""

from __future__ import annotations

from sample_pages import sample

from pipeline.clean import clean, doctor
from pipeline.model import RawPage


def test_a_page() -> None:
    told = doctor(sample("trs_gov", "table").page)
    for line in (
        "decoded    utf-8: valid UTF-8; declared: utf-8",
        "published       2019-03-21",
        "  + cell 1:2      8.2%",
        "  - headline",
        "  - path",
        "  - buttons",
    ):
        assert line in told


def test_no_page() -> None:
    assert doctor(RawPage("a.pdf", b"%PDF-1.4")).splitlines()[-1] == "not read   decode: not a page: a PDF file"


def test_control_characters_do_not_reach_the_terminal() -> None:
    assert "\x1b" not in doctor(RawPage("a", "<p>云川\x1b[31m市图书馆举办活动，读者很多。</p><p>好。</p>".encode()))


def test_explaining_changes_nothing_else() -> None:
    page = sample("portal_news", "report").page
    assert clean(page, explain=True) == clean(page)
