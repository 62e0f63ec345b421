"""What a verb grants: each name after it, with body, recipient and dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.fold import fold
from pipeline.mentions import HonourMention, Period
from pipeline.read.honours.admitted import admits, goes_on
from pipeline.read.honours.announced import announced
from pipeline.read.honours.barred import barred
from pipeline.read.honours.grades import grades_apart
from pipeline.read.honours.lists import closed_list
from pipeline.read.honours.page import HonourPage
from pipeline.read.honours.periods import in_year_of
from pipeline.read.honours.pieces import list_end, pieces
from pipeline.read.honours.recipient import Recipient
from pipeline.read.honours.shares import Prize, in_turn, shared
from pipeline.read.honours.title import Title
from pipeline.read.honours.verb import Verb
from pipeline.read.scene import Clause
from pipeline.read.stated import stated_period
from pipeline.values import years

_FROM = re.compile(r"从(?P<years>[\d年、和及与 ]{4,24}年)?的?(?P<name>[\u3400-\u9fff“”]{4,20})$")
_AGAIN = re.compile(r"再次|再度|又|再获|蝉联|第[二三四五六七八九十\d]{1,2}次|连续|先后")
_REACHED = ("晋级", "获得", "获")
_SAME = re.compile(r"(?P<what>(?:了)?(?:(?:此|该|这一|这|同一|上述)[项个]?(?:光荣|荣誉)?(?:称号|殊荣|荣誉|奖项?))?)[,;。:!?、\s]*$")


class Grants:
    """Reads grants in the order of the page: 同年 takes the last date, a clause without a subject the sentence's last recipient."""

    def __init__(self, page: HonourPage) -> None:
        self._page = page
        self._scene = page.scene
        self._last: Period | None = None
        self._told: tuple[int, Recipient] | None = None
        self._goes_on = False
        self._granted: tuple[int, Title, Recipient] | None = None

    def of(self, clause: Clause, verb: Verb, limit: int) -> Iterator[HonourMention]:
        """The honours that `verb` grants by names in its clause up to `limit`, or in those that go on with its list."""
        body, start = self._page.bodies.before(clause, verb.start, verb.word)
        recipient = self._recipient(clause, verb, body)
        if recipient is None:
            return
        prizes = list(self._prizes(clause, verb, limit, body))
        if not prizes:
            yield from self._again(clause, verb, limit, body)
            yield from self._announced(clause, verb, limit, recipient)
        if verb.word in self._scene.lexicon.set("rise_verbs"):
            yield from self._before_rise(clause, verb, recipient)
        for prize, one in self._each(clause, verb, recipient, prizes):
            for date in self._page.dates.or_headed(prize.dates, clause):
                self._last = date if date.edtf else self._last
                self._granted = clause.sentence, prize.title, one
                yield self._page.mention(min(start, verb.start), prize.title, verb.rule, one, prize.body, date, verb.word)

    def _again(self, clause: Clause, verb: Verb, limit: int, body: str | None) -> Iterator[HonourMention]:
        """2011年、2015年再次获评: the honour told before, granted once more."""
        folded = self._scene.folded
        if self._granted is None or clause.sentence - self._granted[0] > 1 or not _AGAIN.search(folded, clause.start, verb.end):
            return
        _, title, recipient = self._granted
        named = _SAME.match(folded, verb.end, limit)
        if named is None or verb.rule.form == "status":
            return
        same = title._replace(start=verb.start, end=verb.end, whole_end=named.end("what"))
        for date in self._dates(clause, verb):
            if date.edtf:
                yield self._page.mention(verb.start, same, verb.rule, recipient, body, date, verb.word)

    def _announced(self, clause: Clause, verb: Verb, limit: int, recipient: Recipient) -> Iterator[HonourMention]:
        """公布第四批…名单, 我馆榜上有名: the name is the list's."""
        if verb.rule.id not in ("listed", "selected") or self._scene.folded[verb.end : limit].strip(" ,;。:!?、\n"):
            return
        told = announced(self._scene, self._page.titles, clause)
        if told is None:
            return
        title = told.title._replace(start=verb.start, end=verb.end, whole_end=verb.end)
        own = self._page.dates.before(clause, verb.start, self._last)
        for date in own if any(date.edtf for date in own) else self._page.dates.before(told.clause, told.title.start, self._last):
            yield self._page.mention(verb.start, title, verb.rule, recipient, told.body, date, verb.word)

    def _recipient(self, clause: Clause, verb: Verb, body: str | None) -> Recipient | None:
        if barred(self._scene, self._page.bodies, clause, verb):
            return None
        told = self._told[1] if self._told and self._told[0] == clause.sentence else None
        recipient = self._page.recipients.of(clause, verb.start, told=told, body=body)
        self._goes_on = recipient is not None and recipient is told
        self._told = (clause.sentence, recipient) if recipient else self._told
        return recipient

    def _prizes(self, clause: Clause, verb: Verb, limit: int, body: str | None) -> Iterator[Prize]:
        """The names after the verb, each with its body and dates; its own dates, before it in the list or in brackets, hold for it alone."""
        dates = self._dates(clause, verb)
        listed = False
        for low, title, inner in self._titles(clause, verb, limit):
            if listed and len(dates) > 1 and title.start >= clause.end:
                dates = []  # several years are the first name's
            if admits(self._scene, verb, title, body) or (listed and goes_on(self._scene, title)):
                first = not listed and any(date.edtf for date in dates)
                own = [] if first else self._page.dates.own(low, title)
                listed = True
                yield Prize(title, inner or body or self._page.body_in(title), self._page.dates.bracketed(title) or own or dates)

    def _titles(self, clause: Clause, verb: Verb, limit: int) -> Iterator[tuple[int, Title, str | None]]:
        """Each name after the verb with where its words begin, and the body right before it (省政府命名的“…”)."""
        folded, titles = self._scene.folded, self._page.titles
        start = verb.end + (folded[verb.end : verb.end + 1] == "的")
        end = limit if limit < clause.end else list_end(self._scene, titles, clause, verb.end)
        items = closed_list(self._scene, start, end)
        read = titles.named if items else titles.read
        for low, high in items or pieces(self._scene, titles, start, end):
            inner, after = self._page.bodies.attributive(low, high)
            staged = titles.staged(after, high) if verb.rule.id == "selected" or verb.word in _REACHED else None
            for title in [staged] if staged else grades_apart(folded, after, high, read):
                yield low, title, inner

    def _dates(self, clause: Clause, verb: Verb) -> list[Period]:
        """The dates before the verb; those between 从 and 跃升为 are of what was held before."""
        from_another = verb.word in self._scene.lexicon.set("rise_verbs") and "从" in self._scene.folded[clause.start : verb.start]
        until = clause.start if from_another else verb.start
        told = self._page.dates.before(clause, until, self._last, chain=verb.rule.form != "status")
        if self._granted is None or self._last is None:
            return told
        title = self._granted[1]
        return [in_year_of(self._scene, date, (title.start, title.end), self._last, clause) for date in told]

    def _each(self, clause: Clause, verb: Verb, recipient: Recipient, prizes: list[Prize]) -> list[tuple[Prize, Recipient]]:
        """Each prize with who received it."""
        prizes = in_turn(self._scene.folded[clause.start : verb.end], prizes)
        if several := shared(prizes, self._page.recipients.joint(clause, verb.start) if prizes else []):
            return several
        own = Recipient(self._page.institution, "institution")
        return [(prize, own if self._goes_on and self._is_for_a_house(prize, recipient) else recipient) for prize in prizes]

    def _is_for_a_house(self, prize: Prize, told: Recipient) -> bool:
        """《…》获一等奖, 被评为先进单位: what only a house can be goes to no work and no person told before."""
        name = fold(prize.title.name)
        return told.kind != "institution" and name.endswith(self._scene.lexicon.words("house_honours"))

    def _before_rise(self, clause: Clause, verb: Verb, recipient: Recipient) -> Iterator[HonourMention]:
        """从1998年和2003年的A跃升为B: A, held in each of those years."""
        found = _FROM.search(self._scene.folded[clause.start : verb.start])
        if not found:
            return
        start = clause.start + found.start("name")
        title = self._page.titles.read(start, clause.start + found.end("name"))
        if title is None or title.kind is None:
            return
        for year in years(found.group("years") or ""):
            date = stated_period(year)
            yield self._page.mention(clause.start + found.start(), title, verb.rule, recipient, None, date, verb.word)
