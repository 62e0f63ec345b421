"""The name of an honour cut out of the words after its verb: quotes, batch, level, endings."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from pipeline.packs import Honour, Level, Packs
from pipeline.read.scene import Scene

BATCH = re.compile(r"(?:首批|第[一二三四五六七八九十\d]{1,3}批)(?:次)?")
_YEARS = re.compile(r"(?:(?:19|20)\d\d[、,和与及\-~至]{1,2})*(?:19|20)\d\d(?:[-~至](?:19|20)?\d\d)?年(?!度)(?:的)?")
_OPEN = re.compile(
    r"(?:了|过|为|成|入|到|得|由|、|,|和|及|以及|与|并|还|又|、|[:\s]|先后|分别|多次|再次|首次|连续[一二三四五六七八九十两\d]{1,3}[年次届](?:被)?|当年|一项(?=[“\"])|年度(?=[“\"]))*"
)
_TAIL = re.compile(
    r"(?:的)?(?:等)?(?:[一二三四五六七八九十两\d]{1,3}(?:余|多)?[项个])?(?:各类|各种|多项|一系列)?(?:的)?(?:光荣)?(?:荣誉称号|荣誉|称号|殊荣|榜单|表彰|名单|奖项|桂冠|牌匾|奖牌|证书|之列|行列|之一)?(?:等)?(?:的)?$"
)
_AFTER_QUOTE = re.compile(
    r"(?:的|这[一]?[块个项])?(?:光荣|荣誉|金字)?(?:称号|单位|荣誉|殊荣|名头|招牌|牌子|行列|表彰|榜单)?(?:等)?(?:荣誉)?(?:称号|单位|荣誉)?"
    r"(?:[一二三四五六七八九十两\d]{0,3}[项个])?(?:荣誉|称号)?(?:奖旗|锦旗|奖牌|奖匾|奖状|牌匾|证书|证章|奖杯|牌子)?(?:一[面块张座])?(?:之一)?$"
)
_QUOTED = re.compile(r"[“\"《「『]([^“”\"《》「」『』]{2,40})[”\"》」』]")
_GRADE = re.compile(
    r"(?:特|[一二三四五123])(?:级|等奖|等功|类)|[A]{1,5}级|[2-5]A级|[金银铜](?:奖|牌)|第[一二三四五六七八九十\d]{1,2}名|优秀奖|组织奖|榜首|五星级|四星级|[冠亚季]军"
)
_BRACKET = re.compile(r"\((?:[^()]{1,14}|(?:(?:19|20)\d\d年?[、,和]?){1,9})\)[等]?")
_MEDAL = re.compile("[金银铜][牌奖]")
_MASKED = re.compile(r"[xX×某*]{2}|某")
# 最大的区级档案馆: of which level a house is, and no grade that it was given
_RANKED = re.compile(r"(?:中央|国家|省|市|县|区)级(?:国家)?(?:综合)?(?:公共)?(?:档案|图书|博物|文化)馆[”\"]?$")
_PLACES = re.compile(r"自治区|自治州|直辖市|自治县|县级市|地区|(?:社区|景区|校区|园区|小区)|省|市|县|区|州|盟|旗")
_VERBAL = re.compile(
    r"^(?:在|对|把|将|向|以|用|从|让|使|能|可|会|应|要|不|没|已|正|更|很|最好|积极|深入|全面|不断|进一步|加强|提高|推进|推动|开展|组织|实施|坚持|满足|促进|建设|打造|完善|创建|争创|申报|参加|做好|读者|群众|社会|广大|领导|各级领导|上级领导|许多|大量|更多|他|她|它|我|你|本|该|其)"
)


@dataclass(frozen=True, slots=True)
class Title:
    """An honour's name at [start:end] of the text, with what stands around it. `whole` ends after closing quote and 称号."""

    start: int
    end: int
    whole_end: int
    name: str
    quoted: bool
    batch: str | None
    before: str
    kind: str | None
    bare: bool
    grade: str | None


class TitleWords:
    """What the packs say of names of honours, prepared once for all pages."""

    def __init__(self, packs: Packs) -> None:
        self.endings: dict[str, list[tuple[str, Honour]]] = defaultdict(list)
        pairs = ((word, rule) for rule in packs.of(Honour) for combo in rule.words for word in combo[-1])
        for word, rule in sorted(pairs, key=lambda pair: -len(pair[0])):
            self.endings[word[-1]].append((word, rule))
        self.awardlike = tuple(packs.list("awardlike"))
        self.not_names = tuple(packs.list("not_names"))
        self.provinces = tuple(packs.list("provinces"))
        self.bodies = tuple(packs.list("bodies"))
        self.levels: dict[str, frozenset[str]] = {
            rule.id: frozenset(word for combo in rule.words for group in combo for word in group) for rule in packs.of(Level)
        }


class Titles:
    """Reads names of honours with the packs' endings and levels."""

    def __init__(self, scene: Scene, words: TitleWords) -> None:
        self._scene = scene
        self._words = words

    @property
    def bodies(self) -> tuple[str, ...]:
        """How names of granting bodies end."""
        return self._words.bodies

    def read(self, start: int, end: int) -> Title | None:
        """The name in [start:end], or None where the words name no honour."""
        folded = self._scene.folded
        opened = _OPEN.match(folded, start, end)
        low = opened.end() if opened else start
        while end > low and (folded[end - 1] in " ,、" or (folded[end - 1] == ")" and "(" not in folded[low:end])):
            end -= 1
        bracket = _BRACKET.search(folded, low, end)
        if bracket and bracket.end() >= end - 1:
            end = bracket.start()
        while (years := _YEARS.match(folded, low, end)) or (low < end and folded[low] in "、,的 :"):
            low = years.end() if years else low + 1
        piece = folded[low:end]
        quoted = _QUOTED.search(piece)
        if quoted and _AFTER_QUOTE.fullmatch(piece[quoted.end() :]):
            return self._quoted(low, end, quoted)
        return self._plain(low, end)

    def named(self, start: int, end: int) -> Title | None:
        """The name in [start:end] where a list says that it is one, whatever it ends with."""
        title = self.read(start, end)
        if title is not None or not self._sound(self._scene.folded[start:end], quoted=True):
            return title
        return Title(start, end, end, self._scene.text[start:end].replace("\n", ""), False, None, "", None, False, None)

    def _quoted(self, low: int, end: int, quoted: re.Match[str]) -> Title | None:
        folded = self._scene.folded
        before = folded[low : low + quoted.start()]
        batch = BATCH.search(before) or BATCH.match(quoted.group(1))
        start, stop = low + quoted.start(1), low + quoted.end(1)
        if batch and quoted.group(1).startswith(batch.group()):
            start += batch.end()
        name = self._scene.text[start:stop]
        if len(before) > 24 or not self._sound(folded[start:stop], quoted=True) or (before and not self._is_qualifier(before)):
            return None
        kind, bare = self.kind_of(folded[start:stop])
        return Title(start, stop, end, name, True, batch.group() if batch else None, before, kind, bare, self._grade(folded[start:stop]))

    def _is_qualifier(self, before: str) -> bool:
        """Words before the quotes may be a level, a place, a body or a batch, no clause of their own."""
        return not re.search(r"[\u3400-\u9fff](?:了|着|过)[\u3400-\u9fff]|活动中|比赛中|读者|群众|荣誉|奖项|\d[余多]?项", before)

    def _plain(self, low: int, end: int) -> Title | None:
        folded = self._scene.folded
        tail = _TAIL.search(folded[low:end])
        stop = low + tail.start() if tail else end
        if not folded[low:stop].rstrip('”"》)').endswith(self._words.awardlike) and folded[low:end].endswith(self._words.awardlike):
            stop = end
        while stop > low and folded[stop - 1] in " ,、的":
            stop -= 1
        batch = BATCH.search(folded, low, min(stop, low + 16))
        start, before = low, ""
        if batch:
            before, start = folded[low : batch.start()], batch.end()
            if before and not before.endswith(self._words.bodies):
                start = low if not self._ends_as_place(before) else start
        start = self._after_of(folded, start, stop)
        name = folded[start:stop]
        if not self._sound(name, quoted=False):
            return None
        kind, bare = self.kind_of(name)
        text = self._scene.text[start:stop]
        return Title(
            start, stop, end, text.replace("\n", ""), False, batch.group() if batch else None, before, kind, bare, self._grade(name)
        )

    def _after_of(self, folded: str, start: int, stop: int) -> int:
        """为一体的国家一级博物馆: a name begins after what describes it, where the rest is a name by itself."""
        at = folded.rfind("的", start, stop) + 1
        if not at or folded.count("“", at, stop) != folded.count("”", at, stop):
            return start
        return at if self.kind_of(folded[at:stop])[1] else start

    def _ends_as_place(self, before: str) -> bool:
        return before in ("全国", "中国", "国家", "全省", "全市", "全县", "全区", "自治区", "国家级", "省级", "市级") or before.endswith(
            ("省", "市", "县", "区", *self._words.provinces)
        )

    def _sound(self, name: str, quoted: bool) -> bool:
        """Whether these words can be a name."""
        if not 2 <= len(name) <= 46 or name.endswith(self._words.not_names) or (not quoted and _VERBAL.match(name)):
            return False
        if _MASKED.search(name) or _RANKED.search(name):
            return False
        if name.count("“") != name.count("”") or re.search(r"[。;!?]" if quoted else r"[。;!?]|,(?![“\d])", name):
            return False
        if quoted:
            return True
        plain = name.rstrip('”"》)）')
        return (len(name) >= 3 or _MEDAL.fullmatch(name) is not None) and (
            plain.endswith(self._words.awardlike) or self.kind_of(name)[0] is not None
        )

    def kind_of(self, name: str) -> tuple[str | None, bool]:
        """Vocabulary kind of a name by its ending, and whether that ending makes a name by itself."""
        plain = name.rstrip('”"》').removesuffix("称号").rstrip('”"》')
        for stem in (plain, name):
            for ending, rule in self._words.endings.get(stem[-1:], ()):
                if stem.endswith(ending):
                    return rule.target, rule.bare
        return None, False

    def _grade(self, name: str) -> str | None:
        found = _GRADE.findall(name)
        return found[-1] if found else None

    def level_of(self, body: str | None, before: str, name: str) -> str | None:
        """Level by the body, then the words before the quotes, then the name itself."""
        for words in (body, before, name):
            level = self._level_in(words)
            if level:
                return level
        return None

    def _level_in(self, words: str | None) -> str | None:
        if not words:
            return None
        if words.startswith(self._words.provinces) and "市" not in words[:8] and "县" not in words[:8]:
            return "provincial"
        head, levels = words[:14], self._words.levels
        for level in ("association", "international", "national"):
            if any(word in (words if level == "association" else head) for word in levels.get(level, ())):
                return level
        for found in _PLACES.finditer(head):
            for level in ("provincial", "county", "prefectural"):
                if found.group() in levels.get(level, ()):
                    return level
        return None
