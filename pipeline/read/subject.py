"""Whose number it is: the reporting institution's, a named venue's, or somebody else's."""

from __future__ import annotations

import re
from bisect import bisect_left

from pipeline.fold import fold
from pipeline.mentions import Binding, Subject
from pipeline.read.agency import Agency, agency_of, full_name, may_have
from pipeline.read.institution import says_we
from pipeline.read.link import links
from pipeline.read.names import Name
from pipeline.read.person import person_in, telling_places
from pipeline.read.scene import Clause, Scene
from pipeline.read.terms import Listed
from pipeline.read.trade import is_news, tells_region, tells_trade

_PLACE = r"(?!位于|坐落|地处|始建|建于|隶属)(?:在)?[\u3400-\u9fff]{1,6}?(?:<<place_ends>>)(?!图书馆|博物馆|文化馆|档案馆|级|民|[\u3400-\u9fff]{0,8}馆)"
# 市公交集团现有职工…: a noun that acts; 新建消防站 and 进企业 are something done.
_ACTOR = r"(?!<<no_actors>>)(?:(?![到为向在赴供])[\u3400-\u9fff])+"
_HAS = r"[现共仅也则]*(?:<<has_words>>)"
_OWN_BRANCHES = re.compile(r"(?:(?!图书馆|文化站|书屋|文化馆)[^,。;:]){0,10}分馆")  # 全县14个镇街分馆 are the library's
_TOURS = re.compile(r"巡[回展演讲]")  # 全国巡展 is what we do, 全国 nobody
_ENTERED = re.compile(r"(?<!先)进[\u3400-\u9fff]{0,2}$")
_ACCOUNT = r"<<account_titles>>|(?:<<account_ends>>)$"
_SUBJECTS: tuple[Listed, ...] = ("own_subjects", "other_subjects", "other_heads")
# 图书馆、文化馆全年共服务…: houses of several kinds together are nobody's
_HOUSES = r"[省市县区]?(?:<<house_kinds>>)(?:[、和与及][省市县区]?(?:<<house_kinds>>))+(?!联合|合作|携手|共同|联动|签)"
# 17个乡镇文化站共接待…: several houses together are nobody's; 全国优秀教师3人 are persons of that title.
_SEVERAL = (
    r"(?<![到为向在与对进给和及赴于联合])\d{1,4}(?:余|多)?[个家所座][\u3400-\u9fff]{0,8}?(?:<<houses_together>>)"
    r"(?:<<annual_words>>|共计?|合计|总计|累计)*(?:接待|客流|门诊|服务|到馆|外借|流通|吸引|住院)"
)
# 博物馆所在的窑湾镇现存…: the place around a house has numbers of its own
_SITED = r"[\u3400-\u9fff]{0,8}所在(?:地)?的[\u3400-\u9fff]{1,8}?(?:镇|乡|村|县|区|市|街道|社区)(?=[现有是辖年常总去每共,])"
_TITLED = r"(?:<<ranked_people>>)[^,。;]{0,24}\d{1,3}[人名位]"
_SCHOOL_S = r"(?:大学|学院|中学|小学|学校)(?:<<school_houses>>)"
_CROWD = re.compile(r"全[省市县区镇国州旗](?:共有?)?(?:的|近|约)?\d{1,4}(?:余|多)?[支名位人组对]")  # those who took part
NOBODY = Subject("other", None, "no institution is named")


def speaks_of_itself(scene: Scene, found: list[Name]) -> bool:
    """Whether a page that names no institution is one's own account: 我馆 …, 区图书馆 as its only actor, or a report that names nobody."""
    whole = (0, len(scene.folded))
    if says_we(scene):
        return True
    named = [name for name in found if not name.folded.endswith(scene.lexicon.words("own_parts", "no_own_account"))]
    short = scene.hits.listed("short_names", *whole)
    if named:
        return False
    kinds = [hit for hit in scene.hits.listed("own_subjects", *whole) if hit.word.endswith("馆")]
    if scene.lexicon["<<sector_words>>"].search(scene.folded) or tells_region(scene):
        return False
    trade = tells_trade(scene)
    return (len(short) + len(kinds) >= 2 and trade >= 2) or _is_account(scene, trade)


def _is_account(scene: Scene, trade: int) -> bool:
    """Whether a page without any name is headed as an institution's account of itself."""
    line = scene.document.metadata.title or scene.folded[: max(scene.folded.find("\n"), 0)]
    if trade >= 3 and not is_news(scene):
        return True
    headed = len(line) <= 30 and scene.lexicon[_ACCOUNT].search(fold(line)) is not None
    return headed and scene.lexicon["<<trade_signs>>"].search(scene.folded) is not None


def _plain(name: str) -> str:
    """The name without what short forms leave out."""
    return name.replace("少年儿童", "少儿").replace("国家综合档案馆", "档案馆")


class Subjects:
    """Answers whose a number is, sentence by sentence; a subject holds until another is named."""

    def __init__(self, scene: Scene, institution: str | None, found: list[Name], sure: bool = True) -> None:
        """`sure`: no other institution named on the page has facts there."""
        self._scene = scene
        self.institution = institution
        self._alone = sure
        self._region = tells_region(scene)
        agency = agency_of(scene)
        self._agency: Agency | None = agency if agency is not None and institution == agency.name else None
        self._folded = _plain(fold(institution)) if institution else None
        self._names = found
        self._of_school = scene.lexicon[_SCHOOL_S].search(self._folded or "") is not None
        self._starts = [name.start for name in found]
        self._known: dict[tuple[int, int, bool], Subject | None] = {}
        self._empty: dict[int, bool] = {}
        self._handed_on: dict[tuple[int, bool], Subject] = {}
        self._heads: dict[int, int] = {}
        self._several = list(scene.lexicon[_SEVERAL].finditer(scene.folded))
        self._persons = telling_places(scene.folded, scene.lexicon)
        self.own = institution is not None or speaks_of_itself(scene, found)

    def of(self, clause: Clause, position: int, sectors: bool = True) -> Subject:
        """The subject of what stands at `position`: named before it in its clause, in earlier clauses, or the page's own.

        Without `sectors` only institutions count, no 全市 or 各地: names of honours begin with such words.
        """
        named = self._named(clause, min(position, clause.end), sectors)
        if named is not None:
            return named
        key = (clause.start, sectors)
        if key not in self._handed_on:
            self._handed_on[key] = self._before(clause, sectors)
        return self._handed_on[key]

    def _before(self, clause: Clause, sectors: bool) -> Subject:
        """The subject that the clauses before hand on, or the page's own."""
        ended = False
        for other in self._scene.earlier(clause):
            ended = ended or other.mark == ";"
            named = self._named(other, other.end, sectors)
            if named is not None and not (ended and self._in_passing(other, named)):
                return named
        return self._default(clause, sectors)

    def _is_crowd(self, clause: Clause) -> bool:
        return _CROWD.match(self._scene.folded, self._head(clause, clause.end), clause.end) is not None

    def _in_passing(self, clause: Clause, named: Subject) -> bool:
        """3月办诗会，全县26支队伍参加；5月…: whether others are named behind the first clause up to a ；, where nothing begins with them."""
        if not self.own or named.whose != "other" or named.name is not None or not self._is_crowd(clause):
            return False
        for other in self._scene.earlier(clause):
            if other.mark == ";":
                return False
            if self._head(other, other.end) < other.end - 1:
                return True  # a clause that says more than a date
        return False

    def may_have(self, bound: Binding) -> bool:
        """Whether the page's own institution can have such a number: an authority has no visitors."""
        return self._agency is None or may_have(self._scene, bound)

    def _default(self, clause: Clause, sectors: bool) -> Subject:
        if self.own:
            return Subject("own", self.institution)
        if self._region:
            return NOBODY
        block = self._scene.sentences[clause.sentence].block
        for number in range(clause.sentence - 1, -1, -1):
            if self._scene.sentences[number].block != block:
                break
            for other in reversed(self._scene.clauses[number]):
                named = self._named(other, other.end, sectors)
                if named is not None:
                    return named
        return NOBODY

    def _named(self, clause: Clause, end: int, sectors: bool) -> Subject | None:
        """The subject that [clause.start:end] names, if any."""
        if self._names_nobody(clause):
            return None
        key = (clause.start, end, sectors)
        if key not in self._known:
            self._known[key] = self._find(clause, end, sectors)
        return self._known[key]

    def _names_nobody(self, clause: Clause) -> bool:
        """Whether a clause holds no word that could be a subject, wherever it is cut."""
        known = self._empty.get(clause.start)
        if known is None:
            start, end = clause.start, clause.end
            named = bisect_left(self._starts, start) < bisect_left(self._starts, end)
            told = (
                named
                or not self.own
                or any(start <= span.start() < end for span in self._several)
                or self._may_tell_of_a_person(start, end)
            )
            told = told or any(self._scene.hits.listed(name, start, end) for name in _SUBJECTS)
            known = self._empty[start] = not told
        return known

    def _may_tell_of_a_person(self, start: int, end: int) -> bool:
        return bisect_left(self._persons, start) < bisect_left(self._persons, end)

    def _find(self, clause: Clause, end: int, sectors: bool) -> Subject | None:
        scene, head = self._scene, self._head(clause, end)
        others = scene.hits.listed("other_subjects", head, min(end, head + 8)) if sectors else []
        if others and self.own and self._agency is None and others[0].start == head and _OWN_BRANCHES.match(scene.folded, others[0].end):
            return Subject("own", self.institution, others[0].word)
        if others and self.own and scene.lexicon[_TITLED].match(scene.folded, others[0].end):
            others = []
        if others and others[0].start == head and not self._is_name(head) and not _TOURS.match(scene.folded, others[0].end):
            return Subject("other", None, others[0].word)
        houses = scene.lexicon[_HOUSES].match(scene.folded, head, end) if sectors else None
        if houses and not self._is_name(head):
            return Subject("other", None, houses.group())
        several = next((span for span in self._several if clause.start <= span.start() <= end), None) if sectors else None
        if several is not None:
            return Subject("other", None, several.group())
        sited = scene.lexicon[_SITED].match(scene.folded, head, end) if sectors else None
        if sited is not None:
            return Subject("other", None, sited.group())
        heads = scene.hits.listed("other_heads", head, min(end, head + 14)) if sectors else []
        if heads and _ENTERED.search(scene.folded, head, heads[0].start):
            heads = []  # “文化进景区”演出46场: where something was taken acts nothing
        if heads and scene.lexicon[_ACTOR].fullmatch(scene.folded, head, heads[0].end) and not self._is_name(head):
            return Subject("other", None, scene.folded[head : heads[0].end])
        tells = sectors and self._may_tell_of_a_person(clause.start, end)
        person = person_in(scene.folded[head:end], scene.lexicon) if tells else None
        if person is not None:
            return Subject("other", None, person)
        name = self._nearest(clause.start, end, head)
        if name is not None:
            return self._of_name(name)
        houses_of_several = (not self.own and self._names) or self._agency is not None
        short = [] if not houses_of_several else scene.hits.listed("short_names", head, min(end, head + 6))
        if short and short[0].start == head:
            house = full_name(self._agency, short[0].word) if self._agency else short[0].word
            return Subject("venue", house, short[0].word)  # 市博物馆五天接待观众…, in the news of several
        owns = scene.hits.listed("own_subjects", clause.start, end)
        if owns and self._of_school and owns[0].word in scene.lexicon.set("schools") and not self._is_house(owns[0].end):
            return Subject("other", None, owns[0].word)
        if owns and owns[0].word[0] == "该" and (told := self._told_before(clause)) is not None:
            return told
        if owns and (owns[0].start <= head + 1 or owns[0].word[0] in "我本该全"):
            return Subject("own", self.institution, owns[0].word) if self.own else None
        if sectors and not self.own and scene.lexicon[_PLACE].match(scene.folded, head, end):
            return Subject("other", None, scene.folded[head : head + 6])
        return None

    def _is_house(self, place: int) -> bool:
        """学校图书馆: whether a house of the school is named right behind it."""
        return self._scene.folded.startswith(self._scene.lexicon.words("school_houses"), place)

    def _told_before(self, clause: Clause) -> Subject | None:
        """该馆 behind another institution's name is that one: the last subject told in the block, where it is no own one."""
        block = self._scene.sentences[clause.sentence].block
        for number in range(clause.sentence, -1, -1):
            if self._scene.sentences[number].block != block:
                return None
            for other in reversed(self._scene.clauses[number]):
                told = self._named(other, other.end, True) if other.start < clause.start else None
                if told is not None:
                    return told if told.whose != "own" and told.name is not None else None
        return None

    def _head(self, clause: Clause, end: int) -> int:
        """Where the words of [clause.start:end] begin, after its dates and what joins them."""
        head = self._heads.get(clause.start)
        if head is None:
            head = self._heads[clause.start] = self._after_dates(clause.start, clause.end)
        return head if head < end else self._after_dates(clause.start, end)

    def _after_dates(self, start: int, end: int) -> int:
        scene = self._scene
        opening = links(scene).date_lead.match(scene.folded, start, end)
        head = opening.end() if opening else start
        dates = scene.dates(start, min(end, head + 2))
        while dates and dates[0].start <= head < dates[0].end:
            opening = links(scene).date_lead.match(scene.folded, dates[0].end, end)
            head = opening.end() if opening else dates[0].end
            dates = scene.dates(max(head - 1, dates[0].end), min(end, head + 2))
        return head

    def _is_name(self, start: int) -> bool:
        at = bisect_left(self._starts, start)
        return at < len(self._starts) and self._starts[at] == start and not self._names[at].folded.startswith(("全", "我", "各"))

    def _nearest(self, start: int, end: int, head: int) -> Name | None:
        """The last name in [start:end]; on a page of one institution only a name at the clause's head counts, or its own."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        for name in reversed(self._names[low:high]):
            if name.end <= end and (
                not (self.own and self._alone) or name.start <= head or self._mine(name.folded) or self._has(name, head)
            ):
                return name
        return None

    def _has(self, name: Name, head: int) -> bool:
        """位于邻县的青岭县图书馆藏书43万册: a name behind its attribute, before what it has."""
        return (
            name.start > head
            and self._scene.folded[name.start - 1] == "的"
            and self._scene.lexicon[_HAS].match(self._scene.folded, name.end) is not None
        )

    def _mine(self, name: str) -> bool:
        own, name = self._folded, _plain(name)
        return own is not None and (
            name == own or own.endswith(name) or name.endswith(own) or (name.startswith(own) and len(name) <= len(own) + 4)
        )

    def _of_name(self, name: Name) -> Subject:
        text, folded = name.text, name.folded
        if self._mine(folded) or (self.own and (folded.endswith(self._scene.lexicon.words("own_parts")) or len(folded) < 4)):
            return Subject("own", self.institution, text)
        if folded.startswith(("全国", "全省", "全市", "全县", "全区", "我国", "各")) or (self.own and self._alone):
            return Subject("other", text, text)
        return Subject("venue", text, text)
