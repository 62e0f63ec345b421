"""`datapackage.json`: the tables for programs, as a Data Package (version 2)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pipeline.schema import TABLES
from pipeline.write.columns import Column, columns, describe

_PROFILE = "https://datapackage.org/profiles/2.0"


More = Mapping[str, frozenset[str]]


def datapackage(more: More | None = None) -> bytes:
    """The descriptor. `more`: values allowed beside the schema's, by `table.column`."""
    package = {
        "$schema": f"{_PROFILE}/datapackage.json",
        "name": "institution-tables",
        "title": "Tables from pages of Chinese institutions",
        "description": "Facts that institutions state on their pages, each with the place that states it. See codebook.md.",
        "resources": [_resource(table, more or {}) for table in TABLES],
    }
    return json.dumps(package, ensure_ascii=False, indent=2).encode() + b"\n"


def _resource(table: str, more: More) -> dict[str, Any]:
    return {
        "$schema": f"{_PROFILE}/dataresource.json",
        "name": table,
        "type": "table",
        "description": describe(table),
        "path": f"{table}.parquet",
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "schema": _schema(table, more),
    }


def _schema(table: str, more: More) -> dict[str, Any]:
    fields = [_field(column, more.get(f"{table}.{column.name}", frozenset())) for column in columns(table)]
    schema: dict[str, Any] = {"$schema": f"{_PROFILE}/tableschema.json", "missingValues": [], "fields": fields}
    if table == "pages":
        return schema | {"primaryKey": ["page_id"]}
    if table == "failures":
        return schema
    return schema | {"foreignKeys": [{"fields": ["page_id"], "reference": {"resource": "pages", "fields": ["page_id"]}}]}


def _field(column: Column, more: frozenset[str]) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": _type(column), "description": column.meaning}
    if column.unit:
        field["unit"] = column.unit
    if not column.nullable:
        field["constraints"] = {"required": True}
    if column.values:
        allowed = [*column.values, *sorted(more - set(column.values))]
        labels = {term.id: term.words[0] for term in column.terms if term.words}
        field["categories"] = [{"value": value, "label": labels.get(value, value)} for value in allowed]
        field.setdefault("constraints", {})["enum"] = allowed
    return field


def _type(column: Column) -> str:
    """The type under which validators that read by way of pandas find the cells valid: there lists are arrays, gaps among integers NaN."""
    if column.kind == "list":
        return "any"
    return "number" if column.kind == "integer" and column.nullable else column.kind
