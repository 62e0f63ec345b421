"""Python's collector rests while a large page is cleaned, and while any is read."""

from __future__ import annotations

import gc

import pytest

from pipeline import extract
from pipeline.clean import clean, page
from pipeline.corridor import Corridor
from pipeline.errors import PageError
from pipeline.model import RawPage

TEXT = "<p>云川市图书馆全年接待读者三十万人次。</p>"


@pytest.mark.parametrize(("times", "on"), [(1, True), (9_000, False)])
def test_only_large_pages_do_without(times: int, on: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bool] = []
    find = page.find_bounds
    monkeypatch.setattr(page, "find_bounds", lambda parsed: (seen.append(gc.isenabled()), find(parsed))[1])
    clean(RawPage("a.htm", (TEXT * times).encode()))
    assert seen == [on]
    assert gc.isenabled()


def test_reading_does_without(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bool] = []
    made = extract.sentence_rows
    monkeypatch.setattr(extract, "sentence_rows", lambda *given: (seen.append(gc.isenabled()), made(*given))[1])
    Corridor(("library",)).rows(RawPage("a.htm", TEXT.encode()))
    assert seen == [False]
    assert gc.isenabled()


def test_it_is_on_again_after_a_page_that_is_none() -> None:
    with pytest.raises(PageError):
        clean(RawPage("a.htm", b"\x00" * 300_000))
    assert gc.isenabled()


def test_who_had_it_off_keeps_it_off() -> None:
    gc.disable()
    try:
        clean(RawPage("a.htm", (TEXT * 9_000).encode()))
        assert not gc.isenabled()
    finally:
        gc.enable()
