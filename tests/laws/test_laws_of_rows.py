"""What the corridor promises of every page's rows (DESIGN.md, laws 1 to 3, 5 and 7)."""

from __future__ import annotations

from dataclasses import asdict
from functools import cache
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st
from prose import Page, pages, variants

import pipeline.corridor as corridor
from pipeline.fold import fold
from pipeline.model import RawPage
from pipeline.schema import FACTS, TABLES

Rows = dict[str, list[Any]]
CITED = (*FACTS, "quantities", "checks")


@cache
def _corridor() -> Any:
    return corridor.Corridor()


def rows(page: Page, source: str = "page.html") -> Rows:
    found: Rows = _corridor().rows(RawPage(source, page.data()))
    assert not found.get("failures")
    return found


def texts(found: Rows) -> dict[str, str]:
    (page,) = found["pages"]
    return {"text": page.text, "title": page.title or ""}


def digits(text: str) -> set[int]:
    return {at for at, character in enumerate(fold(text)) if character in "0123456789"}


laws = settings(max_examples=80, deadline=None)


@laws
@given(pages())
def test_quotes_are_the_text_at_their_offsets(page: Page) -> None:
    found = rows(page)
    fields = texts(found)
    for table in CITED:
        for row in found[table]:
            assert row.quote == fields[row.field][row.start : row.end] != ""
    for row in found["checks"]:
        if row.other_field is not None:
            assert row.other_quote == fields[row.other_field][row.other_start : row.other_end] != ""


@laws
@given(pages())
def test_rows_are_of_their_table_and_page(page: Page) -> None:
    found = rows(page)
    page_id = RawPage("page.html", b"").page_id
    assert set(found) <= set(TABLES)
    for table, held in found.items():
        assert all(type(row) is TABLES[table] for row in held)
        assert all(row.page_id == page_id for row in held if table != "failures")
        assert all(row.rule.startswith(f"{table}:") for row in held if table in FACTS)


@laws
@given(pages())
def test_the_same_bytes_give_the_same_rows(page: Page) -> None:
    assert rows(page) == rows(page)


@laws
@example(Page("馆情", "", ("云川市图书馆2012年接待读者0人次以上 1路公交车，",), "div"))
@given(pages())
def test_every_digit_lies_in_exactly_one_quantity(page: Page) -> None:
    found = rows(page)
    for field, text in texts(found).items():
        spans = sorted((row.start, row.end) for row in found["quantities"] if row.field == field)
        covered = [at for start, end in spans for at in range(start, end)]
        assert len(covered) == len(set(covered)), "quantities overlap"
        assert digits(text) <= set(covered)


@laws
@given(pages())
def test_a_claimed_quantity_is_claimed_by_a_rule_that_made_a_row(page: Page) -> None:
    found = rows(page)
    made = {row.rule for table in (*FACTS, "checks") for row in found[table]}
    for row in found["quantities"]:
        assert row.claimed_by is None or row.claimed_by in made
        assert (row.claimed_by is None) == (row.reason is not None)


@laws
@given(pages())
def test_sentences_hold_all_text_and_their_words_are_the_sentence(page: Page) -> None:
    found = rows(page)
    text, at = texts(found)["text"], 0
    for row in found["sentences"]:
        assert not text[at : row.start].strip()
        assert "".join(row.words) == text[row.start : row.end]
        assert len(row.pos) == len(row.words)
        at = row.end
    assert not text[at:].strip()


@laws
@given(pages())
def test_every_initiative_has_its_parent_on_the_page(page: Page) -> None:
    found = rows(page)
    ids = [row.initiative_id for row in found["initiatives"]]
    assert len(ids) == len(set(ids))
    for row in found["initiatives"]:
        assert row.parent_id is None or row.parent_id in ids
    for table in ("staff", "visits", "awards", "indicators"):
        assert all(row.initiative_id is None or row.initiative_id in ids for row in found[table])


def folded(found: Rows, tables: tuple[str, ...]) -> dict[str, list[dict[str, Any]]]:
    """The rows with every string folded, so that a variant's rows can be held against the plain page's."""
    return {table: [{name: _fold(value) for name, value in asdict(row).items()} for row in found[table]] for table in tables}


def _fold(value: Any) -> Any:
    if isinstance(value, str):
        return fold(value)
    return tuple(map(_fold, value)) if isinstance(value, tuple) else value


@laws
@example(Page("云川市图书馆2012年工作总结", "", ("被文化部评为“国家一级图书馆”，",), "div"))
@given(pages(hostile=False))
def test_both_widths_and_scripts_give_the_same_rows(page: Page) -> None:
    tables = (*CITED, "sentences")
    for variant in variants(page):
        assert folded(rows(variant), tables) == folded(rows(page), tables)


@laws
@given(pages(hostile=False))
def test_the_encoding_changes_no_row(page: Page) -> None:
    if page.wrap == "div":
        page = Page(page.title, page.line, page.paragraphs, "table")  # the one with a charset in its head can't lie about it
    other = _corridor().rows(RawPage("page.html", page.data("gb18030")))
    assert {table: other[table] for table in CITED} == {table: rows(page)[table] for table in CITED}


@laws
@given(pages(), st.sampled_from(["other.html", "b/page.html"]))
def test_nothing_but_page_ids_depends_on_where_the_page_lay(page: Page, source: str) -> None:
    def without_place(found: Rows) -> Any:
        return [[{k: v for k, v in asdict(row).items() if k not in ("page_id", "source")} for row in held] for held in found.values()]

    assert without_place(rows(page, source)) == without_place(rows(page))
