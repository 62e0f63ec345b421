"""Dates of a page as periods: those joined to the last one each their own, `2004、2005年` two."""

from __future__ import annotations

import re

from pipeline.mentions import Period
from pipeline.read.scene import Clause, Scene
from pipeline.read.stated import stated_period
from pipeline.values import DateSpan, years

# 2009、2011两年: years before the last have no 年 of their own.
_YEARS_BEFORE = re.compile(r"(?<!\d)(?:(?:19|20)\d\d(?:年?[、和与]|,))+$")
_MONTH = re.compile(r"\d{4}-\d\d")
_YEAR = 6  # characters, for 2023年


def periods(scene: Scene, found: list[DateSpan]) -> list[Period]:
    """The last date and those joined to it by 、 or 和, each its own period; `2004、2005年` is two."""
    if not found:
        return [Period()]
    kept = [found[-1]]
    for earlier in reversed(found[:-1]):
        between = scene.folded[earlier.end : kept[0].start]
        if between not in ("、", "和", "与", "及", ",", ""):
            break
        kept.insert(0, earlier)
    told = _YEARS_BEFORE.search(scene.folded, max(0, kept[0].start - 30), kept[0].start)
    before = [stated_period(year) for year in years(told.group())] if told else []
    return [*before, *(period for span in kept for period in _each_year(scene, span))]


def _each_year(scene: Scene, span: DateSpan) -> list[Period]:
    basis = "page" if span.inferred else "stated"
    named = years(scene.folded[span.start : span.end])
    if len(named) > 1 and re.search(r"[、和与及]", scene.folded[span.start : span.end]):
        return [stated_period(year, basis) for year in named]
    return [Period("unknown", span.edtf, span.earliest, span.latest, basis)]


def in_year_of(scene: Scene, date: Period, name: tuple[int, int], last: Period, clause: Clause) -> Period:
    """1月被评为2023年优秀组织, 6月入选…: a bare month is of the year of the grant before, not of the year in its name."""
    if date.edtf is None or last.edtf is None or not _MONTH.fullmatch(date.edtf):
        return date
    year, told = date.edtf[:4], last.edtf[:4]
    in_name = year in scene.folded[max(0, name[0] - _YEAR) : name[1]] and year not in scene.folded[clause.start : clause.end]
    return stated_period(told + date.edtf[4:], date.basis)._replace(kind=date.kind) if in_name and year != told else date
