"""The codebook and the data package say of every column what the schema says."""

from __future__ import annotations

import json

import pytest
from frictionless import Package

from pipeline.schema import TABLES
from pipeline.write.codebook import codebook
from pipeline.write.columns import columns
from pipeline.write.datapackage import datapackage
from pipeline.write.vocabulary import terms, vocabulary


@pytest.mark.parametrize("table", TABLES)
def test_the_codebook_has_every_column(table: str) -> None:
    book = codebook()
    assert codebook(table).startswith(f"# {table}\n")
    for column in columns(table):
        assert any(f"| `{column.name}` |" in line and column.meaning in line for line in codebook(table).splitlines())
        assert f"| `{column.name}` |" in book


def test_every_term_of_the_vocabulary_is_in_the_codebook() -> None:
    book = codebook()
    assert [term.id for term in vocabulary() if f"| `{term.id}` |" not in book] == []


def test_one_table_brings_its_terms_along() -> None:
    assert "| `visits_physical` | 到馆" in codebook("visits")
    assert "| `cpc_member` |" not in codebook("visits")
    assert "vocabulary" not in codebook("failures")


def test_measures_of_packs_of_ones_own_are_named() -> None:
    book = codebook(more={"indicators.measure": frozenset({"forums", "loans"}), "visits.measure": frozenset()})
    assert "### indicators: measure of packs of your own\n\n- `forums`: the rule `indicators:forums` of a pack\n" in book
    assert book.count("packs of your own") == 1


def test_an_unknown_dimension_is_refused() -> None:
    with pytest.raises(KeyError):
        terms("visits.colour")


def test_the_data_package_is_valid() -> None:
    assert list(Package.metadata_validate(json.loads(datapackage()))) == []


def test_the_data_package_carries_values_units_and_keys() -> None:
    package = {resource["name"]: resource for resource in json.loads(datapackage())["resources"]}
    fields = {field["name"]: field for field in package["staff"]["schema"]["fields"]}
    assert fields["bound"]["constraints"] == {"required": True, "enum": ["exact", "min", "max", "approx"]}
    assert {"value": "bachelor", "label": "本科"} in fields["category"]["categories"]
    assert fields["value"]["unit"] == "people"
    assert package["pages"]["schema"]["primaryKey"] == ["page_id"]
    assert package["staff"]["schema"]["foreignKeys"][0]["reference"]["resource"] == "pages"
