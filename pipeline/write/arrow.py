"""Rows to Arrow tables, checked against the schema."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from operator import attrgetter
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.write.columns import Column, Kind, columns, describe

More = Mapping[str, frozenset[str]]
"""Values allowed beside those of the schema, by `table.column`: measures that a user's own pack adds."""

_TYPES: dict[Kind, pa.DataType] = {
    "string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_(), "date": pa.date32(),
    "list": pa.list_(pa.field("item", pa.string(), nullable=False)),
}  # fmt: skip


class RowError(ValueError):
    """A row that breaks the schema: the message names table, column, value and what is allowed."""


@cache
def arrow_schema(table: str) -> pa.Schema:
    """The Arrow schema of a table; descriptions and units are field metadata."""
    return pa.schema([_field(column) for column in columns(table)], metadata={"description": describe(table)})


def to_arrow(table: str, rows: Sequence[Any], more: More | None = None) -> pa.Table:
    """The rows as an Arrow table. RowError where a value is missing, of another type, not finite or not allowed."""
    schema, described = arrow_schema(table), columns(table)
    read = attrgetter(*(column.name for column in described))
    values = list(zip(*map(read, rows), strict=True)) or [()] * len(described)
    arrays = [_array(table, column, cells, more or {}) for column, cells in zip(described, values, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def _field(column: Column) -> pa.Field:
    metadata = {"description": column.meaning} | ({"unit": column.unit} if column.unit else {})
    return pa.field(column.name, _TYPES[column.kind], nullable=column.nullable, metadata=metadata)


def _array(table: str, column: Column, cells: Sequence[Any], more: More) -> pa.Array:
    name = f"{table}.{column.name}"
    try:
        array = pa.array(cells, _TYPES[column.kind])
    except (pa.ArrowException, UnicodeEncodeError, TypeError, OverflowError) as error:
        raise RowError(f"{name}: not a column of type {column.kind}: {error}") from error
    if array.null_count and not column.nullable:
        raise RowError(f"{name}: a value is missing, and the column is never null")
    if column.kind == "number" and not pc.all(pc.is_finite(array)).as_py() and array.null_count < len(array):
        raise RowError(f"{name}: a value is not a finite number")
    if column.values:
        _check_values(name, column, array, more)
    return array


def _check_values(name: str, column: Column, array: pa.Array, more: More) -> None:
    found = set(pc.unique(array).to_pylist()) - {None}
    strange = sorted(found - set(column.values) - more.get(name, frozenset()))
    if strange:
        raise RowError(f"{name}: {strange[0]!r} is not allowed; use one of {', '.join(column.values)}")
