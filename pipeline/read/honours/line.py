"""An honour told without a verb: a line that is nothing but its name, with its date before it and its body behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from pipeline.fold import fold
from pipeline.mentions import HonourMention, Period
from pipeline.read.honours.admitted import goes_on
from pipeline.read.honours.headed import follows_heading, head_length, headed_clauses, headed_lines
from pipeline.read.honours.hints import LEVEL_HINT
from pipeline.read.honours.lists import headed_list
from pipeline.read.honours.page import HonourPage
from pipeline.read.honours.periods import periods
from pipeline.read.honours.pieces import pieces
from pipeline.read.honours.title import BATCH, Title
from pipeline.read.honours.verb import verbs_of
from pipeline.read.scene import Clause
from pipeline.read.stated import stated_period
from pipeline.values import cell_stamp, line_stamp

_NO_BARE = re.compile(
    r"[了着过在把对向]|\d[家个所项余多万名人]|吸引|走进|迎来|公布|发布|公示|印发|揭晓|命名|认定|举行|举办|召开|^[^“”]+(?:为(?!民)|是)[^“”]+$"
)


class _Line(NamedTuple):
    """Where the name stands in a line, the date before it and the body behind it."""

    start: int
    end: int
    period: Period | None
    body: str | None


class Lines:
    """Reads honours that are named without a verb."""

    def __init__(self, page: HonourPage) -> None:
        self._page = page
        self._scene = page.scene

    def of(self, clause: Clause) -> Iterator[HonourMention]:
        """The honours of a clause that is nothing but names of them."""
        listing = list(self._headed_list(clause)) if follows_heading(self._scene, clause) else []
        if len(listing) > 1:
            yield from listing
        elif clause.end - clause.start <= 64:
            yield from self._named(clause)

    def _named(self, clause: Clause) -> Iterator[HonourMention]:
        listed, hint = clause.start in self._listed, self._scene.lexicon[LEVEL_HINT]
        if not listed and not hint.search(self._scene.folded, clause.start, clause.end):
            return
        if not listed and any(verb.rule.strong for verb in verbs_of(self._scene, clause)):
            return  # what its verb grants is read, or it grants to others
        low, end, period = self._after_date(clause)
        if not listed and not hint.match(self._scene.folded, low, end):
            return
        line = self._line(low, end, period)
        words = self._scene.folded[line.start : line.end]
        if not self._may_name(words, listed) or (clause.start in self._headed and _NO_BARE.search(words)):
            return
        recipient = self._page.recipients.of(clause, line.start, listed)
        if recipient is None or recipient.kind != "institution":
            return
        after, giver = self._trailing(clause) if clause.start in self._lines else ([], None)
        after = after or self._page.dates.alone_before(clause)
        made = False
        titles = [self._page.titles.read(*piece) for piece in pieces(self._scene, self._page.titles, line.start, line.end)]
        for title in titles:
            dated = self._page.dates.bracketed(title) if title else []
            if title is None or not (listed or _is_honour(title) or (dated and len(titles) == 1) or (made and goes_on(self._scene, title))):
                return
            made = True
            body = line.body or giver or self._page.body_in(title)
            for date in self._page.dates.or_headed([line.period] if line.period else dated or after, clause):
                yield self._page.mention(title.start, title, None, recipient, body, date, "its name alone")

    def _may_name(self, words: str, listed: bool) -> bool:
        if not 4 <= len(words) <= 40:
            return False
        return listed or bool((BATCH.match(words) or self._scene.lexicon[LEVEL_HINT].match(words)) and not _NO_BARE.search(words))

    def _headed_list(self, clause: Clause) -> Iterator[HonourMention]:
        recipient = self._page.recipients.of(clause, clause.start, listed=True)
        items = headed_list(self._scene, clause.start, clause.end) if recipient else []
        for low, high in items:
            title = self._page.titles.named(low, high)
            if title is not None and recipient is not None:
                for date in self._page.dates.or_headed(self._page.dates.bracketed(title), clause):
                    yield self._page.mention(title.start, title, None, recipient, self._page.body_in(title), date, "the heading before it")

    def _trailing(self, clause: Clause) -> tuple[list[Period], str | None]:
        """What a line of a list has behind the name: 先进单位，2012年，省总工会."""
        found: list[Period] = []
        body = None
        for other in self._scene.clauses[clause.sentence][clause.index + 1 : clause.index + 3]:
            words = self._scene.text[other.start : other.end].strip(" ,，;；。、")
            dates = [date for date in self._scene.dates(other.start, other.end) if date.edtf and "X" not in date.edtf]
            if dates and dates[0].start <= other.start + 1 and other.end - dates[-1].end <= 2:
                found = periods(self._scene, dates)
            elif 2 <= len(words) <= 24 and fold(words).endswith(self._page.words.bodies):
                body = words
            else:
                break
        return found, body

    def _after_date(self, clause: Clause) -> tuple[int, int, Period | None]:
        """Where the name may begin in a clause, where its words end, and the date before it."""
        folded = self._scene.folded
        low, end = clause.start + head_length(self._scene, clause), clause.end
        while end > low and folded[end - 1] in ",;。:!? \n\t":
            end -= 1
        period, low = self._leading_date(low, end)
        while low < end and folded[low] in " ,:、-.\t●■◆★▲•·":
            low += 1
        return low, end, period

    def _line(self, low: int, end: int, period: Period | None) -> _Line:
        """`国家一级图书馆 文化和旅游部` taken apart."""
        folded = self._scene.folded
        cut = max(folded.rfind(" ", low, end), folded.rfind("\t", low, end))
        tail = self._scene.text[cut + 1 : end] if cut > low else ""
        stamp = cell_stamp(folded[cut + 1 : end]) if tail and period is None else None
        if stamp:
            return _Line(low, cut, stated_period(stamp), None)  # 全国文明校园 2010.8
        is_body = 2 <= len(tail) <= 24 and folded[cut + 1 : end].endswith(self._page.words.bodies)
        return _Line(low, cut, period, tail) if is_body else _Line(low, end, period, None)

    def _leading_date(self, low: int, end: int) -> tuple[Period | None, int]:
        """The date at the beginning of [low:end] and where it ends; (None, low) where there is none."""
        stamp = line_stamp(self._scene.folded, low, end)
        if stamp:
            return stated_period(stamp[0]), stamp[1]
        dates = [date for date in self._scene.dates(low, min(end, low + 2)) if date.edtf and "X" not in date.edtf]
        if not dates or "度" in self._scene.folded[dates[0].end - 1 : dates[0].end + 1]:
            return None, low  # 2014年度先进集体: the name's own year
        return periods(self._scene, dates[:1])[0], dates[0].end

    @cached_property
    def _listed(self) -> frozenset[int]:
        return self._lines | self._headed

    @cached_property
    def _lines(self) -> frozenset[int]:
        return headed_lines(self._scene, self._page.titles)

    @cached_property
    def _headed(self) -> frozenset[int]:
        return headed_clauses(self._scene)


def _is_honour(title: Title) -> bool:
    """Whether the name is an honour without a heading that says so."""
    return title.bare and title.kind != "selection"
