"""Whose number it is: the reporting institution's, a named venue's, or somebody else's."""

from __future__ import annotations

import re
from bisect import bisect_left

from pipeline.fold import fold
from pipeline.mentions import Subject
from pipeline.read.institution import OWN_WORDS
from pipeline.read.link import DATE_CONNECTIVE
from pipeline.read.names import Name
from pipeline.read.person import person_in
from pipeline.read.scene import Clause, Scene
from pipeline.read.trade import NEWS, tells_region, tells_trade

_PLACE = re.compile(
    r"(?!位于|坐落|地处|始建|建于|隶属)(?:在)?[\u3400-\u9fff]{1,6}?(?:市属|市|省|县|自治区|自治州|地区|公司|集团|旅游区|公园|景区)(?!图书馆|博物馆|文化馆|档案馆|级|民|[\u3400-\u9fff]{0,8}馆)"
)
_OWN_PARTS = (
    "分馆",
    "书房",
    "校区",
    "数字图书馆",
    "文化站",
    "书院",
    "总馆",
    "新馆",
    "移动图书馆",
    "汽车图书馆",
    "少儿图书馆",
    "自助图书馆",
)
# 市公交集团现有职工…: a noun that acts; 新建消防站 and 进企业 are something done.
_ACTOR = re.compile(
    r"(?!新建|建设|打造|完善|支持|联合|邀请|为|向|在|对|组织|走进|开展|协助|配合|举办|推进|加强|依托|通过|利用|与|进|送|赴|到|深入|奔赴)(?:(?![到为向在赴供])[\u3400-\u9fff])+"
)
_HAS = re.compile(r"[现共仅也则]*(?:拥?有|馆舍|总?藏书?|馆藏|职工|员工|工作人员|建筑面积|占地|面积|全年|年|去年|接待)")
_TOURS = re.compile(r"巡[回展演讲]")  # 全国巡展 is what we do, 全国 nobody
_ACCOUNT = re.compile(r"大事记|年度报告|工作总结|年报|工作盘点|荣誉(?:墙|殿堂|榜|室|一览|展示)?$|简介$|概况$|工作情况|服务数据|基本情况")
_TRADE = re.compile(r"读者|馆藏|图书馆|博物馆|文化馆|档案|展览|学校|门诊")
_SECTOR = re.compile(r"公司|集团|门店|全国公共图书馆|全省公共|行业|股份|楼盘|开盘|住宅|地铁|公交|高考|中考|赛事|选手|球队|影片上映|出版社")
NOBODY = Subject("other", None, "no institution is named")


def speaks_of_itself(scene: Scene, found: list[Name]) -> bool:
    """Whether a page that names no institution is one's own account: 我馆 …, 区图书馆 as its only actor, or a report that names nobody."""
    whole = (0, len(scene.folded))
    if any(hit.word in OWN_WORDS for hit in scene.hits.listed("own_subjects", *whole)):
        return True
    named = [name for name in found if not name.folded.endswith((*_OWN_PARTS, "书店", "文化馆图书室", "出版社"))]
    short = scene.hits.listed("short_names", *whole)
    if named:
        return False
    kinds = [hit for hit in scene.hits.listed("own_subjects", *whole) if hit.word.endswith("馆")]
    if _SECTOR.search(scene.folded) or tells_region(scene):
        return False
    trade = tells_trade(scene)
    return (len(short) + len(kinds) >= 2 and trade >= 2) or _is_account(scene, trade)


def _is_account(scene: Scene, trade: int) -> bool:
    """Whether a page without any name is headed as an institution's account of itself."""
    line = scene.document.metadata.title or scene.folded[: max(scene.folded.find("\n"), 0)]
    if trade >= 3 and not NEWS.search(scene.folded):
        return True
    headed = len(line) <= 30 and _ACCOUNT.search(fold(line)) is not None
    return headed and _TRADE.search(scene.folded) is not None


class Subjects:
    """Answers whose a number is, sentence by sentence; a subject holds until another is named."""

    def __init__(self, scene: Scene, institution: str | None, found: list[Name], sure: bool = True) -> None:
        """`sure`: no other institution named on the page has facts there."""
        self._scene = scene
        self.institution = institution
        self._alone = sure
        self._region = tells_region(scene)
        self._folded = fold(institution).replace("少年儿童", "少儿") if institution else None
        self._names = found
        self._starts = [name.start for name in found]
        self._known: dict[tuple[int, int, bool], Subject | None] = {}
        self.own = institution is not None or speaks_of_itself(scene, found)

    def of(self, clause: Clause, position: int, sectors: bool = True) -> Subject:
        """The subject of what stands at `position`: named before it in its clause, in earlier clauses, or the page's own.

        Without `sectors` only institutions count, no 全市 or 各地: names of honours begin with such words.
        """
        for other in reversed(self._scene.clauses[clause.sentence][: clause.index + 1]):
            named = self._named(other, min(position, other.end), sectors)
            if named is not None:
                return named
        return self._default(clause, sectors)

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
        key = (clause.start, end, sectors)
        if key not in self._known:
            self._known[key] = self._find(clause, end, sectors)
        return self._known[key]

    def _find(self, clause: Clause, end: int, sectors: bool) -> Subject | None:
        scene = self._scene
        opening = DATE_CONNECTIVE.match(scene.folded, clause.start, end)
        head = opening.end() if opening else clause.start
        dates = scene.dates(clause.start, min(end, head + 2))
        while dates and dates[0].start <= head < dates[0].end:
            opening = DATE_CONNECTIVE.match(scene.folded, dates[0].end, end)
            head = opening.end() if opening else dates[0].end
            dates = scene.dates(max(head - 1, dates[0].end), min(end, head + 2))
        others = scene.hits.listed("other_subjects", head, min(end, head + 8))
        if sectors and others and others[0].start == head and not self._is_name(head) and not _TOURS.match(scene.folded, others[0].end):
            return Subject("other", None, others[0].word)
        heads = scene.hits.listed("other_heads", head, min(end, head + 14)) if sectors else []
        if heads and _ACTOR.fullmatch(scene.folded, head, heads[0].end) and not self._is_name(head):
            return Subject("other", None, scene.folded[head : heads[0].end])
        person = person_in(scene.folded[head:end]) if sectors else None
        if person is not None:
            return Subject("other", None, person)
        name = self._nearest(clause.start, end, head)
        if name is not None:
            return self._of_name(name)
        owns = scene.hits.listed("own_subjects", clause.start, end)
        if owns and (owns[0].start <= head + 1 or owns[0].word[0] in "我本该全"):
            return Subject("own", self.institution, owns[0].word) if self.own else None
        if sectors and not self.own and _PLACE.match(scene.folded, head, end):
            return Subject("other", None, scene.folded[head : head + 6])
        return None

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
        return name.start > head and self._scene.folded[name.start - 1] == "的" and _HAS.match(self._scene.folded, name.end) is not None

    def _mine(self, name: str) -> bool:
        own, name = self._folded, name.replace("少年儿童", "少儿")
        return own is not None and (
            name == own or own.endswith(name) or name.endswith(own) or (name.startswith(own) and len(name) <= len(own) + 4)
        )

    def _of_name(self, name: Name) -> Subject:
        text, folded = name.text, name.folded
        if self._mine(folded) or (self.own and (folded.endswith(_OWN_PARTS) or len(folded) < 4)):
            return Subject("own", self.institution, text)
        if folded.startswith(("全国", "全省", "全市", "全县", "全区", "我国", "各")) or (self.own and self._alone):
            return Subject("other", text, text)
        return Subject("venue", text, text)
