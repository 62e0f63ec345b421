"""When a row is the gold's: leniently the same fact, strictly the same fact with its decisive columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

from pipeline.fold import fold
from pipeline.score.gold import Row

Rule = Callable[[str, Row, Row], bool]
Pair = tuple[Row, Row]

PUNCTUATION = re.compile(r"[\s“”\"'‘’「」『』《》〈〉（）()，,。；;、·]")
TITLE_LENGTH, NAME_LENGTH, LIKENESS = 6, 4, 0.75
# Measures that two annotators mix up and that a total may be built from alike.
GROUPS = {
    "visits_physical": "visits",
    "visits_reading_room": "visits",
    "visits_borrowers": "visits",
    "archive_users": "visits",
    "served": "served",
    "online_served": "served",
    "visits_offsite": "served",
    "visits_virtual": "online",
    "page_views": "online",
}


def plain(text: object) -> str:
    """Text without spaces, quotation marks and the punctuation that copies lose; digits half-width."""
    return PUNCTUATION.sub("", fold(str(text or "")))


def group(measure: object) -> str:
    """The group of a visits measure: visits, served, attendance, online, or the measure itself."""
    name = str(measure)
    return "attendance" if name.startswith("attendance") else GROUPS.get(name, name)


def values(row: Row) -> set[float]:
    """The numbers a row states: its value and, of a range, the upper end."""
    return {round(float(row[c]), 4) for c in ("value", "value_high") if row.get(c) is not None}


def alike(one: object, other: object) -> bool:
    """Whether two names are one: equal, one inside the other, or three quarters alike."""
    a, b = plain(one), plain(other)
    if not a or not b:
        return False
    return a == b or (min(len(a), len(b)) >= NAME_LENGTH and (a in b or b in a)) or SequenceMatcher(None, a, b).ratio() >= LIKENESS


def lenient(table: str, gold: Row, row: Row) -> bool:
    """The same fact: award by name, initiative by label and the title's beginning, a count by its value."""
    if table == "awards":
        return alike(gold["name"], row["name"])
    if table == "initiatives":
        same_label = plain(gold["label"]).strip(".") == plain(row["label"]).strip(".")
        return same_label and plain(gold["title"])[:TITLE_LENGTH] == plain(row["title"])[:TITLE_LENGTH]
    return bool(values(gold) & values(row))


def strict(table: str, gold: Row, row: Row) -> bool:
    """The same fact, and: date of an award, path of an initiative, dimension or measure group and hedge of a count."""
    if not lenient(table, gold, row):
        return False
    if table == "awards":
        return "date" not in gold or (gold["date"] or None) == (row.get("date") or None)
    if table == "initiatives":
        return bool(gold["path"] == row["initiative_id"])
    return _same_kind(table, gold, row) and (gold.get("bound") or "exact") == (row.get("bound") or "exact")


def _same_kind(table: str, gold: Row, row: Row) -> bool:
    if table == "staff":
        wanted = gold.get("dimension", "other")
        return wanted == row["dimension"] or "other" in (wanted, row["dimension"])
    return table != "visits" or "measure" not in gold or group(gold["measure"]) == group(row["measure"])


def pair(table: str, golds: Sequence[Row], rows: Sequence[Row], rule: Rule) -> tuple[list[Pair], list[Row], list[Row]]:
    """One to one: (pairs of gold and row, golds without a row, rows without gold). A row whose quote meets the gold's goes first."""
    left, pairs, missed = list(rows), [], []
    for gold in golds:
        fit = next((row for row in sorted(left, key=lambda row: _apart(gold, row)) if rule(table, gold, row)), None)
        if fit is None:
            missed.append(gold)
            continue
        left = [row for row in left if row is not fit]
        pairs.append((gold, fit))
    return pairs, missed, left


def _apart(gold: Row, row: Row) -> bool:
    a, b = plain(gold.get("quote")), plain(row.get("quote"))
    return b not in a and a not in b
