"""The sample pages in data/raw against their gold: nothing missing, nothing surplus, every column that the gold names."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
RAW = HERE.parents[1] / "data" / "raw"
NAMES = sorted(path.name for path in HERE.glob("*.gold.json"))
FACTS = ("initiatives", "staff", "visits", "awards", "indicators")
IN_WORDS = {"category_text", "measure_text", "audience_text", "recipient"}
POINTERS = {"quote", "also", "optional", "path", "initiative"}

Row = dict[str, Any]


def rows_of(name: str) -> dict[str, list[Row]]:
    from pipeline import corridor
    from pipeline.model import RawPage

    found = corridor.Corridor().rows(RawPage(source=name, data=(RAW / name).read_bytes()))
    items = found.items() if isinstance(found, dict) else vars(found).items()
    return {table: [{column.name: getattr(row, column.name) for column in fields(row)} for row in rows] for table, rows in items}


class Places:
    """Finds a quote in a text whatever white space the cleaner put between its characters."""

    def __init__(self, text: str) -> None:
        self.at = [i for i, c in enumerate(text) if not c.isspace()]
        self.squeezed = "".join(text[i] for i in self.at)

    def __call__(self, quote: str) -> tuple[int, int] | None:
        wanted = "".join(quote.split())
        i = self.squeezed.find(wanted)
        return None if i < 0 else (self.at[i], self.at[i + len(wanted) - 1] + 1)


def same(column: str, got: Any, gold: Any) -> bool:
    if column in IN_WORDS and got and gold:
        return str(got) in str(gold) or str(gold) in str(got)
    if column == "label":
        return str(got).rstrip(".") == str(gold).rstrip(".")
    if isinstance(gold, (int, float)) and isinstance(got, (int, float)):
        return abs(got - gold) < 1e-6
    return bool(got == gold)


def differences(got: Row, gold: Row) -> list[str]:
    wrong = [f"{c}={got.get(c)!r}, gold {gold[c]!r}" for c in gold if c not in POINTERS and not same(c, got.get(c), gold[c])]
    if "initiative" in gold and got.get("initiative_id") != gold["initiative"]:
        wrong.append(f"initiative_id={got.get('initiative_id')!r}, gold {gold['initiative']!r}")
    return wrong


def candidates(table: str, gold: Row, left: list[Row], place: Places) -> list[Row]:
    if table == "initiatives":
        return [row for row in left if row["initiative_id"] == gold["path"]]
    spans = [span for quote in (gold["quote"], *gold.get("also", ())) if (span := place(quote))]
    inside = [row for row in left if row["field"] == "text" and any(row["start"] < b and row["end"] > a for a, b in spans)]
    if table == "awards":
        return [row for row in inside if gold["name"] in row["name"] or row["name"] in gold["name"]]
    return [row for row in inside if same("value", row["value"], gold["value"])]


def compare(table: str, golds: list[Row], rows: list[Row], place: Places) -> list[str]:
    left, wrong = list(rows), []
    for gold in golds:
        fit = sorted(candidates(table, gold, left, place), key=lambda row: len(differences(row, gold)))
        what = gold.get("quote") or gold.get("title")
        if not fit:
            wrong += [] if gold.get("optional") else [f"{table}: missing {what} {gold.get('name', '')}"]
            continue
        left.remove(fit[0])
        wrong += [] if gold.get("optional") else [f"{table}: {what}: {said}" for said in differences(fit[0], gold)]
    return wrong + [f"{table}: surplus {row['quote']!r} value={row.get('value')} name={row.get('name')}" for row in left]


def metadata_differences(page: Row, gold: Row) -> list[str]:
    wrong = []
    for column, value in gold["metadata"].items():
        got = page[column]
        got = list(got) if column == "breadcrumb" else str(got)[:10] if column == "published" and got else got
        if got != value:
            wrong.append(f"pages.{column}: {got!r}, gold {value!r}")
    wrong += [f"furniture in text: {chrome}" for chrome in gold["chrome_not_in_text"] if chrome in page["text"]]
    starts, ends = gold["text_starts"] or "", gold["text_ends"] or ""
    text = "".join(page["text"].split())
    if not text.startswith("".join(starts.split())) or not text.endswith("".join(ends.split())):
        wrong.append(f"text runs from {text[:20]!r} to {text[-20:]!r}")
    return wrong


@pytest.mark.parametrize("name", NAMES)
def test_sample_gives_exactly_its_gold(name: str) -> None:
    gold = json.loads((HERE / name).read_text("utf-8"))
    rows = rows_of(gold["page"])
    (page,) = rows["pages"]
    place = Places(page["text"])
    wrong = metadata_differences(page, gold)
    for table in FACTS:
        wrong += compare(table, gold[table], rows[table], place)
    assert not wrong, "\n" + "\n".join(wrong)


def test_every_sample_page_has_gold() -> None:
    golds = {json.loads((HERE / name).read_text("utf-8"))["page"] for name in NAMES}
    assert len(golds) >= 14
    assert golds == {path.name for path in RAW.iterdir() if not path.name.startswith(".")}
