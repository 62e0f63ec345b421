"""A run's summary for people."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli.shown import shown
from pipeline.schema import FACTS

if TYPE_CHECKING:
    from pipeline.run import Summary

_NUMBERS = {"claimed": "claimed by a rule", "refused": "refused with a reason", "unclaimed": "unclaimed"}


def lines(summary: Summary) -> Iterator[str]:
    """The summary, a line each: pages, facts, numbers, failures, and where to look next."""
    rows, out = summary.rows, Path(summary.out)
    if summary.share:
        yield from _read_only(summary)
        return
    yield f"{out}: nothing has changed since the last run, the tables stay as they are" if summary.unchanged else f"{out}: tables written"
    repeated = f", {summary.duplicates:,} of them captures of an article read already" if summary.duplicates else ""
    yield f"  pages      {rows['pages']:,}{repeated}"
    if summary.incomplete:
        lack = "page is of an article whose other pages were not found beside it"
        lack = lack if summary.incomplete == 1 else "pages are of articles whose other pages were not found beside them"
        yield f"  incomplete {summary.incomplete:,} {lack} (pages.incomplete)"
    yield from _characters(summary)
    yield "  facts      " + ", ".join(f"{rows[table]:,} {table}" for table in FACTS)
    yield f"  numbers    {rows['quantities']:,}: " + ", ".join(f"{summary.numbers[what]:,} {name}" for what, name in _NUMBERS.items())
    yield f"  checks     {rows['checks']:,} statements that do not agree"
    yield from _failures(summary, out)
    yield from (f"  left out   {count:,} x {what}" for what, count in sorted(summary.left_out.items()))
    yield f"Next: {out / 'codebook.md'} says what each column means; `pipeline explain PAGE` shows where a page's rows come from."


def _read_only(summary: Summary) -> Iterator[str]:
    rows = summary.rows
    yield f"{summary.out}: share {summary.share} is read, {summary.shards:,} of {summary.shards_all:,} shards; no tables are written yet"
    yield f"  pages      {rows['pages']:,}"
    yield f"  failures   {rows['failures']:,}"
    if summary.machines:
        yield f"    {summary.machines:,} of them for want of memory, time or a library: the same command with --retry reads them again"
    yield "Next: when all shares are read, the same command without --shard and --no-merge writes the tables."


def _characters(summary: Summary) -> Iterator[str]:
    if summary.lossy:
        yield f"  characters {summary.lossy:,} {'page lacks' if summary.lossy == 1 else 'pages lack'} some that could not be decoded (pages.charset_errors)"
    if summary.garbled:
        yield f"  garbled    {summary.garbled:,} {'page is' if summary.garbled == 1 else 'pages are'} no readable text (pages.charset_reason)"


def _failures(summary: Summary, out: Path) -> Iterator[str]:
    count = summary.rows["failures"]
    if not count:
        yield "  failures   none"
        return
    yield f"  failures   {count:,} not read:"
    yield from (f"    {shown(source)}: {shown(reason)}" for source, reason in summary.failures)
    if summary.machines:
        yield f"    {summary.machines:,} of them for want of memory, time or a library: the same command with --retry reads them again"
    if count > len(summary.failures):
        yield f"    ... and {count - len(summary.failures):,} more in {out / 'failures.parquet'}"
