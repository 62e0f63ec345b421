"""Rows to Arrow tables."""

from __future__ import annotations

from datetime import date
from typing import Any

import pyarrow as pa
import pytest

from pipeline.schema import TABLES, CheckRow, FailureRow, StaffRow
from pipeline.write.arrow import RowError, arrow_schema, to_arrow
from pipeline.write.columns import columns


def staff(**said: Any) -> StaffRow:
    row: dict[str, Any] = dict.fromkeys(StaffRow.__dataclass_fields__)
    row |= {
        "page_id": "p",
        "field": "text",
        "start": 0,
        "end": 3,
        "quote": "28人",
        "rule": "staff:total",
        "dimension": "total",
        "category": "staff_total",
    }
    row |= {"scope": "exact", "category_text": "职工", "value": 28.0, "bound": "exact", "unit": "人"}
    return StaffRow(**(row | said))


@pytest.mark.parametrize("table", TABLES)
def test_every_column_is_described(table: str) -> None:
    schema = arrow_schema(table)
    assert schema.names == [column.name for column in columns(table)]
    assert schema.metadata[b"description"]
    assert all(field.metadata[b"description"] for field in schema)


def test_types_units_and_nulls_come_from_the_row_class() -> None:
    schema = arrow_schema("staff")
    assert schema.field("value").type == pa.float64()
    assert schema.field("value").metadata[b"unit"] == b"people"
    assert not schema.field("value").nullable
    assert schema.field("earliest").type == pa.date32()
    assert schema.field("earliest").nullable
    assert arrow_schema("pages").field("breadcrumb").type == pa.list_(pa.field("item", pa.string(), nullable=False))
    assert arrow_schema("pages").field("incomplete").type == pa.bool_()
    assert arrow_schema("awards").field("date").type == pa.string()


def test_allowed_values_come_from_the_vocabulary() -> None:
    named = {column.name: column.values for column in columns("staff")}
    assert "total" in named["dimension"]
    assert "staff_total" in named["category"]
    assert "staff_total" not in named["dimension"]
    assert "visits_physical" not in {column.name: column.values for column in columns("indicators")}["measure"]


def test_rows_become_a_table() -> None:
    table = to_arrow("staff", [staff(earliest=date(2012, 12, 1)), staff(value_high=30.5)])
    assert table.schema.equals(arrow_schema("staff"), check_metadata=True)
    assert table.column("earliest").to_pylist() == [date(2012, 12, 1), None]
    assert table.column("value_high").to_pylist() == [None, 30.5]


def test_no_rows_become_an_empty_table() -> None:
    assert to_arrow("staff", []).num_rows == 0


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"category": "boss"}, r"staff.category: 'boss' is not allowed; use one of staff_total"),
        ({"bound": "about"}, r"staff.bound: 'about' is not allowed; use one of exact, min"),
        ({"category": None}, r"staff.category: a value is missing"),
        ({"value": float("nan")}, r"staff.value: a value is not a finite number"),
        ({"value_high": float("inf")}, r"staff.value_high: a value is not a finite number"),
        ({"value": "28"}, r"staff.value: not a column of type number"),
        ({"quote": "\udcff"}, r"staff.quote: not a column of type string"),
        ({"start": 2**64}, r"staff.start: not a column of type integer"),
    ],
)
def test_a_row_that_breaks_the_schema_is_refused(said: dict[str, Any], message: str) -> None:
    with pytest.raises(RowError, match=message):
        to_arrow("staff", [staff(), staff(**said)])


def test_a_pack_may_add_measures() -> None:
    assert to_arrow("staff", [staff(category="boss")], {"staff.category": frozenset({"boss"})}).num_rows == 1


def test_values_that_may_be_null_are_checked_where_they_stand() -> None:
    row: dict[str, Any] = dict.fromkeys(CheckRow.__dataclass_fields__, "x")
    row |= {"kind": "jump", "severity": "info", "field": "text", "start": 0, "end": 1, "expected": None, "found": 1.0}
    row |= {"other_field": "margin", "other_start": None, "other_end": None}
    with pytest.raises(RowError, match=r"checks.other_field: 'margin'"):
        to_arrow("checks", [CheckRow(**row)])


def test_an_unknown_table_is_refused() -> None:
    with pytest.raises(KeyError):
        to_arrow("fails", [FailureRow("a", None, "open", "x")])
