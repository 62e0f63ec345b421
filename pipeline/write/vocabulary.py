"""The vocabulary: ids of measures, categories and honours, with the Chinese terms they stand for and the standards they follow."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Term(NamedTuple):
    """A line of `vocabulary.csv`: `words` are Chinese terms, `reference` the standard and its clause."""

    table: str
    dimension: str
    id: str
    words: tuple[str, ...]
    reference: str
    note: str


@cache
def vocabulary() -> tuple[Term, ...]:
    """All terms, in the file's order."""
    lines = files("pipeline").joinpath("vocabulary.csv").read_text("utf-8").splitlines()
    return tuple(_term(row) for row in csv.DictReader(lines))


def terms(key: str) -> tuple[Term, ...]:
    """The terms of `table` or `table.dimension`. KeyError where there are none."""
    table, _, dimension = key.partition(".")
    found = tuple(term for term in vocabulary() if term.table == table and dimension in ("", term.dimension))
    if not found:
        raise KeyError(key)
    return found


def _term(row: dict[str, str]) -> Term:
    words = () if row["zh_terms"] == "-" else tuple(row["zh_terms"].split("|"))
    reference = "" if row["reference"] == "-" else row["reference"]
    return Term(row["table"], row["dimension"], row["id"], words, reference, row["note"] or "")
