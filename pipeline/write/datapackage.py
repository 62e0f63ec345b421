"""`datapackage.json`: the tables for programs, as a Data Package (version 2)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pipeline.schema import TABLES
from pipeline.write.columns import Column, columns, describe

_PROFILE = "https://datapackage.org/profiles/2.0"


def datapackage(files: Mapping[str, tuple[int, str]]) -> bytes:
    """The descriptor. `files`: bytes and SHA-256 of each table's file by name."""
    package = {
        "$schema": f"{_PROFILE}/datapackage.json",
        "name": "institution-tables",
        "title": "Tables from pages of Chinese institutions",
        "description": "Facts that institutions state on their pages, each with the place that states it. See codebook.md.",
        "resources": [_resource(table, *files[f"{table}.parquet"]) for table in TABLES],
    }
    return json.dumps(package, ensure_ascii=False, indent=2).encode() + b"\n"


def _resource(table: str, size: int, digest: str) -> dict[str, Any]:
    return {
        "$schema": f"{_PROFILE}/dataresource.json",
        "name": table,
        "type": "table",
        "description": describe(table),
        "path": f"{table}.parquet",
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "bytes": size,
        "hash": f"sha256:{digest}",
        "schema": _schema(table),
    }


def _schema(table: str) -> dict[str, Any]:
    schema: dict[str, Any] = {"$schema": f"{_PROFILE}/tableschema.json", "fields": [_field(column) for column in columns(table)]}
    if table == "pages":
        return schema | {"primaryKey": ["page_id"]}
    if table == "failures":
        return schema
    return schema | {"foreignKeys": [{"fields": ["page_id"], "reference": {"resource": "pages", "fields": ["page_id"]}}]}


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": column.kind, "description": column.meaning}
    if column.kind == "list":
        field["itemType"] = "string"
    if column.unit:
        field["unit"] = column.unit
    if not column.nullable:
        field["constraints"] = {"required": True}
    if column.values:
        field["categories"] = _categories(column)
        field.setdefault("constraints", {})["enum"] = list(column.values)
    return field


def _categories(column: Column) -> list[dict[str, str]]:
    labels = {term.id: term.words[0] for term in column.terms if term.words}
    return [{"value": value, "label": labels.get(value, value)} for value in column.values]
