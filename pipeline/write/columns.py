"""What `schema.py` says of a table, read from its row class."""

from __future__ import annotations

import types
import typing
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from typing import Literal

from pipeline.schema import TABLES
from pipeline.write.vocabulary import Term, terms

Kind = Literal["string", "integer", "number", "boolean", "date", "list"]
_KINDS: dict[object, Kind] = {
    str: "string", int: "integer", float: "number", bool: "boolean", date: "date", tuple[str, ...]: "list",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `values` are the allowed ones (empty: any), `terms` what the vocabulary says of them."""

    name: str
    kind: Kind
    nullable: bool
    meaning: str
    unit: str | None
    values: tuple[str, ...]
    terms: tuple[Term, ...]


@cache
def columns(table: str) -> tuple[Column, ...]:
    """The columns of a table, in order. KeyError for a name that is none of `schema.TABLES`."""
    row = TABLES[table]
    hints = typing.get_type_hints(row)
    return tuple(_column(field.name, hints[field.name], field.metadata) for field in fields(row))


def describe(table: str) -> str:
    """What a row of the table is, in a line."""
    return (TABLES[table].__doc__ or "").partition("\n")[0]


def _column(name: str, hint: object, said: typing.Mapping[str, typing.Any]) -> Column:
    plain, nullable = _unwrap(hint)
    listed = terms(said["vocabulary"]) if said["vocabulary"] else ()
    # a column that holds the dimension itself (staff.dimension) allows the dimensions of its terms
    allowed = (term.dimension if name == "dimension" else term.id for term in listed)
    return Column(name, _KINDS[plain], nullable, said["meaning"], said["unit"], said["values"] or tuple(dict.fromkeys(allowed)), listed)


def _unwrap(hint: object) -> tuple[object, bool]:
    if typing.get_origin(hint) is not types.UnionType:
        return hint, False
    (plain,) = (part for part in typing.get_args(hint) if part is not type(None))
    return plain, True
