"""When an honour was granted: the dates before its verb, in brackets behind its name, or heading its lines."""

from __future__ import annotations

import re
from functools import cached_property

from pipeline.mentions import Period
from pipeline.read.chain import MARKED
from pipeline.read.honours.noun import noun_before
from pipeline.read.honours.periods import periods
from pipeline.read.honours.title import Title
from pipeline.read.honours.verb import verbs_of
from pipeline.read.period import is_founding
from pipeline.read.scene import Clause, Scene
from pipeline.read.stated import stated_period
from pipeline.read.years import headed_years
from pipeline.values import DateSpan, cell_stamp, years

_BESIDES = re.compile(r"先后|多次|曾|历年|连年|屡|还有?")
_CONTEST = re.compile(r"赛|评比|评选|[汇展会调]演")
_SAME_YEAR = re.compile(r"(?:同年|当年(?=\d{1,2}月))(?:的)?(?:(?P<month>1[0-2]|0?[1-9])月(?!\d))?")
_YEARS_ONLY = re.compile(r"(?:19|20)\d\d年?(?:[、,](?:19|20)\d\d年?)*")


class Dates:
    """Dates of grants on one page."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def before(self, clause: Clause, verb_start: int, last: Period | None, chain: bool = True) -> list[Period]:
        """Dates of the grant, one for each year named; the nearest before the verb, in its clause or the comma chain before it."""
        same = _SAME_YEAR.search(self._scene.folded, clause.start, verb_start)
        if same and last is not None and last.edtf:
            month = f"-{same.group('month'):0>2}" if same.group("month") else ""
            return [stated_period(last.edtf[:4] + month, last.basis)._replace(kind="unknown")]
        found = self._usable(clause.start, verb_start)
        named = bool(noun_before(self._scene, clause, verb_start))
        closed = False
        for other in self._scene.earlier(clause) if chain else ():
            closed = closed or other.mark == ";"
            if found:
                break
            if (named or other.mark == ";") and not self._only_date(other) and (closed or not self._tells_of_a_contest(other)):
                named = True
                continue
            if self._scene.folded[other.start] == "(" and not MARKED.match(self._scene.folded, other.start):
                continue  # “十佳图书馆”(2014年), …: the date of the name before the bracket
            found = self._usable(other.start, other.end)
            if (len(found) > 1 or (found and _BESIDES.search(self._scene.folded, clause.start, verb_start))) and self._grants(other):
                return periods(self._scene, [])  # 2009、2013年被评为A，先后荣获B: the years are A's
        return periods(self._scene, found)

    def bracketed(self, title: Title) -> list[Period]:
        """全国科普教育基地（2001年）, 国家一级图书馆（1998、2003）: the dates in brackets after the name."""
        folded = self._scene.folded
        if folded[title.end : title.end + 1] not in ("(", "”", "》"):
            return []
        at = folded.find("(", title.end, title.end + 8)
        if at > 0 and any(mark in folded[title.end : at] for mark in "、,;"):
            return []  # the bracket is another's
        close = folded.find(")", at) if at >= 0 else -1
        if close < 0:
            return []
        if _YEARS_ONLY.fullmatch(folded, at + 1, close):
            return [stated_period(year) for year in years(folded[at:close])]
        if stamp := cell_stamp(folded[at + 1 : close]):
            return [stated_period(stamp)]  # (2006.5)
        found = [
            span
            for span in self._scene.dates(at, close + 1)
            if span.edtf and "X" not in span.edtf and "度" not in folded[span.end - 1 : span.end + 1]
        ]
        return periods(self._scene, found) if found else []

    def or_headed(self, dates: list[Period], clause: Clause) -> list[Period]:
        """The dates; where none is told, the year that heads the block, else one that says nothing."""
        if any(date.edtf for date in dates):
            return dates
        year = self._headed[self._scene.sentences[clause.sentence].block]
        return [stated_period(year)] if year else dates or [Period()]

    @cached_property
    def _headed(self) -> tuple[str | None, ...]:
        return headed_years(self._scene.document.blocks, self._scene.folded)

    def alone_before(self, clause: Clause) -> list[Period]:
        """2017年，“全民阅读先进单位”: the date that is the whole clause before a name."""
        other = next(self._scene.earlier(clause), None)
        return periods(self._scene, self._usable(other.start, other.end)) if other and self._only_date(other) else []

    def _only_date(self, clause: Clause) -> bool:
        """2013年12月，: a clause that is nothing but a date governs the whole sentence."""
        dates = self._scene.dates(clause.start, clause.end)
        mark = MARKED.match(self._scene.folded, clause.start)
        start = mark.end() if mark else clause.start  # (2)10月，
        return bool(dates) and clause.end - dates[-1].end <= 2 and dates[0].start - start <= 2

    def _usable(self, start: int, end: int) -> list[DateSpan]:
        dates = [d for d in self._scene.dates(start, end) if d.edtf and "X" not in d.edtf and d.role not in ("vague", "duration")]
        dates = [d for d in dates if not self._in_quotes(d.start)]
        return [d for d in dates if not self._scene.folded.startswith("度", d.end) and not is_founding(self._scene, d)]

    def own(self, start: int, title: Title) -> list[Period]:
        """2016年全国二级馆: the dates that stand right before a name of a list."""
        found = self._usable(start, title.start)
        return periods(self._scene, found) if found else []

    def _tells_of_a_contest(self, clause: Clause) -> bool:
        """全省技能竞赛5月22日落幕: what dates the contest dates what anybody won in it."""
        return not self._grants(clause) and _CONTEST.search(self._scene.folded, clause.start, clause.end) is not None

    def _grants(self, clause: Clause) -> bool:
        return any(verb.rule.strong for verb in verbs_of(self._scene, clause))

    def _in_quotes(self, place: int) -> bool:
        """“2009—2011年度先进集体”: the years of an honour's name are no date of another's."""
        before = self._scene.folded[max(0, place - 30) : place]
        return before.rfind("“") > before.rfind("”")
