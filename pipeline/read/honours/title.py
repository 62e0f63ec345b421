"""The name of an honour cut out of the words after its verb: quotes, batch, level, endings."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.read.honours.sound import ends_as_place, is_qualifier, sound
from pipeline.read.honours.words import TitleWords
from pipeline.read.scene import Scene

BATCH = re.compile(r"(?:首批|第[一二三四五六七八九十\d]{1,3}批)(?:次)?")
_YEARS = re.compile(r"(?:(?:19|20)\d\d[、,和与及\-~至]{1,2})*(?:19|20)\d\d(?:[-~至](?:19|20)?\d\d)?年(?!度)(?:的)?")
_OPEN = re.compile(
    r"(?:了|过|为|成|入|到|得|由|、|,|和|及|以及|与|并|还|又|、|[:\s]|先后|分别|多次|再次|首次|连续[一二三四五六七八九十两\d]{1,3}[年次届](?:被)?|当年|一项(?=[“\"])|年度(?=[“\"]))*"
)
_TAIL = r"(?:的)?(?:等)?(?:[一二三四五六七八九十两\d]{1,3}(?:余|多)?[项个块])?(?:各类|各种|多[项个块]|一系列)?(?:的)?(?:光荣)?(?:<<after_title>>)?(?:等)?(?:的)?(?:(?<=功)[一二两三四五六七八九十\d]{1,2}次)?(?:的(?:好|优异|优秀|骄人)?成绩)?$"
_AFTER_QUOTE = (
    r"(?:的|这[一]?[块个项])?(?:光荣|荣誉|金字)?(?:<<after_quote>>)?(?:等)?(?:荣誉)?(?:称号|单位|荣誉)?"
    r"(?:[一二三四五六七八九十两\d]{0,3}[项个])?(?:荣誉|称号)?(?:<<honour_tokens>>)?(?:一[面块张座])?(?:之一)?(?:的?提名)?$"
)
_QUOTED = re.compile(r"[“\"《「『]([^“”\"《》「」『』]{2,40})[”\"》」』]")
_GRADE = r"(?:特|[一二三四五123])(?:级|等奖|等功|类)|[A]{1,5}级|[2-5]A级|[金银铜](?:奖|牌)|第[一二三四五六七八九十\d]{1,2}名|<<grade_words>>|[冠亚季]军"
_SHORTEST = 5  # 优秀称号 stays
_EDITION = re.compile(r"第[一二三四五六七八九十百\d]{1,3}届")
_STAGE = r"(?:的)?(?:<<stages>>)(?:阶段|名单)?[,;。:!?、 \n]*$"
_BRACKET = re.compile(r"\((?:[^()]{1,14}|(?:(?:19|20)\d\d年?[、,和]?){1,9})\)(?:等(?:多项)?(?:荣誉|奖项|称号|荣誉称号)?)?")


class Title(NamedTuple):
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
    short: bool = False  # only shortlisted: a nomination, a final


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
        while end > low and (folded[end - 1] in " ,、." or (folded[end - 1] == ")" and "(" not in folded[low:end])):
            end -= 1
        bracket = _BRACKET.search(folded, low, end)
        if bracket and bracket.end() >= end - 1 and folded.count("“", low, bracket.start()) == folded.count("”", low, bracket.start()):
            end = bracket.start()
        low = self._after_dates(low, end)
        piece = folded[low:end]
        quoted = _QUOTED.search(piece)
        if quoted and self._scene.lexicon[_AFTER_QUOTE].fullmatch(piece[quoted.end() :]):
            return self._quoted(low, end, quoted)
        return self._plain(low, end)

    def _after_dates(self, low: int, end: int) -> int:
        """Where the name begins: after years, a date and the marks before it."""
        folded = self._scene.folded
        while low < end:
            years = _YEARS.match(folded, low, end)
            dated = self._scene.dates(low, low + 1) if folded[low] in "一二〇○" else []
            if years:
                low = years.end()
            elif dated and dated[0].end < end and folded[dated[0].end] != "度":
                low = dated[0].end
            elif folded[low] in "、,的 :":
                low += 1
            else:
                break
        return low

    def staged(self, start: int, end: int) -> Title | None:
        """入围全国合唱大赛决赛: the contest, whatever it ends with, without its stage."""
        stage = self._scene.lexicon[_STAGE].search(self._scene.folded, start, end)
        if stage is None:
            return None
        title = self.read(start, stage.start()) or self.named(start, stage.start())
        return title._replace(short=True, whole_end=max(title.whole_end, stage.end())) if title else None

    def named(self, start: int, end: int) -> Title | None:
        """The name in [start:end] where a list says that it is one, whatever it ends with."""
        title = self.read(start, end)
        if title is not None or not sound(self._words, self._scene.folded[start:end], quoted=True):
            return title
        return Title(start, end, end, self._scene.text[start:end].replace("\n", ""), False, None, "", None, False, None)

    def _quoted(self, low: int, end: int, quoted: re.Match[str]) -> Title | None:
        folded = self._scene.folded
        before = folded[low : low + quoted.start()]
        batch = BATCH.search(before) or BATCH.match(quoted.group(1))
        start, stop = low + quoted.start(1), low + quoted.end(1)
        if batch and quoted.group(1).startswith(batch.group()):
            start += batch.end()
        edition = _EDITION.search(before)
        if edition:  # 文化部第十五届“群星奖”: the edition is the name's, the body before it is not
            start, stop, before = low + edition.start(), stop + 1, before[: edition.start()]
        name = self._scene.text[start:stop]
        if (
            len(before) > 24
            or not sound(self._words, folded[start:stop], quoted=True)
            or (before and not is_qualifier(self._words, before))
        ):
            return None
        kind, bare = self._words.kind_of(folded[start:stop])
        short = folded[:end].endswith("提名")
        return Title(
            start, stop, end, name, True, batch.group() if batch else None, before, kind, bare, self._grade(folded[start:stop]), short
        )

    def _plain(self, low: int, end: int) -> Title | None:
        folded = self._scene.folded
        tail = self._scene.lexicon[_TAIL].search(folded[low:end])
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
                start = low if not ends_as_place(self._words, before) else start
        start = self._after_of(folded, start, stop)
        short = folded.endswith("提名", start, stop) and sound(self._words, folded[start : stop - 2], quoted=False)
        stop -= 2 * short
        if folded.endswith("称号", start, stop) and stop - start > _SHORTEST:
            stop -= 2 + 2 * folded.endswith("荣誉", start, stop - 2)
            name = folded[start:stop]
            fits = sound(self._words, f"{name}称号", quoted=False)
        else:
            name = folded[start:stop]
            fits = sound(self._words, name, quoted=False)
        if not fits:
            return None
        kind, bare = self._words.kind_of(name)
        text = self._scene.text[start:stop]
        return Title(
            start, stop, end, text.replace("\n", ""), False, batch.group() if batch else None, before, kind, bare, self._grade(name), short
        )

    def _after_of(self, folded: str, start: int, stop: int) -> int:
        """为一体的国家一级博物馆: a name begins after what describes it, where the rest is a name by itself."""
        at = folded.rfind("的", start, stop) + 1
        if not at or folded.count("“", at, stop) != folded.count("”", at, stop):
            return start
        return at if self._words.kind_of(folded[at:stop])[1] else start

    def _grade(self, name: str) -> str | None:
        """The last grade that the name says."""
        found = self._scene.lexicon[_GRADE].findall(name)
        return found[-1] if found else None
