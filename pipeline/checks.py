"""Statements of a page held against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from pipeline.fold import fold
from pipeline.mentions import Reading
from pipeline.model import Document
from pipeline.schema import CheckRow, StaffRow

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九十")} | {"两": 2}
_ANNOUNCER = re.compile(
    r"[“\"]?(?P<n>[一二三四五六七八九十两]|\d{1,2})(?P<w>大|项|个方面|条|个|措并举|抓|招|强化|举措|型|坚持|到位)[\u3400-\u9fff”\"]"
)


def _row(
    document: Document,
    kind: str,
    severity: str,
    message: str,
    expected: float,
    found: float,
    span: tuple[str, int, int],
    other: tuple[int, int] | None,
) -> CheckRow:
    where, start, end = span
    cited = document.cite(start, end, f"checks:{kind}", where)
    quote = document.cite(*other, f"checks:{kind}") if other else None
    return CheckRow(
        page_id=cited.page_id, kind=kind, severity=severity, message=message, expected=expected, found=found,
        field=cited.field, start=cited.start, end=cited.end, quote=cited.quote, rule=cited.rule,
        other_field="text" if quote else None, other_start=quote.start if quote else None,
        other_end=quote.end if quote else None, other_quote=quote.quote if quote else None,
    )  # fmt: skip


def _headline(document: Document, reading: Reading) -> Iterator[CheckRow]:
    """Each announcer of the headline (九大, 四项) against the number of top-level points."""
    top = [point for point in reading.points if point.level == 1]
    title = fold(document.metadata.title or "")
    for match in _ANNOUNCER.finditer(title):
        word = match.group("n")
        expected = int(word) if word.isdigit() else _DIGITS[word]
        if top and expected > 1 and expected != len(top):
            message = f"the headline announces {match.group('n')}{match.group('w')}, {len(top)} numbered points follow"
            span = ("title", match.start("n"), match.end("w"))
            yield _row(document, "headline_count", "info", message, expected, len(top), span, (top[0].start, top[0].label_end))


def _parts(document: Document, rows: Sequence[StaffRow]) -> Iterator[CheckRow]:
    """A category of staff above the total it follows."""
    total: StaffRow | None = None
    for row in rows:
        if row.dimension == "total":
            total = row
        elif (
            total is not None
            and row.institution == total.institution
            and row.value > (total.value_high or total.value)
            and total.bound != "min"
        ):
            message = f"{row.category_text} {row.value:g} is more than the total of {total.value:g}"
            yield _row(
                document,
                "part_over_total",
                "warning",
                message,
                total.value,
                row.value,
                (row.field, row.start, row.end),
                (total.start, total.end),
            )


def checks(document: Document, reading: Reading, made: Mapping[str, Sequence[object]]) -> list[CheckRow]:
    """Every pair of statements that do not agree."""
    staff = [row for row in made["staff"] if isinstance(row, StaffRow)]
    return [*_headline(document, reading), *_parts(document, staff)]
