"""When: the time that governs a number, from its clause, the clauses before it, or words glued to its verb."""

from __future__ import annotations

import re

from pipeline.mentions import Period
from pipeline.read.scene import Clause, Scene
from pipeline.read.stated import stated_period
from pipeline.values import DateSpan

_WHOLE_YEAR = "<<whole_year>>"
_KINDS = {"day": "day", "month": "month", "year": "annual"}
_JOIN = re.compile(r"[、和与及至到—~\-\s]{1,3}")
_YEAR_END = re.compile(r"\d{4}-12(?:-31)?")
_EVER_SINCE = re.compile(r"[\u3400-\u9fff]{0,8}?(?:以来|至今)")
_SIMPLE = re.compile(r"\d{4}(?:-\d\d){0,2}")
_FOUNDING = r"(?:(?:<<approval_leads>>)?[\u3400-\u9fff]{0,6}?批准)?(?:<<founding_leads>>)*(?:<<founding>>)(?!以来|至今|以后|后)"
_FOUNDED_IN = r"(?:<<founded_in>>|前身[是为][\u3400-\u9fff]{0,6})[于在]?$"


def period_of(scene: Scene, clause: Clause, start: int, end: int, glue_start: int) -> Period:
    """The period of the number at [start:end]; `glue_start` begins the words of its own clause part."""
    glued = scene.glue.within(glue_start, min(end + 1, clause.end)) or scene.glue.within(clause.start, start)
    found = _governing(scene, clause, start, end)
    if found and found[-1].role == "duration":
        return Period("day" if glued == "day" else "span")
    if not found or found[-1].edtf is None or "X" in found[-1].edtf:
        return _undated(scene, clause, start, glued, found[-1] if found else None)
    found = [*found[:-1], _since(scene, found[-1])]
    if glued is None and scene.glue.within(scene.once(_chain_start, clause), start) == "event":
        glued = "event"
    return _dated(found, glued, scene.lexicon[_WHOLE_YEAR].search(scene.folded, found[-1].end, start) is not None)


def _since(scene: Scene, date: DateSpan) -> DateSpan:
    """自2015年开馆以来: a date behind which 以来 comes is the first day of what follows."""
    if date.role != "at" or not _SIMPLE.fullmatch(date.edtf or "") or not _EVER_SINCE.match(scene.folded, date.end):
        return date
    return date._replace(role="since", edtf=f"{date.edtf}/..", latest=None)


def _undated(scene: Scene, clause: Clause, start: int, glued: str | None, vague: DateSpan | None) -> Period:
    """No date said: 全年 takes the year told before; else only the kind is known."""
    if scene.lexicon[_WHOLE_YEAR].search(scene.folded, clause.start, start) or (
        glued is None and scene.lexicon[_WHOLE_YEAR].search(scene.folded, scene.once(_chain_start, clause), start)
    ):
        year = _year_before(scene, clause)
        if year:
            return year
    kind = glued or (vague and vague.role == "at" and "event") or scene.once(_earlier_kind, clause) or "unknown"
    return Period(kind)


def _chain_start(scene: Scene, clause: Clause) -> int:
    start = clause.start
    for other in scene.earlier(clause):
        if other.mark == ";":
            break
        start = other.start
    return start


def _year_before(scene: Scene, clause: Clause) -> Period | None:
    """The nearest year told before the clause; else the year that the headline reports on."""
    for found in reversed(scene.dates(0, clause.start)):
        if found.precision == "year" and found.edtf and _SIMPLE.fullmatch(found.edtf) and _covers(scene, found):
            return Period("annual", found.edtf, found.earliest, found.latest, "page" if found.inferred else "stated")
        if found.role == "as_of" and found.anchor and _YEAR_END.fullmatch(found.anchor) and not scene.report_year:
            return stated_period(found.anchor[:4], "stated")  # 2021年末，…。全年…
    if scene.report_year:
        return stated_period(scene.report_year, "page")
    return None


def _dated(found: list[DateSpan], glued: str | None, whole_year: bool = False) -> Period:
    """The period of what the dates govern; `whole_year`: 12月28日，全年… is the year's."""
    last = found[-1]
    basis = "page" if last.inferred else "stated"
    if last.role == "as_of" or (last.role == "until" and last.anchor) or (last.edtf or "").endswith("~"):
        moment = (last.anchor or last.edtf or "").rstrip("~").removeprefix("../")
        return Period("cumulative", moment, last.earliest, last.latest, basis)
    if len(found) > 1 and all(date.edtf and _SIMPLE.fullmatch(date.edtf) for date in found):
        return Period("span", f"{found[0].edtf}/{last.edtf}", found[0].earliest, last.latest, basis)
    if last.precision in ("day", "month") and last.edtf and _SIMPLE.fullmatch(last.edtf) and whole_year:
        return stated_period(last.edtf[:4], basis)
    kind = glued if glued in ("day", "month") else _kind(last, glued)
    return Period(kind, (last.edtf or "").rstrip("~") if "/" not in (last.edtf or "") else last.edtf, last.earliest, last.latest, basis)


def _kind(date: DateSpan, glued: str | None) -> str:
    if date.role == "since" or glued == "cumulative":
        return "cumulative"
    if glued == "event" and date.precision == "day":
        return "event"
    return _KINDS.get(date.precision, "span")


def _earlier_kind(scene: Scene, clause: Clause) -> str | None:
    """自开馆以来，累计…: an open word in the clauses before that no date fills."""
    for other in scene.earlier(clause):
        if other.mark == ";":
            return None
        kind = scene.glue.within(other.start, other.end)
        if kind in ("cumulative", "event", "annual"):
            return kind
    return None


def _governing(scene: Scene, clause: Clause, start: int, end: int) -> list[DateSpan]:
    """The date nearest before the number in its clause (with those joined to it), after it in brackets, or in the comma chain before."""
    own = [date for date in scene.dates(clause.start, start) if _covers(scene, date)]
    if own:
        return _joined(scene, own)
    if scene.folded[end : end + 1] == "(":
        bracketed = scene.dates(end, min(end + 3, clause.end))
        if bracketed:
            return bracketed[:1]
    return scene.once(_handed_on, clause)


def _handed_on(scene: Scene, clause: Clause) -> list[DateSpan]:
    """The dates of the comma chain before a clause that govern it."""
    for other in scene.earlier(clause):
        if other.mark == ";":
            break
        dates = [date for date in scene.dates(other.start, other.end) if _covers(scene, date)]
        if dates:
            return _joined(scene, dates)
    return []


def _joined(scene: Scene, dates: list[DateSpan]) -> list[DateSpan]:
    kept = [dates[-1]]
    for date in reversed(dates[:-1]):
        if not _JOIN.fullmatch(scene.folded, date.end, kept[0].start):
            break
        kept.insert(0, date)
    return kept


def _covers(scene: Scene, date: DateSpan) -> bool:
    """Whether a date can be a number's period: not a founding date (1998年建成的), not a bare 目前."""
    if date.role == "duration" and scene.folded[date.start - 1 : date.start].isdigit():
        return False  # 2010年和2011两年间: the years say it already
    compared = scene.folded[date.start - 1 : date.start] in ("比", "较")  # 比2018年增长7%
    return date.role != "vague" and not compared and not is_founding(scene, date)


def is_founding(scene: Scene, date: DateSpan) -> bool:
    """Whether a date is when something was founded, built or opened: 始建于1956年, 1998年建成的."""
    folded, words = scene.folded, scene.lexicon
    return bool(words[_FOUNDED_IN].search(folded, max(0, date.start - 12), date.start) or words[_FOUNDING].match(folded, date.end))
