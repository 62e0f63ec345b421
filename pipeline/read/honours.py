"""Honours: found by the verb that grants them, the copula, or their bare name; lists taken apart; each with body, recipient and date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from pipeline.fold import fold
from pipeline.mentions import HonourMention, Period, Step
from pipeline.packs import Grant
from pipeline.read.honour_context import Contexts, Recipient, periods
from pipeline.read.honour_grades import grades_apart, works_before
from pipeline.read.honour_lists import closed_list, headed_list
from pipeline.read.honour_name import BATCH, Title, Titles, TitleWords
from pipeline.read.honour_tables import honour_lines
from pipeline.read.modality import meant
from pipeline.read.scene import Clause, Scene
from pipeline.read.stated import stated_period
from pipeline.read.subject import Subjects
from pipeline.read.years import headed_years
from pipeline.values import line_stamp, years

_BARS = re.compile(
    r"(?:争创|争取|创建|申报|力争|拟|将|可|能|有机会|没有|未|未能|希望|努力|为了|推荐|参评|参加|评选|角逐|竞争|冲刺|为[^,，。]{1,12}(?:颁发|授予)|给[^,，。]{1,12}颁发|向[^,，。]{1,12}(?:颁发|授予)|才|就|即|都)$"
)
_LEVEL_HINT = re.compile(
    r"国家|全国|中国|全?[省市县区州]|首批|第[一二三四五六七八九十\d]{1,3}批|国际|世界|A级|一级|二级|三级|教育部|文化部"
)
_PLACED = re.compile(r"[\u3400-\u9fff]{2,4}[省市县区州](?![\u3400-\u9fff]*馆$)")
_FROM = re.compile(r"从(?P<years>[\d年、和及与 ]{4,24}年)?的?(?P<name>[\u3400-\u9fff“”]{4,20})$")
_PRAISE = re.compile(r"优秀|先进|最佳|十佳|示范|模范|标兵|突出|最美|文明|优胜")
_NO_BARE = re.compile(r"[了着过在把对向]|\d[家个所项]")
_HONOURS_HEADING = re.compile(r"荣誉|获奖|奖励|表彰|所获")
_PRIZE_AHEAD = re.compile(r"(?:[特一二三四金银铜][、和])*(?:[\u3400-\u9fff“”]{2,24}(?:奖|称号)|[金银铜]牌)")
_EXAMINED = re.compile(r"(?:的)?(?:评估|评审|测评|复核|复评|验收|认定)")
_LEVEL_LINE = re.compile(r"[【\[(]?(?:国家|全国|省|市|县|区|校|院|国际|部|厅)级?[】\])]?(?:荣誉)?:?\s*")
_KIND_OF_VERB = {"granted": "honorary_title", "designated": "designation", "selected": "selection"}
_AS_NOUN = re.compile(r"单位|者|作品|名单|选手|项目的|人员|队伍")
_YEARS_ONLY = re.compile(r"(?:19|20)\d\d年?(?:[、,](?:19|20)\d\d年?)*")
_KEPT = ("保留", "保持", "继续保持", "连续保持")  # 保留一座“老院子”
_RISES = ("跃升为", "晋升为", "升为", "晋级为")


@dataclass(frozen=True, slots=True)
class _Verb:
    start: int
    end: int
    rule: Grant
    word: str


class _Reader:
    def __init__(self, scene: Scene, words: TitleWords, subjects: Subjects, institution: str | None) -> None:
        self._scene = scene
        self._titles = Titles(scene, words)
        self._contexts = Contexts(scene, words.bodies, subjects, institution)
        self._last: Period | None = None
        self._told: Recipient | None = None

    def _tabled(self) -> Iterator[HonourMention]:
        """The rows of tables of honours."""
        for line in honour_lines(self._scene):
            title = self._titles.read(line.start, line.end)
            clause = self._scene.clauses[self._scene.sentence_at(line.start)][0]
            recipient = self._contexts.recipient(clause, clause.start, listed=True)
            if title is not None and recipient is not None:
                yield self._mention(line.start, title, None, recipient, line.body or self._body_in(title), line.period, "its table's head")

    def read(self) -> Iterator[HonourMention]:
        """Every honour told, by verb, copula, bare name or table."""
        tabled = list(self._tabled())
        yield from tabled
        cells = {honour.name_start for honour in tabled}
        for clauses in self._scene.clauses:
            done, self._told = -1, None
            if any(clauses[0].start <= start < clauses[-1].end for start in cells):
                continue
            for clause in clauses:
                verbs = self._verbs(clause)
                for place, verb in enumerate(verbs):
                    if verb.start < done:
                        continue
                    limit = self._limit(clause, verb, verbs[place + 1 :])
                    if verb.word == "通过":
                        examined = _EXAMINED.search(self._scene.folded, verb.end, limit)
                        if not examined:
                            continue
                        limit = examined.start()
                    for made in self._granted(clause, verb, limit):
                        done = max(done, made.end)
                        yield made
                if clause.start >= done:
                    yield from self._bare(clause)

    def _limit(self, clause: Clause, verb: _Verb, later: list[_Verb]) -> int:
        """Where the verb's words end: at the last comma before the next strong verb, or with the clause."""
        following = next((other.start for other in later if other.rule.strong), None)
        if following is None:
            return clause.end
        return (
            max((self._scene.folded.rfind(mark, verb.end, following) for mark in "、, "), default=-1)
            if any(mark in self._scene.folded[verb.end : following] for mark in "、, ")
            else following
        )

    def _verbs(self, clause: Clause) -> list[_Verb]:
        """The verbs of grant in a clause, longest where they overlap; quotes and names hide those inside them."""
        found: list[_Verb] = []
        folded = self._scene.folded
        for hit in self._scene.hits.of(Grant, clause.start, clause.end):
            rule = next((use.rule for use in hit.uses if isinstance(use.rule, Grant)), None)
            if rule is None or (found and hit.start < found[-1].end):
                continue
            if hit.word.endswith("获") and folded[hit.end : hit.end + 1] in ("奖", "悉", "知", "取", "赠", "救", "赞"):
                continue
            if hit.word in ("入选", "获奖", "入围") and _AS_NOUN.match(folded, hit.end):
                continue
            if len(hit.word) == 1 and not self._stands_alone(hit.start, hit.end):
                continue
            if found and folded[hit.end : hit.end + 1] == "的":
                continue
            if folded.count("“", clause.start, hit.start) > folded.count("”", clause.start, hit.start):
                continue
            if rule.form == "status" and not self._copula(clause, hit.start, hit.end):
                continue
            found.append(_Verb(hit.start, hit.end, rule, hit.word))
        return found

    def _stands_alone(self, start: int, end: int) -> bool:
        """Whether a verb of one character is a word of its own, or the name of an honour begins right after it (周言获全省…)."""
        return {start, end} <= self._scene.boundaries or bool(
            _LEVEL_HINT.match(self._scene.folded, end)
            or self._scene.folded[end : end + 1] == "“"
            or _PRIZE_AHEAD.match(self._scene.folded, end)
        )

    def _copula(self, clause: Clause, start: int, end: int) -> bool:
        """是 and 为 only where a subject stands before them or the clause begins, and they are no part of a word."""
        folded = self._scene.folded
        around = folded[max(clause.start, start - 1) : start + 2]
        if re.search(
            r"认为|作为|以为|成为|因为|行为|为了|为主|评为|定为|列为|名为|称为|授为|升为|誉为|分为|较为|更为|极为|于是|但是|而是|还是|就是|不是|只是|凡是|先是|总是|尤其是|是否|一是|二是|三是|四是|五是|最为|视为|改为|设为|选为|确认为|为广",
            folded[max(clause.start, start - 2) : end + 1],
        ):
            return False
        return bool(around)

    def _object_end(self, clause: Clause, verb: _Verb, limit: int) -> int:
        """Where the list of names after the verb ends: over commas as long as names go on."""
        folded = self._scene.folded
        end = limit
        if limit < clause.end:
            return end
        closing = re.compile(r"等[\u3400-\u9fff]{0,4}(?:称号|荣誉|奖|殊荣)|称号$")
        for other in self._scene.clauses[clause.sentence][clause.index + 1 :]:
            body = folded[end:].split("。")[0]
            if folded[end - 1] not in ",、" or folded[end - 1] == ";":
                break
            stretch = folded[other.start : other.end].rstrip(",;。、 ")
            title = self._titles.read(other.start, other.start + len(stretch))
            if (
                title is None
                or not (title.bare or title.quoted or closing.search(body))
                or self._verbs(other)
                or re.match(r"[^“]{0,3}(?:并|且|同时|还|也|使|成为|我馆)", stretch)
            ):
                break
            end = other.end
        return end

    def _pieces(self, start: int, end: int) -> list[tuple[int, int]]:
        """[start:end] cut at 、 ， and 和 outside quotes, where both sides can be names; 、 between bodies cuts nothing."""
        folded = self._scene.folded
        while end > start and folded[end - 1] in ",;。:!?、 \n":
            end -= 1
        cuts, depth = [], 0
        for place in range(start, end):
            depth += (folded[place] in "“《(「") - (folded[place] in "”》)」")
            if depth <= 0 and (folded[place] in "、," or (folded[place] in "和及与" and place >= start + 2)):
                cuts.append(place)
            elif depth == 0 and folded[place] == "”" and folded[place + 1 : place + 2] == "“":
                cuts.append(place + 1)
        pieces, low = [], start
        for cut in cuts:
            left = self._titles.read(low, cut)
            right_end = next((c for c in cuts if c > cut), end)
            if left is None or (
                folded[cut] not in "“" and self._titles.read(cut + 1, right_end) is None and self._titles.read(cut + 1, end) is None
            ):
                continue
            apart = folded[cut] == "," or left.quoted or left.kind is not None or _LEVEL_HINT.match(folded, cut + 1)
            if not apart and not folded[low:cut].endswith(("”", "奖", "号", "位", "体")):
                continue
            pieces.append((low, cut))
            low = cut if folded[cut] == "“" else cut + 1
        return [*pieces, (low, end)]

    def _granted(self, clause: Clause, verb: _Verb, limit: int) -> Iterator[HonourMention]:
        if self._barred(clause, verb):
            return
        recipient = self._contexts.recipient(clause, verb.start, told=self._told)
        if recipient is None:
            return
        self._told = recipient
        body, start = self._contexts.body(clause, verb.start, verb.word)
        rises = verb.word in _RISES
        dated_to = clause.start if rises and "从" in self._scene.folded[clause.start : verb.start] else verb.start
        dates = self._contexts.dates(clause, dated_to, self._last, chain=verb.rule.form != "status")
        object_start = verb.end
        if self._scene.folded[verb.end : verb.end + 1] == "的":
            object_start += 1
        if rises:
            yield from self._before_rise(clause, verb, recipient)
        listed = False
        made: list[tuple[Title, str | None, list[Period]]] = []
        object_end = self._object_end(clause, verb, limit)
        items = closed_list(self._scene.folded, object_start, object_end)
        read = self._titles.named if items else self._titles.read
        for low, high in items or self._pieces(object_start, object_end):
            inner, low = self._contexts.attributive(low, high)
            for title in grades_apart(self._scene.folded, low, high, read):
                if not (self._admits(verb, title, clause) or (listed and self._goes_on(title))):
                    continue
                listed = True
                dates = self._bracketed(title) or dates
                made.append((title, inner or body or self._body_in(title), dates))
        recipients = self._each(clause, verb, recipient, len(made))
        for (title, title_body, stated), one in zip(made, recipients, strict=True):
            for date in self._dated(stated, clause):
                self._last = date if date.edtf else self._last
                yield self._mention(min(start, verb.start), title, verb.rule, one, title_body, date, verb.word)

    def _each(self, clause: Clause, verb: _Verb, recipient: Recipient, prizes: int) -> list[Recipient]:
        """One recipient a prize: as many works as prizes share them out."""
        works = works_before(self._scene.folded, clause.start, verb.start) if prizes > 1 and recipient.kind == "work" else []
        if len(works) != prizes:
            return [recipient] * prizes
        return [Recipient(self._scene.text[low:high], "work") for low, high in works]

    def _dated(self, dates: list[Period], clause: Clause) -> list[Period]:
        """The dates; where none is told, the year that heads the block, else one that says nothing."""
        if any(date.edtf for date in dates):
            return dates
        year = self._headed[self._scene.sentences[clause.sentence].block]
        return [stated_period(year)] if year else dates or [Period()]

    @cached_property
    def _headed(self) -> tuple[str | None, ...]:
        return headed_years(self._scene.document.blocks, self._scene.folded)

    def _body_in(self, title: Title) -> str | None:
        """入选教育部第一批…: the body that stands before the batch."""
        cut = BATCH.sub("", title.before).strip("「『“")
        if len(cut) < 2 or not cut.endswith(self._titles.bodies):
            return None
        at = self._scene.folded.rfind(cut, 0, title.start)
        return cut if at < 0 else self._scene.text[at : at + len(cut)]

    def _goes_on(self, title: Title) -> bool:
        """The later names of a list whose first is one need no ending of their own kind."""
        return title.batch is not None or title.bare or bool(_LEVEL_HINT.match(title.before or fold(title.name)))

    def _bracketed(self, title: Title) -> list[Period]:
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
        found = [span for span in self._scene.dates(at, close + 1) if span.edtf and "X" not in span.edtf]
        return periods(self._scene, found) if found else []

    def _barred(self, clause: Clause, verb: _Verb) -> bool:
        """Honours hoped for, offered, given away, or refused."""
        folded = self._scene.folded
        before = folded[clause.start : verb.start]
        if _BARS.search(re.sub(r"(?:被|获|授|先后|积极|全力)+$", "", before)) or re.search(
            r"争创|申报|力争|有望|计划|可获|有机会|评选办法|者可|将被|将授予|将获", before[-12:]
        ):
            return True
        if (
            verb.word in ("授予", "颁发", "命名", "评选为")
            and "被" not in before
            and self._contexts.body(clause, verb.start)[0] is None
            and not re.search(r"获|荣", before[-3:])
        ):
            return folded[verb.end : verb.end + 1] != "的"
        cue = meant(self._scene, clause, verb.start, verb.end, clause.start, verb.end)
        return cue is not None and cue[0] in ("plan", "negated")

    def _admits(self, verb: _Verb, title: Title, clause: Clause) -> bool:
        """Whether the verb with this name is a grant: weak verbs need a name that is one by itself."""
        after = self._scene.folded[title.whole_end : title.whole_end + 3]
        if self._scene.folded[title.end : title.end + 2] == "之一" and not title.bare and not title.quoted:
            return False
        if verb.word in _KEPT and title.kind is None:
            return False
        if verb.rule.strong:
            return title.quoted or title.kind is not None or bool(_LEVEL_HINT.search(fold(title.name)) or _PRAISE.search(fold(title.name)))
        hinted = title.batch is not None or title.kind == "evaluation_grade" or bool(_LEVEL_HINT.match(title.before or fold(title.name)))
        hinted = hinted or (title.bare and _PLACED.match(fold(title.name)) is not None)
        if verb.rule.form != "status":
            hinted = hinted or bool(_LEVEL_HINT.search(fold(title.name)))
        return title.bare and hinted and not after.startswith("的")

    def _before_rise(self, clause: Clause, verb: _Verb, recipient: Recipient) -> Iterator[HonourMention]:
        """从1998年和2003年的A跃升为B: A, held in each of those years."""
        found = _FROM.search(self._scene.folded[clause.start : verb.start])
        if not found:
            return
        start = clause.start + found.start("name")
        title = self._titles.read(start, clause.start + found.end("name"))
        if title is None or title.kind is None:
            return
        for year in years(found.group("years") or ""):
            date = stated_period(year)
            yield self._mention(clause.start + found.start(), title, verb.rule, recipient, None, date, verb.word)

    def _bare(self, clause: Clause) -> Iterator[HonourMention]:
        """A clause that is nothing but the name of an honour, with or without its date before it and its body after it."""
        listing = list(self._headed_list(clause)) if self._follows_heading(clause) else []
        if len(listing) > 1:
            yield from listing
            return
        if clause.end - clause.start > 64:
            return
        low, end, period, body = self._line(clause)
        words = self._scene.folded[low:end]
        listed = clause.start in self._listed
        hinted = listed or BATCH.match(words) or _LEVEL_HINT.match(words)
        if not 4 <= len(words) <= 40 or not hinted or (not listed and _NO_BARE.search(words)):
            return
        recipient = self._contexts.recipient(clause, low, listed)
        if recipient is None or recipient.kind != "institution":
            return
        after, giver = self._trailing(clause) if listed else ([], None)
        titles = [self._titles.read(*piece) for piece in self._pieces(low, end)]
        for title in titles:
            dated = self._bracketed(title) if title else []
            if title is None or not (listed or (title.bare and title.kind != "selection") or (dated and len(titles) == 1)):
                return
            for date in self._dated([period] if period else dated or after, clause):
                yield self._mention(title.start, title, None, recipient, body or giver or self._body_in(title), date, "its name alone")

    def _follows_heading(self, clause: Clause) -> bool:
        """主要荣誉：… : whether the clause before names honours and nothing else."""
        if not clause.index:
            return False
        before = self._scene.clauses[clause.sentence][clause.index - 1]
        words = self._scene.folded[before.start : before.end]
        return before.mark == ":" and len(words) <= 14 and _HONOURS_HEADING.search(words) is not None

    def _headed_list(self, clause: Clause) -> Iterator[HonourMention]:
        recipient = self._contexts.recipient(clause, clause.start, listed=True)
        items = headed_list(self._scene.folded, clause.start, clause.end) if recipient else []
        for low, high in items:
            title = self._titles.named(low, high)
            if title is not None and recipient is not None:
                for date in self._dated(self._bracketed(title), clause):
                    yield self._mention(title.start, title, None, recipient, self._body_in(title), date, "the heading before it")

    def _trailing(self, clause: Clause) -> tuple[list[Period], str | None]:
        """What a line of a list has behind the name: 先进单位，2012年，省总工会."""
        found: list[Period] = []
        body = None
        for other in self._scene.clauses[clause.sentence][clause.index + 1 : clause.index + 3]:
            words = self._scene.text[other.start : other.end].strip(" ,，;；。、")
            dates = [date for date in self._scene.dates(other.start, other.end) if date.edtf and "X" not in date.edtf]
            if dates and dates[0].start <= other.start + 1 and other.end - dates[-1].end <= 2:
                found = periods(self._scene, dates)
            elif 2 <= len(words) <= 24 and fold(words).endswith(self._titles.bodies):
                body = words
            else:
                break
        return found, body

    def _line(self, clause: Clause) -> tuple[int, int, Period | None, str | None]:
        """Where the name stands in a clause, the date before it and the body behind it: `2018.08 国家一级图书馆 文化和旅游部`."""
        folded = self._scene.folded
        low, end = clause.start, clause.end
        while end > low and folded[end - 1] in ",;。:!? \n\t":
            end -= 1
        period = None
        stamp = line_stamp(folded, low, end)
        dates = [date for date in self._scene.dates(low, end) if date.start <= low + 1 and date.edtf and "X" not in date.edtf]
        if stamp:
            period, low = stated_period(stamp[0]), stamp[1]
        elif dates:
            period, low = periods(self._scene, dates[:1])[0], dates[0].end
        while low < end and folded[low] in " ,:、-.\t●■◆★▲•·":
            low += 1
        cut = max(folded.rfind(" ", low, end), folded.rfind("\t", low, end))
        tail = self._scene.text[cut + 1 : end] if cut > low else ""
        is_body = 2 <= len(tail) <= 24 and folded[cut + 1 : end].endswith(self._titles.bodies)
        return (low, cut, period, tail) if is_body else (low, end, period, None)

    @cached_property
    def _listed(self) -> frozenset[int]:
        """Starts of clauses under a heading of honours: 所获荣誉, 获奖情况."""
        starts, on = set(), False
        for clauses in self._scene.clauses:
            words = self._scene.folded[clauses[0].start : clauses[-1].end]
            if len(words) <= 14 and _HONOURS_HEADING.search(words):
                on = True
            elif len(words) > 60 or (
                len(words) <= 14
                and not _LEVEL_LINE.fullmatch(words)
                and not self._titles.read(clauses[0].start, clauses[-1].end)
                and not re.search(r"\d{4}", words)
            ):
                on = False
            if on:
                starts.add(clauses[0].start)
        return frozenset(starts)

    def _mention(
        self, start: int, title: Title, rule: Grant | None, recipient: Recipient, body: str | None, date: Period, word: str
    ) -> HonourMention:
        status = rule is None or rule.form == "status"
        return HonourMention(
            start=min(start, title.start),
            end=title.whole_end,
            name=title.name,
            rule=rule.id if rule else "bare",
            kind=title.kind or (_KIND_OF_VERB.get(rule.id) if rule else None),
            level=self._titles.level_of(fold(body) if body else None, title.before, fold(title.name)),
            form="status" if status else "shortlisted" if word == "入围" else "granted",
            recipient=recipient.name,
            recipient_kind=recipient.kind,
            body=body,
            grade=title.grade,
            batch=title.batch,
            date=date,
            name_start=min(title.start, title.end - 1),
            name_end=title.end,
            steps=(Step("granted", word), Step("kind", title.kind or "quoted")),
        )


def read_honours(scene: Scene, words: TitleWords, subjects: Subjects, institution: str | None) -> tuple[HonourMention, ...]:
    """Every honour that the page says was granted or is held, in order; one told twice stands twice."""
    return tuple(_Reader(scene, words, subjects, institution).read())
