"""Each number of the text read in its clause: what, how meant, whose, when, who."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from pipeline.fold import fold
from pipeline.mentions import Binding, Period, Quantity, Step, Subject
from pipeline.packs import Audience, Category, Indicator, Rule, Visit
from pipeline.read.bind import Match, Window, best, binding, fits, last_resort, matches
from pipeline.read.cells import CellContext, Cells, scaled, year_period
from pipeline.read.link import LEAD, is_link, trimmed
from pipeline.read.modality import meant
from pipeline.read.other import other_indicator
from pipeline.read.period import period_of
from pipeline.read.scene import Clause, Scene
from pipeline.read.subject import Subjects
from pipeline.values import DateSpan, Number

PEOPLE = ("人", "名", "位", "个", None)
_PEOPLE_UNITS = ("人次", "人", "名", "位", None)
REASONS = {
    "ordinal": "an ordinal", "label": "a label", "name": "part of a name", "identifier": "an identifier", "weak": "no count: 一个, 一种, 一次",
    "time": "a time of day", "duration": "a length of time", "point": "percentage points are a change", "times": "a multiple",
    "percent": "a share", "date": "a date",
}  # fmt: skip
# A number that can't be counted doesn't end the words of the next one: 35岁以下11人.
_COUNTABLE = ("count", "money", "percent", "duration")
_ACTION = re.compile(r"(?:参加|参与|分别|被|前往|赴|到|获|奔赴|深入|报名|走进|进行|取得|考取|通过|递交|组成|利用|为|从|外出|坚守|捐)")
_OPEN_UNITS = ("岁", "年", "个月", "月", "周", "分钟", "秒", "厘米", "毫米", "倍", "级", "度", "分")


@dataclass(slots=True)
class _Chain:
    """What a sentence carries from number to number: the last binding, its clause, and the last total of staff."""

    last: Quantity | None = None
    near: Quantity | None = None
    clause: Clause | None = None
    rule: Rule | None = None
    staff_block: int = -1
    read: list[Quantity] = field(default_factory=list)


class Reader:
    """Reads the numbers of one page."""

    def __init__(self, scene: Scene, subjects: Subjects, plans: list[tuple[int, int]], taken: list[tuple[int, int]]) -> None:
        self._scene = scene
        self._subjects = subjects
        self._plans = plans
        self._taken = taken
        self._cells = Cells(scene)
        self._row: Binding | None = None

    def read(self) -> tuple[Quantity, ...]:
        """Every number and date of the text, in order."""
        chain = _Chain()
        found: list[Quantity] = []
        for clauses in self._scene.clauses:
            chain.last, chain.near, chain.clause, chain.rule = None, None, None, None
            for clause in clauses:
                for span in self._scene.between(clause.start, clause.end):
                    found.append(self._one(span, clause, chain))
        return tuple(found)

    def _one(self, span: Number | DateSpan, clause: Clause, chain: _Chain) -> Quantity:
        if isinstance(span, DateSpan):
            return Quantity(span, reason=REASONS["date"])
        cell = self._scene.document.blocks[self._scene.sentences[clause.sentence].block]
        context = self._cells.context(cell) if cell.kind == "cell" else None
        if context is not None:
            return self._in_table(span, context)
        if span.start in self._scene.citations:
            return Quantity(span, reason="a citation mark")
        if not self._may_count(span):
            reason = REASONS.get("weak" if span.weak else span.kind, "no unit and no words of a measure")
            return Quantity(span, meant="change" if span.kind in ("point", "times") else "stated", reason=reason)
        if any(start <= span.start < end for start, end in self._taken):
            return Quantity(span, reason="part of a name")
        quantity = self._read(span, clause, chain)
        chain.near, chain.clause = quantity, clause
        if quantity.binding is not None or span.kind in ("count", "money"):
            chain.last = quantity
        return quantity

    def _in_table(self, span: Number, context: CellContext) -> Quantity:
        """A number of a data table, read by the words at the head of its row and column."""
        scene = self._scene
        number = scaled(span, context.scale)
        year = context.year or (self._table_year(span.start) if context.year is None else None)
        period = year_period(year, "stated") if year else Period()
        if span.kind not in ("count", "money", "percent", "weak", "identifier") or span.value is None:
            return Quantity(span, reason=REASONS.get(span.kind, "no count"))
        for place in (context.label, context.head):
            if place is None:
                continue
            window = Window(place[0], place[1], place[1], place[1], fold_unit(context.unit), context.unit)
            match = self._best_in_head(window)
            if match is None and self._row is not None and self._row.unit == context.unit and self._subset(place):
                bound = replace(self._row, start=span.start, end=span.end, words=scene.text[place[0] : place[1]])
                audience, audience_text = self._audience(window) if bound.table == "visits" else (None, None)
                return Quantity(number, binding=bound, subject=Subject("own", self._subjects.institution), period=period, audience=audience, audience_text=audience_text)
            if match is not None:
                bound = replace(binding(scene, window, match, match.rule.KIND), start=span.start, end=span.end, words=scene.text[place[0] : place[1]])
                self._row = bound
                audience, audience_text = self._audience(window) if bound.table == "visits" else (None, None)
                return Quantity(number, binding=bound, subject=Subject("own", self._subjects.institution), period=period, audience=audience, audience_text=audience_text, steps=(Step("what", f"{bound.claim} by the head of its row or column"),))
        label = context.label or context.head
        if label and context.unit and self._subjects.own:
            bound = Binding("indicators", "other", "other", span.start, span.end, scene.text[label[0] : label[1]], unit=context.unit)
            return Quantity(number, binding=bound, subject=Subject("own", self._subjects.institution), period=period)
        return Quantity(span, reason="a table's number with no words of a measure")

    def _subset(self, place: tuple[int, int]) -> bool:
        """其中：未成年人 under a row of visits."""
        words = self._scene.folded[place[0] : place[1]]
        return words.startswith(("其中", "#")) or bool(self._scene.hits.listed("persons", *place))

    def _best_in_head(self, window: Window) -> Match | None:
        found = matches(self._scene, window, Category, window.left, window.right) if window.unit in PEOPLE else []
        measures = [m for m in matches(self._scene, window, (Visit, Indicator), window.left, window.right) if fits(m.rule, window.unit, True)]
        ranked = sorted([*found, *measures], key=lambda m: (getattr(m.rule, "last", False), -m.chars))
        return ranked[0] if ranked else None

    def _table_year(self, start: int) -> str | None:
        """The year that the text before the table, or the headline, reports on."""
        years = [d for d in self._scene.dates(0, start) if d.precision == "year" and d.edtf and len(d.edtf) == 4]
        return self._scene.report_year or (years[-1].edtf if years else None)

    def _may_count(self, span: Number) -> bool:
        if span.kind not in _COUNTABLE or span.weak or span.value is None or 0 < span.value < 1:
            return False
        if span.kind == "duration":
            return span.unit in ("天", "小时", "个小时")
        return span.unit not in _OPEN_UNITS

    def _window(self, span: Number, clause: Clause) -> Window:
        numbers = [n for n in self._scene.numbers(clause.start, clause.end) if self._may_count(n) and n.start not in self._scene.citations]
        left = max((n.end for n in numbers if n.end <= span.start), default=clause.start)
        right = min((n.start for n in numbers if n.start >= span.end), default=clause.end)
        stop = re.search(r"[、,;:。()]|以及|和(?!平|谐)|(?<![以普涉])及(?!时|格)|(?<!参)与", self._scene.folded[span.end : right])
        opened = self._scene.folded.rfind("(", left, span.start)
        if opened >= left and ")" in self._scene.folded[opened : span.start]:
            opened = -1
        low = self._reach_back(opened + 1 if opened >= left else left, span, clause)
        return Window(low, span.start, span.end, span.end + stop.start() if stop else right, *self._unit(span, clause))

    def _unit(self, span: Number, clause: Clause) -> tuple[str | None, str | None]:
        """The unit folded and as written; 43万、40.1万和72.7万册次: numbers of a list without one have that of its end."""
        if span.unit is not None or span.kind != "count":
            return span.unit, self._unit_text(span)
        at = span
        for other in self._scene.numbers(span.end, clause.end):
            if self._scene.folded[at.end : other.start] not in ("、", "和", "与", "及", ","):
                break
            if other.unit is not None:
                return other.unit, self._unit_text(other)
            at = other
        return None, None

    def _reach_back(self, left: int, span: Number, clause: Clause) -> int:
        """职工：15人 and 编制（35名）: a number with no words of its own has those before the colon or the bracket."""
        if not is_link(self._scene.folded[left : span.start]):
            return left
        if left > clause.start and self._scene.folded[left - 1] == "(":
            return clause.start
        before = self._scene.clauses[clause.sentence][clause.index - 1] if clause.index else None
        return before.start if before and before.mark == ":" and left == clause.start and before.end - before.start <= 16 else left

    def _unit_text(self, span: Number) -> str | None:
        """The unit in the page's own characters."""
        if span.unit is None:
            return None
        at = self._scene.folded.find(span.unit, span.numeral_end - len(span.unit), span.end)
        return span.unit if at < 0 else self._scene.text[at : at + len(span.unit)]

    def _read(self, span: Number, clause: Clause, chain: _Chain) -> Quantity:
        window = self._window(span, clause)
        subject = self._subjects.of(clause, span.start)
        cue = meant(self._scene, clause, span.numeral_start, span.end, window.left, window.right) or self._inherited_meaning(window, clause, chain)
        bound, why = self._bind(window, clause, chain, span)
        period = period_of(self._scene, clause, span.start, span.end, window.left)
        audience, audience_text = self._audience(window) if window.unit in _PEOPLE_UNITS else (None, None)
        steps = self._steps(bound, why, subject, cue)
        made = Quantity(span, binding=bound, subject=subject, period=period, audience=audience, audience_text=audience_text, steps=steps)
        if cue is not None:
            return replace(made, meant=cue[0], reason=f"{cue[0]}: {cue[1]}", binding=None)
        if any(start <= span.start < end for start, end in self._plans):
            return replace(made, meant="plan", reason="plan: its point is about what is to come", binding=None)
        if bound is None:
            return replace(made, reason=REASONS.get(span.kind, why))
        if subject.whose == "other":
            return replace(made, meant="other", reason=f"somebody else's: {subject.word}", binding=None)
        return made

    def _steps(self, bound: Binding | None, why: str, subject: Subject, cue: tuple[str, str] | None) -> tuple[Step, ...]:
        steps = [Step("what", f"{bound.claim} by {why}")] if bound else []
        if subject.word:
            steps.append(Step("whose", f"{subject.whose} by {subject.word}"))
        if cue:
            steps.append(Step("meant", f"{cue[0]} by {cue[1]}"))
        return tuple(steps)

    def _inherited_meaning(self, window: Window, clause: Clause, chain: _Chain) -> tuple[str, str] | None:
        """增长14%和24%: a coordinated number is meant as the one before it."""
        last = chain.near
        if last is None or chain.clause != clause or last.meant == "stated" or last.reason is None:
            return None
        between = self._scene.folded[last.number.end : window.start]
        return (last.meant, last.reason.partition(": ")[2]) if between in ("、", "和", "与", "及", ",") else None

    def _bind(self, window: Window, clause: Clause, chain: _Chain, span: Number) -> tuple[Binding | None, str]:
        """The binding and the words or reason that gave it."""
        scene = self._scene
        match = self._staff(window, clause, chain) or best(scene, window, (Visit, Indicator))
        if match is not None:
            table = match.rule.KIND
            bound = binding(scene, window, match, table)
            if isinstance(match.rule, Indicator):
                bound = self._flow(self._composite(bound, window, match), window, match.rule)
            if isinstance(match.rule, Visit) and match.rule.follows:
                bound = self._attendance(bound, chain)
            if table == "staff":
                chain.staff_block = scene.sentences[clause.sentence].block
            chain.rule = match.rule
            return bound, "、".join(hit.word for hit in match.hits)
        inherited = self._inherit(window, clause, chain)
        if inherited is not None:
            return inherited, "the head before it"
        match = last_resort(scene, window, (Visit, Indicator))
        if match is not None:
            bound = binding(scene, window, match, match.rule.KIND)
            return self._attendance(bound, chain) if isinstance(match.rule, Visit) and match.rule.follows else bound, match.hits[0].word
        if span.kind in ("percent",):
            return None, REASONS["percent"]
        return other_indicator(scene, window, span), "its noun" if window.unit else "no unit and no words of a measure"

    def _staff(self, window: Window, clause: Clause, chain: _Chain) -> Match | None:
        """A head count: a word that is one by itself, or a category where the text is counting staff."""
        if window.unit not in PEOPLE:
            return None
        match = best(self._scene, window, Category)
        if match is None or not isinstance(match.rule, Category):
            return None
        rival = best(self._scene, window, (Visit, Indicator))
        if rival is not None and rival.chars > match.chars:
            return None
        on_right = all(hit.start >= window.end for hit in match.hits)
        if on_right and _ACTION.match(self._scene.folded, max(hit.end for hit in match.hits)):
            return None
        match = self._longest(match, window)
        if isinstance(match.rule, Category) and (match.rule.alone or self._counts_staff(clause, window, chain)):
            return match
        return None

    def _longest(self, match: Match, window: Window) -> Match:
        """副研究馆员 holds 研究馆员 and 馆员: the category whose words cover the other's."""
        low, high = (window.left, window.end) if match.hits[0].end <= window.start else (window.left, window.right)
        return matches(self._scene, window, Category, low, high)[0]

    def _counts_staff(self, clause: Clause, window: Window, chain: _Chain) -> bool:
        """Whether staff is being counted here: a head count earlier in the block, or its words earlier in the sentence."""
        block = self._scene.sentences[clause.sentence].block
        if chain.staff_block == block:
            return True
        if chain.staff_block >= 0 and block - chain.staff_block <= 2 and self._scene.folded.startswith(("其中", "(其中"), self._scene.document.blocks[block].start):
            return True
        start = self._scene.sentences[clause.sentence].start
        return any(
            isinstance(use.rule, Category) and use.rule.alone and use.combo >= 0
            for hit in self._scene.hits.within(start, window.start)
            for use in hit.uses
        )

    def _composite(self, bound: Binding, window: Window, match: Match) -> Binding:
        """展览、讲座107期: a coordination of different activities counts events."""
        scene = self._scene
        heads = {m.rule.target for m in matches(scene, window, Indicator, window.left, window.start) if isinstance(m.rule, Indicator)}
        kinds = heads & {"lectures", "exhibitions", "training_courses", "performances"}
        joined = re.search(r"[、和及与]", scene.folded[bound.start : window.start]) or re.search(r"[、]", scene.folded[window.left : window.start])
        if len(kinds) > 1 and bound.target in kinds and joined and bound.unit in ("场", "次", "期", "场次", "个", "项"):
            return replace(bound, rule="events", target="events", start=window.left + trimmed(scene.folded[window.left : window.start])[0])
        return bound

    def _attendance(self, bound: Binding, chain: _Chain) -> Binding:
        """举办展览3期，观众2万人次: who came to what was held just before."""
        held = chain.rule
        if isinstance(held, Indicator) and held.attendance and chain.last is not None and chain.last.binding is not None:
            return replace(bound, target=held.attendance)
        return bound

    def _flow(self, bound: Binding, window: Window, rule: Indicator) -> Binding:
        """新建分馆3个 is no stock of branches."""
        if rule.stock and self._scene.hits.listed("flows", window.left, window.start):
            return replace(bound, target="other")
        return bound

    def _inherit(self, window: Window, clause: Clause, chain: _Chain) -> Binding | None:
        """The head of the number before it, or of a clause before it, where this number has no words of its own."""
        scene, last = self._scene, chain.last
        residue = self._residue(window)
        bare = not residue or self._is_audience(window, residue)
        alike = last is not None and last.binding is not None and (self._same_unit(last.binding, window) or (not residue and self._coordinated(window, last, chain)))
        if last is not None and last.binding is not None and bare and alike:
            unit = window.unit_text or last.binding.unit
            return replace(last.binding, start=window.left + self._lead(window), end=window.end, unit=unit)
        if bare and not residue:
            return self._head_before(window, clause)
        return None

    def _coordinated(self, window: Window, last: Quantity, chain: _Chain) -> bool:
        """馆藏16万卷又21万件: joined to the number before it, in a unit that its rule takes too."""
        between = self._scene.folded[last.number.end : window.start].strip()
        return between in ("、", "又", "和", "及", ",", "与") and chain.rule is not None and window.unit is not None and fits(chain.rule, window.unit, False)

    def _same_unit(self, last: Binding, window: Window) -> bool:
        return window.unit is None or window.unit_text == last.unit or {window.unit, last.unit} <= {"人", "名", "位"}

    def _lead(self, window: Window) -> int:
        lead = LEAD.match(self._scene.folded, window.left, window.start)
        return (lead.end() if lead else window.left) - window.left

    def _residue(self, window: Window) -> str:
        """The words left of a number that are neither dates nor links nor leading words."""
        parts, at = [], window.left
        for date in self._scene.dates(window.left, window.start):
            parts.append(self._scene.folded[at : date.start])
            at = date.end
        parts.append(self._scene.folded[at : window.start])
        low_high = [(part, trimmed(part)) for part in parts]
        return "".join(part[low:high] for part, (low, high) in low_high).strip("、,;:()的在约 ")

    def _is_audience(self, window: Window, residue: str) -> bool:
        hits = self._scene.hits.listed("persons", window.left, window.start)
        return bool(hits) and residue.endswith(hits[-1].word) and len(residue) <= 10

    def _head_before(self, window: Window, clause: Clause) -> Binding | None:
        """读者接待量持续攀升，日均达2000人次: the nearest clause before with words of a measure that takes the unit."""
        for other in reversed(self._scene.clauses[clause.sentence][max(0, clause.index - 3) : clause.index]):
            if other.mark == ";":
                return None
            wide = replace(window, left=other.start, right=window.end)
            for match in matches(self._scene, wide, (Visit, Indicator), other.start, other.end):
                if window.unit and window.unit not in ("个", "次") and fits(match.rule, window.unit, False):
                    made = binding(self._scene, wide, match, match.rule.KIND)
                    return replace(made, start=window.left + self._lead(window), end=window.end, words=match.hits[0].word)
        return None

    def _audience(self, window: Window) -> tuple[str | None, str | None]:
        """Vocabulary id and words of the people counted; no id where several kinds are named together."""
        found = [m for m in matches(self._scene, window, Audience, window.left, window.right) if isinstance(m.rule, Audience)]
        persons = self._scene.hits.listed("persons", window.left, window.right)
        if not found and not persons:
            return None, None
        ids = {m.rule.target for m in found if isinstance(m.rule, Audience)}
        spans = [(hit.start, hit.end) for hit in persons] + [(hit.start, hit.end) for m in found for hit in m.hits]
        low, high = min(start for start, _ in spans), max(end for _, end in spans)
        if low < window.end and high > window.start:
            low, high = min(s for s in spans if s[0] >= window.end or s[1] <= window.start)
        return (ids.pop() if len(ids) == 1 else None), self._scene.text[low:high]


def fold_unit(unit: str | None) -> str | None:
    """The unit as rules write it."""
    return None if unit is None else fold(unit).replace("(件)", "（件）") if unit else None


def date_period(date: DateSpan) -> Period:
    """A date as a period of its own."""
    return Period("unknown", date.edtf, date.earliest, date.latest, "page" if date.inferred else "stated")


__all__ = ["Reader", "date_period", "is_link"]
