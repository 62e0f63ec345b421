"""The tables, written down once: every column's name, type, meaning, unit and allowed values.

A row class is a frozen dataclass. From it come the Arrow schema, the codebook, `datapackage.json` and validation,
so a column is never written anywhere else. Types: `str`, `int`, `float`, `bool`, `date`, `tuple[str, ...]`, each may be `| None`.
"""

# ruff: noqa: RUF009 — column() makes a dataclass field
from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date as Day
from typing import Any

BOUNDS = ("exact", "min", "max", "approx")
BASES = ("stated", "page")
PERIOD_KINDS = ("annual", "month", "day", "event", "cumulative", "span", "unknown")
FIELDS = ("text", "title")
MEANT = ("stated", "plan", "change", "capacity", "negated", "other")
QUANTITY_KINDS = (
    "count", "ordinal", "percent", "point", "times", "money", "date", "duration", "time",
    "label", "name", "identifier", "weak",
)  # fmt: skip


def column(meaning: str, *, unit: str | None = None, values: tuple[str, ...] = (), vocabulary: str | None = None) -> Any:
    """A column: what it means, its unit, and its allowed values (a tuple, or `table.dimension` of the vocabulary)."""
    return field(metadata={"meaning": meaning, "unit": unit, "values": values, "vocabulary": vocabulary})


@dataclass(frozen=True, slots=True)
class PageRow:
    """A page read."""

    page_id: str = column("hash of source and record")
    source: str = column("path relative to the input root; inside an archive `archive!member`")
    record: str | None = column("record id inside the source (WARC-Record-ID, MHTML part)")
    url: str | None = column("address the page was captured from, where the dump says so")
    captured_at: str | None = column("time of capture as the dump states it, ISO 8601")
    sha256: str = column("SHA-256 of the page's bytes")
    duplicate_of: str | None = column("page_id of the page that gives this content's facts")
    part_of: str | None = column("page_id of the page that gives the text and facts of the whole article of which this page is a part")
    part: int | None = column("which page of an article over several pages it is; null for an article of one page")
    part_start: int | None = column("where this part begins in the text of the whole article", unit="code points")
    site: str | None = column("name of the site")
    institution: str | None = column("the institution that reports")
    title: str | None = column("headline")
    published: str | None = column("date of publication shown on the page, EDTF")
    published_meta: str | None = column("date of publication in the page's meta elements, EDTF")
    origin: str | None = column("来源: where the text comes from")
    author: str | None = column("作者: who wrote it")
    responsible: str | None = column("责任者, where it is kept apart from the author")
    editor: str | None = column("编辑, 责任编辑: who edited it")
    reads: int | None = column("阅读, 点击: the page's own counter", unit="views")
    breadcrumb: tuple[str, ...] = column("navigation path to the page")
    charset: str | None = column("encoding used to decode the page")
    charset_declared: tuple[str, ...] = column("encodings the page or its transport declared")
    charset_reason: str | None = column("why this encoding was used, what was undone; `garbled` where the result is no readable text")
    charset_errors: int = column("characters lost: undecodable (U+FFFD in the text), or gone before the page was saved", unit="characters")
    document_number: str | None = column("发文字号: the document's number")
    incomplete: bool = column("whether parts of the article are missing from the dump")
    kind: str = column("kind of page", values=("report", "news", "notice", "list", "other"))
    text: str = column("the page's text, furniture removed; offsets of all tables count its Unicode code points")


@dataclass(frozen=True, slots=True)
class SentenceRow:
    """A sentence, with the words jieba cuts it into."""

    page_id: str = column("the page")
    number: int = column("position on the page, from 0")
    start: int = column("first character in pages.text", unit="code points")
    end: int = column("after the last character", unit="code points")
    words: tuple[str, ...] = column("words, in order; joined they are the sentence")
    pos: tuple[str, ...] = column("the dictionary's part-of-speech tag of each word; empty where it has none")


@dataclass(frozen=True, slots=True)
class Cited:
    """The evidence that begins every fact row; made by `Document.cite` alone."""

    page_id: str = column("the page")
    field: str = column("the page's column that is quoted", values=FIELDS)
    start: int = column("first character of the quote", unit="code points")
    end: int = column("after the last character of the quote", unit="code points")
    quote: str = column("the page's field at [start:end], character for character")
    rule: str = column("`table:rule` that made the row")


@dataclass(frozen=True, slots=True)
class InitiativeRow(Cited):
    """A numbered point."""

    initiative_id: str = column("stated numbers from the top, joined by dots: `4.2`")
    parent_id: str | None = column("initiative_id of the enclosing point")
    level: int = column("depth, 1 at the top")
    ordinal: int = column("number within its parent")
    label: str = column("the mark as written: `二是`")
    scheme: str = column("scheme of the mark (a pack's [[mark]] id)")
    title: str = column("name of the point")
    text: str = column("the point's whole text, sub-points included")


@dataclass(frozen=True, slots=True)
class StaffRow(Cited):
    """A head count of the institution's own staff."""

    institution: str | None = column("whose staff")
    dimension: str = column("what the count divides by", vocabulary="staff")
    category: str = column("vocabulary id", vocabulary="staff")
    scope: str = column("whether the category is meant exactly or as a limit", values=("exact", "and_above", "and_below"))
    category_text: str = column("the page's own words for the category")
    value: float = column("the number stated", unit="people")
    value_high: float | None = column("upper end, where a range is stated", unit="people")
    bound: str = column("how the number is hedged", values=BOUNDS)
    unit: str | None = column("the unit as written: 人, 名, 位")
    as_of: str | None = column("the moment the count holds for, EDTF")
    earliest: Day | None = column("first day of as_of")
    latest: Day | None = column("last day of as_of")
    basis: str | None = column("stated on the page, or resolved with the page's own date", values=BASES)
    initiative_id: str | None = column("innermost numbered point the fact stands in")


@dataclass(frozen=True, slots=True)
class VisitRow(Cited):
    """People who came, were served, took part."""

    institution: str | None = column("whose visits")
    measure: str = column("vocabulary id", vocabulary="visits.measure")
    measure_text: str = column("the page's own words for the measure")
    audience: str | None = column("vocabulary id of the audience", vocabulary="visits.audience")
    audience_text: str | None = column("the page's own words for the audience")
    value: float = column("the number stated, in `unit`")
    value_high: float | None = column("upper end, where a range is stated")
    bound: str = column("how the number is hedged", values=BOUNDS)
    unit: str | None = column("the unit as written (人次 counts visits, 人 counts people)")
    period: str | None = column("the time the number covers, EDTF")
    earliest: Day | None = column("first day of the period")
    latest: Day | None = column("last day of the period; null where it is open")
    basis: str | None = column("stated on the page, or resolved with the page's own date", values=BASES)
    period_kind: str = column("what kind of time the number covers", values=PERIOD_KINDS)
    initiative_id: str | None = column("innermost numbered point the fact stands in")


@dataclass(frozen=True, slots=True)
class IndicatorRow(Cited):
    """Any other statistic stated of the institution."""

    institution: str | None = column("whose statistic")
    measure: str = column("vocabulary id; `other` where the vocabulary has none", vocabulary="indicators")
    measure_text: str = column("the page's own words for the measure")
    audience: str | None = column("vocabulary id of the audience", vocabulary="visits.audience")
    audience_text: str | None = column("the page's own words for the audience")
    value: float = column("the number stated, in `unit`")
    value_high: float | None = column("upper end, where a range is stated")
    bound: str = column("how the number is hedged", values=BOUNDS)
    unit: str | None = column("the unit as written")
    period: str | None = column("the time the number covers, EDTF")
    earliest: Day | None = column("first day of the period")
    latest: Day | None = column("last day of the period; null where it is open")
    basis: str | None = column("stated on the page, or resolved with the page's own date", values=BASES)
    period_kind: str = column("what kind of time the number covers", values=PERIOD_KINDS)
    initiative_id: str | None = column("innermost numbered point the fact stands in")


@dataclass(frozen=True, slots=True)
class AwardRow(Cited):
    """One honour, granted once."""

    name: str = column("name of the honour; years that belong to it stay in it")
    recipient: str | None = column("who received it")
    recipient_kind: str = column("what the recipient is", values=("institution", "person", "work", "place", "other"))
    awarding_body: str | None = column("who granted it")
    level: str | None = column("level of the granting body", vocabulary="awards.level")
    kind: str | None = column("kind of honour", vocabulary="awards.kind")
    grade: str | None = column("grade inside the honour as written: 一级, 一等奖")
    batch: str | None = column("首批, 第二批")
    form: str = column("granted, held as a status, or shortlisted", values=("granted", "status", "shortlisted"))
    date: str | None = column("date of the grant, EDTF")
    earliest: Day | None = column("first day of date")
    latest: Day | None = column("last day of date; null where it is open")
    basis: str | None = column("stated on the page, or resolved with the page's own date", values=BASES)
    mentions: int = column("how often the page tells it", unit="mentions")
    initiative_id: str | None = column("innermost numbered point the fact stands in")


@dataclass(frozen=True, slots=True)
class QuantityRow:
    """A number in the text: every one, claimed by a rule or not."""

    page_id: str = column("the page")
    field: str = column("the page's column it stands in", values=FIELDS)
    start: int = column("first character", unit="code points")
    end: int = column("after the last character", unit="code points")
    quote: str = column("the number as written, with its hedge and unit")
    value: float | None = column("the number stated")
    value_high: float | None = column("upper end, where a range is stated")
    bound: str | None = column("how the number is hedged", values=BOUNDS)
    unit: str | None = column("the unit as written")
    kind: str = column("what kind of number it is", values=QUANTITY_KINDS)
    meant: str = column("how it is meant", values=MEANT)
    claimed_by: str | None = column("`table:rule` of the fact it went into")
    reason: str | None = column("why no fact was made of it")


@dataclass(frozen=True, slots=True)
class CheckRow:
    """Two statements that do not agree."""

    page_id: str = column("the page")
    kind: str = column("what disagrees", values=("headline_count", "part_over_total", "two_values", "date_order", "jump"))
    severity: str = column("how much it matters", values=("info", "warning"))
    message: str = column("what disagrees, in a sentence")
    expected: float | None = column("the number the first statement leads to expect")
    found: float | None = column("the number found")
    field: str = column("the page's column that is quoted", values=FIELDS)
    start: int = column("first character of the quote", unit="code points")
    end: int = column("after the last character of the quote", unit="code points")
    quote: str = column("the first statement")
    rule: str = column("`checks:kind`")
    other_field: str | None = column("where the second statement stands", values=FIELDS)
    other_start: int | None = column("first character of the second quote", unit="code points")
    other_end: int | None = column("after the last character of the second quote", unit="code points")
    other_quote: str | None = column("the second statement")


@dataclass(frozen=True, slots=True)
class FailureRow:
    """A page or record not read, and why."""

    source: str = column("path relative to the input root; inside an archive `archive!member`")
    record: str | None = column("record id inside the source")
    stage: str = column("where it failed", values=("open", "decode", "clean", "read", "write"))
    reason: str = column("what is wrong with it, in a sentence")


TABLES: dict[str, type] = {
    "pages": PageRow,
    "sentences": SentenceRow,
    "initiatives": InitiativeRow,
    "staff": StaffRow,
    "visits": VisitRow,
    "awards": AwardRow,
    "indicators": IndicatorRow,
    "quantities": QuantityRow,
    "checks": CheckRow,
    "failures": FailureRow,
}
FACTS = ("initiatives", "staff", "visits", "awards", "indicators")
