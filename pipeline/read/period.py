"""When: the time that governs a number, from its clause, the clauses before it, or words glued to its verb."""

from __future__ import annotations

import re

from pipeline.mentions import Period
from pipeline.read.scene import Clause, Scene
from pipeline.values import DateSpan

_GLUED = (
    ("day", re.compile(r"日均|每天|每日|单日|平均每天|日接待|一天|天天|/日|日最高|人/天|日流量")),
    ("month", re.compile(r"月均|每月|月接待|当月|单月")),
    ("cumulative", re.compile(r"以来|累计|截至|截止|建馆至今|至今|历年|总共发放|迄今")),
    ("annual", re.compile(r"年均|每年|全年|年度|年平均|一年来|年内|(?:^|[,，;；。、\s:：馆院校])年(?=[\u3400-\u9fff])|当年|/年|年接待|年服务|年外借|年流通|年购|年举办|今年|去年")),
    ("event", re.compile(r"期间|假期|黄金周|寒假|暑假|暑期|春节|国庆|活动周|读书月|服务宣传周|开幕|当天|首日|活动中|本次活动|此次|节日|本届")),
)  # fmt: skip
_KINDS = {"day": "day", "month": "month", "year": "annual", "quarter": "span", "half": "span", "range": "span", "decade": "span", "plan": "span"}


def period_of(scene: Scene, clause: Clause, start: int, end: int, glue_start: int) -> Period:
    """The period of the number at [start:end]; `glue_start` begins the words of its own clause part."""
    glued = next((kind for kind, words in _GLUED if words.search(scene.folded, glue_start, min(end + 1, clause.end))), None)
    if glued is None or glued == "annual":
        glued = glued or next((kind for kind, words in _GLUED if words.search(scene.folded, clause.start, start)), None)
    date = _governing(scene, clause, start, end)
    if date is None or date.edtf is None or "X" in date.edtf:
        kind = glued or _kind_of_vague(date) or _earlier_kind(scene, clause) or "unknown"
        return Period(kind)
    kind = glued if glued in ("day", "month") else _kind(date, glued)
    return Period(kind, date.edtf, date.earliest, date.latest, "page" if date.inferred else "stated")


def _kind_of_vague(date: DateSpan | None) -> str | None:
    if date is None:
        return None
    return "span" if date.role == "duration" else "event" if date.role == "at" and date.precision == "none" else None


def _kind(date: DateSpan, glued: str | None) -> str:
    if date.role in ("since", "as_of") or glued == "cumulative":
        return "cumulative"
    if glued == "event" and date.precision in ("day", "range"):
        return "event"
    return _KINDS.get(date.precision, "span")


def _earlier_kind(scene: Scene, clause: Clause) -> str | None:
    """自开馆以来，累计…: an open word in the clauses before that no date fills."""
    for other in reversed(scene.clauses[clause.sentence][: clause.index]):
        if other.mark == ";":
            return None
        for kind, words in _GLUED:
            if kind in ("cumulative", "event", "annual") and words.search(scene.folded, other.start, other.end):
                return kind
    return None


def _governing(scene: Scene, clause: Clause, start: int, end: int) -> DateSpan | None:
    """The date nearest before the number in its clause, just after it in brackets, or before it in the comma chain."""
    own = [date for date in scene.dates(clause.start, start) if _covers(scene, date)]
    if own:
        return own[-1]
    if scene.folded[end : end + 1] == "(":
        bracketed = scene.dates(end, min(end + 3, clause.end))
        if bracketed:
            return bracketed[0]
    clauses = scene.clauses[clause.sentence]
    for other in reversed(clauses[: clause.index]):
        if other.mark == ";":
            break
        dates = [date for date in scene.dates(other.start, other.end) if _covers(scene, date)]
        if dates:
            return dates[-1]
    first = clauses[0]
    heads = scene.dates(first.start, first.end)
    if clause.index and heads and first.end - heads[-1].end <= 2 and heads[0].start - first.start <= 3:
        return heads[-1]
    return None


def _covers(scene: Scene, date: DateSpan) -> bool:
    """Whether a date can be a number's period: not a founding date (1998年建成的), not a bare 目前."""
    if date.role == "vague":
        return False
    after = scene.folded[date.end : date.end + 6]
    return not re.match(r"(?:建成|成立|创建|落成|始建|建馆|开馆|动工|投入使用|出生|颁布|印发)(?!以来|至今|以后)", after)
