"""The codebook: what every table and column means, in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib.resources import files
from typing import TYPE_CHECKING

from pipeline.schema import TABLES
from pipeline.write.columns import Column, columns, describe
from pipeline.write.vocabulary import Term

if TYPE_CHECKING:
    from pipeline.write.arrow import More

_LISTED = 16  # longer lists of values stand in the vocabulary


def codebook(table: str | None = None, more: More | None = None) -> str:
    """The codebook of all tables, or of one; `more`: ids that packs add, by `table.column`. KeyError for a name that is none of `schema.TABLES`."""
    if table:
        return "\n".join([*_table(table, "#"), "", *_vocabulary(columns(table))]).rstrip() + "\n"
    lines = [files("pipeline.write").joinpath("codebook.md").read_text("utf-8").rstrip(), ""]
    lines += ["| table | a row is |", "|---|---|", *(f"| [{name}](#{name}) | {describe(name)} |" for name in TABLES)]
    for name in TABLES:
        lines += ["", *_table(name, "##")]
    return "\n".join([*lines, "", *_vocabulary(column for name in TABLES for column in columns(name)), *_own(more or {})]) + "\n"


def _table(table: str, mark: str) -> Iterable[str]:
    yield from (f"{mark} {table}", "", describe(table), "", "| column | type | unit | meaning |", "|---|---|---|---|")
    for column in columns(table):
        kind = f"{column.kind}, null" if column.nullable else column.kind
        yield f"| `{column.name}` | {kind} | {column.unit or ''} | {_meaning(column)} |"


def _meaning(column: Column) -> str:
    if column.terms and len(column.values) > _LISTED:
        return f"{column.meaning}; see [vocabulary](#vocabulary)"
    return f"{column.meaning}: {', '.join(f'`{value}`' for value in column.values)}" if column.values else column.meaning


def _vocabulary(described: Iterable[Column]) -> Iterable[str]:
    """The terms that the columns may hold, a table a dimension; nothing where they hold none."""
    groups: dict[tuple[str, str], list[Term]] = {}
    for term in dict.fromkeys(term for column in described for term in column.terms):
        groups.setdefault((term.table, term.dimension), []).append(term)
    if groups:
        yield from (
            "## vocabulary",
            "",
            "Ids that stand in the tables, some of the words they stand for on a page, and the standard term they follow.",
        )
    for (table, dimension), terms in groups.items():
        yield from ("", f"### {table}: {dimension}", "", "| id | words | follows | note |", "|---|---|---|---|", *_terms(terms))


def _own(more: More) -> Iterable[str]:
    """The ids that no vocabulary has."""
    for place, ids in more.items():
        table, _, name = place.partition(".")
        known = {value for column in columns(table) if column.name == name for value in column.values}
        if own := sorted(ids - known):
            yield from (
                "",
                f"### {table}: {name} of packs of your own",
                "",
                *(f"- `{one}`: the rule `{table}:{one}` of a pack" for one in own),
            )


def _terms(terms: Sequence[Term]) -> Iterable[str]:
    return (f"| `{term.id}` | {' '.join(term.words)} | {term.reference} | {term.note} |" for term in terms)
