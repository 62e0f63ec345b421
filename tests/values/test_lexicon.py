"""The lexicon's examples, and what packs may add."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.values import DEFAULT, counts_only, numbers
from pipeline.values.lexicon import data

ENTRIES = [(table, entry) for table in ("units", "hedges", "words") for entry in data()[table]]
YES = [(entry, text) for _, entry in ENTRIES for text in entry["yes"]]
NO = [(entry, text) for _, entry in ENTRIES for text in entry["no"]]


@pytest.mark.parametrize(("entry", "marked"), YES, ids=lambda value: value if isinstance(value, str) else value["id"])
def test_yes(entry: dict[str, Any], marked: str) -> None:
    start, end = marked.index("【"), marked.index("】") - 1
    text = marked.replace("【", "").replace("】", "")
    hits = [number for number in numbers(text) if (number.start, number.end) == (start, end)]
    assert hits, [number.text for number in numbers(text)]
    if "bound" in entry:
        assert hits[0].bound == entry["bound"]
    else:
        assert hits[0].unit in {word.removeprefix("个") for word in entry["words"]} | set(entry["words"])
        assert hits[0].kind == entry["kind"]


@pytest.mark.parametrize(("entry", "text"), NO, ids=lambda value: value if isinstance(value, str) else value["id"])
def test_no(entry: dict[str, Any], text: str) -> None:
    assert counts_only(numbers(text)) == []


def test_every_entry_has_an_id_and_words() -> None:
    ids = [entry["id"] for _, entry in ENTRIES]
    assert len(ids) == len(set(ids))
    assert all(entry["words"] for _, entry in ENTRIES)


def test_every_exception_names_a_word_of_its_entry() -> None:
    for _, entry in ENTRIES:
        for column in ("not_before", "not_after"):
            assert set(entry.get(column, {})) <= set(entry["words"]), entry["id"]


def test_a_pack_adds_units_words_and_names() -> None:
    assert numbers("外借3骈")[0].unit is None
    lexicon = DEFAULT.extended(units={"骈": "count"}, words=("三骈会",), names=("四骈工程",))
    assert numbers("外借3骈", lexicon)[0].unit == "骈"
    assert numbers("三骈会", lexicon) == []
    assert [(number.kind, number.value) for number in numbers("四骈工程", lexicon)] == [("name", 4)]
    assert numbers("外借3骈")[0].unit is None
