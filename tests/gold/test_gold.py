"""The gold itself: every quote is in its text, values follow from their quotes, ids are the vocabulary's, paths hang together."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from pipeline.fold import fold
from pipeline.schema import BOUNDS, PERIOD_KINDS

HERE = Path(__file__).parent
FOLDERS = ("open", "open2", "open3", "open4", "locked", "locked2")
TABLES = ("initiatives", "staff", "visits", "awards", "indicators")
SCALES = (1, 10**3, 10**4, 10**6, 10**8)
DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "半": 0.5}
UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
EDTF = re.compile(r"\d{4}(-\d\d){0,2}(/(\d{4}(-\d\d){0,2}|\.\.))?|\.\./\d{4}(-\d\d){0,2}")
FORMS = ("granted", "status", "shortlisted")
Row = dict[str, Any]


def load(folder: str) -> list[Row]:
    return [json.loads(line) for line in (HERE / folder / "gold.jsonl").read_text("utf-8").splitlines()]


PAGES = [pytest.param(page, folder, id=page["id"]) for folder in FOLDERS for page in load(folder)]


def source(page: Row, folder: str) -> str:
    (path,) = [p for p in (HERE / folder).glob(page["id"] + ".*") if p.suffix in (".txt", ".html")]
    data = path.read_bytes()
    said = re.search(rb"charset=[\"']?([\w-]{1,20})", data)
    charset = {"gb2312": "gb18030", "gbk": "gb18030"}.get(name := said[1].decode().lower() if said else "utf-8", name)
    text = data.decode(charset)
    return squeeze(re.sub(r"<[^>]{0,500}>", "", text) if path.suffix == ".html" else text)


def squeeze(text: str) -> str:
    return "".join(text.replace("&nbsp;", "").split())


def facts(page: Row) -> list[tuple[str, Row]]:
    return [(table, row) for table in TABLES for row in page[table]]


def vocabulary() -> dict[tuple[str, str], str]:
    with files("pipeline").joinpath("vocabulary.csv").open(encoding="utf-8") as lines:
        return {(row["table"], row["id"]): row["dimension"] for row in csv.DictReader(lines)}


VOCABULARY = vocabulary()


def in_words(text: str) -> float:
    """The value of a numeral in words: 三百二十 is 320, 两万三千 23000."""
    total = section = digit = 0.0
    for c in text:
        if c in DIGITS:
            digit = DIGITS[c]
        elif UNITS[c] >= 10**4:
            total, section, digit = total + (section + digit or 1) * UNITS[c], 0, 0
        else:
            section, digit = section + (digit or 1) * UNITS[c], 0
    return total + section + digit


def numbers_in(quote: str) -> set[float]:
    """Every value the quote's numerals can stand for, multipliers read either way."""
    text, found = fold(quote), set()
    for m in re.finditer(r"\d[\d,]{0,15}(\.\d{1,6})?", text):
        number = float(m[0].rstrip(",").replace(",", ""))
        found |= {round(number * scale, 4) for scale in SCALES}
        if more := re.match(r"万(\d{1,2})千", text[m.end() :]):
            found.add(number * 10**4 + int(more[1]) * 1000)
    for m in re.finditer(r"[零一二三四五六七八九〇两半十百千万亿]{1,12}", text):
        found |= {in_words(m[0]), *(in_words(c) * scale for c in m[0] if c in DIGITS for scale in (*SCALES, 10, 100))}
    return found


@pytest.mark.parametrize(("page", "folder"), PAGES)
def test_quotes_stand_in_the_text(page: Row, folder: str) -> None:
    text = source(page, folder)
    quotes = [q for _, row in facts(page) if "quote" in row for q in (row["quote"], *row.get("also", ()))]
    quotes += [trap["quote"] for trap in page["traps"]] + [row["name"] for row in page["awards"]]
    quotes += [row["title"] for row in page["initiatives"]] + [row["label"] for row in page["initiatives"]]
    assert [q for q in quotes if squeeze(q) not in text] == []


@pytest.mark.parametrize(("page", "folder"), PAGES)
def test_values_follow_from_their_quotes(page: Row, folder: str) -> None:
    del folder
    wrong = []
    for table, row in facts(page):
        values = [row[c] for c in ("value", "value_high") if row.get(c) is not None]
        quote = row.get("quote", "")
        said = numbers_in(quote) | numbers_in(squeeze(quote))
        wrong += [(table, row["quote"], v) for v in values if round(float(v), 4) not in said]
    assert wrong == []


@pytest.mark.parametrize(("page", "folder"), PAGES)
def test_ids_dates_and_words_are_allowed_ones(page: Row, folder: str) -> None:
    del folder
    for table, row in facts(page):
        if "category" in row:
            assert VOCABULARY[table, row["category"]] == row["dimension"]
            assert row["scope"] in ("exact", "and_above", "and_below")
        if "measure" in row:
            assert (table, row["measure"]) in VOCABULARY
            assert row["measure"] != "other" or table == "visits" or row.get("measure_text")
        if row.get("audience"):
            assert VOCABULARY["visits", row["audience"]] == "audience"
        for column in ("level", "kind"):
            assert row.get(column) is None or VOCABULARY["awards", row[column]] == column
        assert row.get("bound", "exact") in BOUNDS
        assert row.get("period_kind", "unknown") in PERIOD_KINDS
        assert row.get("form", "granted") in FORMS
        for column in ("period", "as_of", "date"):
            assert row.get(column) is None or EDTF.fullmatch(row[column]), row
    assert all(trap["why"] for trap in page["traps"])


@pytest.mark.parametrize(("page", "folder"), PAGES)
def test_paths_hang_together(page: Row, folder: str) -> None:
    del folder
    paths = [row["path"] for row in page["initiatives"]]
    assert len(paths) == len(set(paths))
    tops = min((p.count(".") for p in paths), default=0)
    assert all(p.rsplit(".", 1)[0] in paths for p in paths if p.count(".") > tops)
    assert all(row["initiative"] in (None, *paths) for table, row in facts(page) if "initiative" in row)


def test_ids_are_unique_and_every_text_has_gold() -> None:
    ids = Counter(page["id"] for folder in FOLDERS for page in load(folder))
    assert not [i for i, n in ids.items() if n > 1]
    texts = {p.stem for folder in FOLDERS for p in (HERE / folder).iterdir() if p.suffix in (".txt", ".html")}
    assert texts == set(ids)
