"""Each number of the text read in its clause: what, how meant, whose, when, who."""

from __future__ import annotations

import re
from datetime import date

from pipeline.mentions import Binding, Period, Quantity, Step, Subject
from pipeline.packs import Visit
from pipeline.read.adjust import adjusted, at_house, attendance
from pipeline.read.audience import UNITS as PEOPLE_UNITS
from pipeline.read.audience import audience_of
from pipeline.read.bind import best, binding, last_resort
from pipeline.read.chain import Chain, same_meaning
from pipeline.read.countable import REASONS, UNREAD, may_count, reason_of
from pipeline.read.in_turn import in_turn, year_in_turn
from pipeline.read.inherit import inherited
from pipeline.read.joined import adjoined, part_of_whole, shared
from pipeline.read.modality import meant
from pipeline.read.other import by_unit, gone_to, in_passing, is_mean, measures_a_thing, of_places, other_indicator, told_as_one
from pipeline.read.period import period_of
from pipeline.read.scene import Clause, Scene
from pipeline.read.staff import as_people, head_count, with_ages
from pipeline.read.subject import Subjects
from pipeline.read.tables import Tables
from pipeline.read.told import as_before, told_on
from pipeline.read.window import Window, Windows
from pipeline.values import DateSpan, Number

_ASIDE = frozenset(["批", "批次"])  # 其中团体1862批次8.9万人次: the groups cut no chain of people
_NOW = re.compile(r"目前|现有|实有|现已|现(?=日均)")
# 有2人在全省竞赛中获三等奖: winners are no attendance
_WINNERS = re.compile(
    r"[\u3400-\u9fff]{0,6}?(?:在[^,。;]{2,30}?[中上里])?(?:分别|先后)?(?:荣获|获得|获|夺得|摘得)[^,。;]{0,16}(?:奖|称号|冠军|金牌|名次)"
)
_BASE = re.compile(r"的\d{1,3}(?:\.\d{1,2})?%|的[一二三四五六七八九十]分之")


class Reader:
    """Reads the numbers of one page. `plans` are stretches about what is to come (from `plans_from` on), `taken` the names of honours."""

    def __init__(
        self, scene: Scene, subjects: Subjects, plans: list[tuple[int, int]], taken: list[tuple[int, int]], plans_from: date | None = None
    ) -> None:
        self._scene = scene
        self._subjects = subjects
        self._plans = plans
        self._plans_from = plans_from
        self._taken = taken
        self._windows = Windows(scene)
        self._tables = Tables(scene, subjects)

    def read(self) -> tuple[Quantity, ...]:
        """Every number and date of the text, in order."""
        chain = Chain()
        found: list[Quantity] = []
        for clauses in self._scene.clauses:
            chain.new_sentence()
            for clause in clauses:
                found += [self._one(span, clause, chain) for span in self._scene.between(clause.start, clause.end)]
        return tuple(found)

    def _one(self, span: Number | DateSpan, clause: Clause, chain: Chain) -> Quantity:
        if isinstance(span, DateSpan):
            return Quantity(span, reason=REASONS["date"])
        if span.start in self._scene.row_codes:
            return Quantity(span, reason="the number of a row")
        in_table = self._tables.read(span, self._scene.document.blocks[self._scene.sentences[clause.sentence].block])
        if in_table is not None:
            return in_table
        if span.start in self._scene.citations:
            return Quantity(span, reason="a citation mark")
        if not may_count(span):
            return Quantity(span, meant="change" if span.kind in ("point", "times") else "stated", reason=reason_of(span))
        if any(start <= span.start < end for start, end in self._taken):
            return Quantity(span, reason="part of a name")
        quantity = self._read(span, clause, chain)
        chain.near, chain.clause = quantity, clause
        if quantity.binding is not None or (span.kind in ("count", "money") and span.unit not in _ASIDE):
            chain.last = quantity
        return quantity

    def _read(self, number: Number, clause: Clause, chain: Chain) -> Quantity:
        scene, window = self._scene, self._windows.of(number, clause)
        cue = meant(scene, clause, number.numeral_start, number.end, window.left, window.right)
        cue = cue or same_meaning(scene, window, clause, chain)
        bound, why = self._bind(window, clause, chain, number)
        chain.left = window.left
        if bound is not None or (number.kind in ("count", "money") and number.unit not in _ASIDE):
            chain.bound = bound  # 计划接待5万人次，实际完成6万人次: a head is handed on though its number be no fact
        if bound is None and cue is None:
            return Quantity(number, reason=REASONS.get(number.kind, why))
        if bound is not None and bound.table == "visits" and bound.target != "other":
            chain.visit, chain.visit_block = bound, scene.sentences[clause.sentence].block
        subject = self._subjects.of(clause, number.start)
        steps = _steps(bound, why, subject, cue)
        if cue is not None:
            return Quantity(number, meant=cue[0], reason=f"{cue[0]}: {cue[1]}", subject=subject, steps=steps)
        period = year_in_turn(scene, number.start, clause) or period_of(scene, clause, number.start, number.end, window.left)
        if self._is_planned(number, period, clause):
            return Quantity(number, meant="plan", reason="plan: its point is about what is to come", subject=subject, steps=steps)
        if subject.whose == "other":
            return Quantity(number, meant="other", reason=f"somebody else's: {subject.word}", subject=subject, steps=steps)
        if bound is not None and subject.whose == "own" and not self._subjects.may_have(bound):
            return Quantity(number, meant="other", reason="an authority runs no house itself", subject=subject, steps=steps)
        if bound is not None and bound.table == "visits":
            bound = at_house(scene, bound, subject.name or self._subjects.institution, scene.sentences[clause.sentence].start)
        audience, words = audience_of(scene, window) if window.unit in PEOPLE_UNITS else (None, None)
        return Quantity(number, binding=bound, subject=subject, period=period, audience=audience, audience_text=words, steps=steps)

    def _is_planned(self, number: Number, period: Period, clause: Clause) -> bool:
        """Whether the number stands where the page tells what is to come, and neither its time nor its words say that it has been."""
        at = next((start for start, end in self._plans if start <= number.start < end), None)
        if at is None:
            return False
        if at and period.latest is None and _NOW.search(self._scene.folded, self._scene.sentences[clause.sentence].start, number.start):
            return False  # 目前全馆编制16个，实有人员13人
        return self._plans_from is None or period.latest is None or period.latest >= self._plans_from

    def _bind(self, window: Window, clause: Clause, chain: Chain, number: Number) -> tuple[Binding | None, str]:
        """What the number counts, and the words that say so; None with the reason where nothing does."""
        scene = self._scene
        if is_mean(self._scene, number):
            return None, "a mean"
        if gone_to(scene, window):
            return None, "places gone to"
        if told_as_one(scene, number):
            return None, "one, told in passing"
        if measures_a_thing(scene, number):
            return None, "the size of a thing"
        if window.unit in PEOPLE_UNITS and window.unit and _WINNERS.match(scene.folded, number.end, clause.end):
            return None, "who won prizes"
        if _BASE.match(scene.folded, number.end):
            return None, "the base of a share"
        each = in_turn(scene, window, clause)
        if each is not None:
            return each, "the head that has its place"
        match = head_count(scene, window, clause, chain)
        if match is None and window.unit in ("人", "名", "位") and in_passing(scene, number) and (number.value or 0) <= 3:
            return None, "a few, told in passing"
        match = match or best(scene, window, Visit)
        if match is not None and of_places(scene, window, match):
            return None, "places where it was done"
        if match is not None:
            bound = adjusted(scene, binding(scene, window, match, match.rule.KIND), window, match, chain)
            if bound.table == "staff":
                bound = with_ages(scene, as_people(scene, bound, match, scene.sentences[clause.sentence].block))
                chain.staff_block = scene.sentences[clause.sentence].block
            bound = part_of_whole(scene, window, bound, chain)
            chain.rule = match.rule
            return bound, "、".join(hit.word for hit in match.hits)
        taken = adjoined(scene, window, chain) or inherited(scene, window, clause, chain) or shared(scene, window, clause, chain)
        taken = taken or told_on(scene, window, clause, chain)
        if taken is not None:
            return taken, "the head before it"
        match = last_resort(scene, window, holds=self._holds(clause, chain, number))
        if match is not None and not in_passing(scene, number):
            made = attendance(binding(scene, window, match, match.rule.KIND), match.rule, chain)
            return as_before(scene, made, clause, chain), match.hits[0].word
        if number.kind == "percent":
            return None, REASONS["percent"]
        other = other_indicator(scene, window, number)
        if other is not None:
            return other, "its noun"
        bare = by_unit(scene, window, clause, number)
        return bare, "its unit" if bare else REASONS.get(number.kind, UNREAD)

    def _holds(self, clause: Clause, chain: Chain, number: Number) -> bool:
        """Whether something was held that people can come to: counted just before, or named earlier in the sentence."""
        if getattr(chain.rule, "attendance", ""):
            return True
        return bool(self._scene.hits.listed("activities", self._scene.sentences[clause.sentence].start, number.start))


def _steps(bound: Binding | None, why: str, subject: Subject, cue: tuple[str, str] | None) -> tuple[Step, ...]:
    """The derivation: which word decided what."""
    steps = [Step("what", f"{bound.claim} by {why}")] if bound else []
    if subject.word:
        steps.append(Step("whose", f"{subject.whose} by {subject.word}"))
    if cue:
        steps.append(Step("meant", f"{cue[0]} by {cue[1]}"))
    return tuple(steps)
