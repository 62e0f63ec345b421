"""Names of institutions in a text, and inside a headline, a source or a site's name."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.fold import fold
from pipeline.read.scene import Scene

# What ends a name to its left where it is a word of its own: function words and verbs that stand before names.
_STOP = r"(?:现(?=[省市县区])|<<name_stops>>|(?<=[\d多余])[个家所座]|(?<=\d)[年月日时])"
_NAME = re.compile(r"[\u3400-\u9fff〇·A-Za-z0-9“”\"]{0,26}$")
_GENERIC = r"^(?:<<kind_attributes>>)+$"
_HARD_STOP = re.compile(r"(?<=\d)[年月日时]|由原|[了着过]")
_RANKED = re.compile(r"国家[一二三]级|首批|[一二三]级$|[省市县]级")
_DOING = re.compile(r"v(?!n)|d")  # 改善档案馆 names none; 开封博物馆 does
_WHOLE_AREA = re.compile(r"全[省市县区州国]|各[级地市县区]|(?:[省市县区乡镇]级|公共|基层|高校)$")
_RANK_ONLY = re.compile(r"[从由向与到在为至以将给对]?[省市县区州]")  # 从省博物馆
_LEADING = ("v", "p", "d", "c", "t", "r", "u")
_APART = re.compile(r"[由与和是的在于原及为]|,")
_NO_NAME = r"<<kind_followers>>|生(?!态)|法(?!人)|学(?!生)"
_WHEN = re.compile(r"^[\u3400-\u9fff]{0,4}?(?:节后|节前|假期|期间|今年|去年|昨日|近日|日前)")
_BEFORE_NAME = re.compile(r"(?:关于|中共|[x×\d〇○]{2,4}年)+")
_ESSAY = r"^(?:<<essay_heads>>)|年代|[省市县]级"  # 试论九十年代公共图书馆
_PREPOSITIONS = frozenset("从在对向以将由与和让被为到")
_SITE = r"(?:<<site_words>>|[:：\-_|—\s!！])+"


@dataclass(frozen=True, slots=True)
class Name:
    """An institution named at [start:end] of the text: as the page writes it, and folded to compare."""

    start: int
    end: int
    text: str
    folded: str


def names(scene: Scene, tags: Callable[[Sequence[str]], tuple[str, ...]]) -> list[Name]:
    """Every named institution of the text in order; bare kinds (图书馆, 各级图书馆) are no names."""
    found: list[Name] = []
    for hit in scene.hits.listed("venues", 0, len(scene.folded)):
        start = _without_verbs(scene, _left(scene.folded, hit.start, scene.boundaries, scene.lexicon[_STOP]), hit.start, tags)
        start += _led_in(scene.folded, start, hit.end)
        word = scene.folded[start : hit.start]
        if (
            len(word) < 2
            or _in_title(scene.folded, hit.start)
            or word.startswith(scene.lexicon.words("own_heads"))
            or _RANKED.search(word)
            or _RANK_ONLY.fullmatch(word)
            or _WHOLE_AREA.search(word)
            or word.startswith(scene.lexicon.words("rank_heads", "venues"))
            or scene.lexicon[_GENERIC].match(word)
            or hit.end not in scene.boundaries
            or scene.lexicon[_NO_NAME].match(scene.folded, hit.end)
        ):
            continue
        if found and start < found[-1].end:
            if (
                start > found[-1].start
                or _APART.search(scene.folded, found[-1].end, hit.start)
                or hit.end <= found[-1].end
                or scene.folded[found[-1].end : hit.end] in scene.lexicon.set("house_parts")
            ):
                continue
            found.pop()
        found.append(Name(start, hit.end, scene.text[start : hit.end], scene.folded[start : hit.end]))
    return found


def _led_in(folded: str, start: int, end: int) -> int:
    """1 for 从云川县图书馆 where the page also writes 云川县图书馆 without the preposition: how much of it is no name."""
    name = folded[start:end]
    return int(name[:1] in _PREPOSITIONS and folded.count(name[1:]) > folded.count(name))


def _in_title(folded: str, place: int) -> bool:
    """《山海书院》: what stands in the title of a work is no institution."""
    return folded.rfind("《", max(0, place - 30), place) > folded.rfind("》", max(0, place - 30), place)


def _without_verbs(scene: Scene, start: int, end: int, tags: Callable[[Sequence[str]], tuple[str, ...]]) -> int:
    """The start after leading words that begin no name: verbs, prepositions, times (经过市图书馆, 凌晨图书馆路)."""
    while start < end:
        stop = next((place for place in range(start + 1, end + 1) if place in scene.boundaries), end)
        word = scene.folded[start:stop]
        tag = tags([word])[0] if len(word) > 1 else ""
        after = next((place for place in range(stop + 1, end + 1) if place in scene.boundaries), end)
        praised = tag.startswith("a") and stop < end and tags([scene.folded[stop:after]])[0].startswith("v")  # 圆满完成
        if not (praised or (tag.startswith(_LEADING) and (stop < end or _DOING.match(tag)))):
            return start
        start = stop
    return start


def _left(folded: str, end: int, boundaries: frozenset[int] = frozenset(), stops: re.Pattern[str] | None = None) -> int:
    """Where the name that ends at `end` begins: after the last of the `stops` before it that ends at one of the `boundaries`."""
    stretch = _NAME.search(folded, max(0, end - 26), end)
    start = stretch.start() if stretch else end
    start = max([start, *(match.end() for match in _HARD_STOP.finditer(folded, start, end))])
    for place in range(end - 1, start - 1, -1):
        stop = stops.match(folded, place, end) if stops else None
        if stop and stop.end() in boundaries:
            start = stop.end()
            break
    start = max(start, folded.rfind("的", start, end) + 1)  # 主办的公共图书馆 names none
    opened = folded.rfind("“", start, end)
    if opened >= 0 and folded.find("”", opened, end) < 0:
        start = opened + 1
    while start < end and folded[start] in '“”"0123456789·':
        start += 1
    return start


def name_in(carrier: str | None, scene: Scene) -> str | None:
    """The institution's name inside a site's name, a headline or a source."""
    if not carrier:
        return None
    kinds = scene.lexicon.words("venues")
    for part in scene.lexicon[_SITE].split(_WHEN.sub("", carrier)):
        folded = fold(part)
        for at, kind in sorted((folded.find(kind), kind) for kind in kinds if kind in folded):
            if at < 2 or _in_title(folded, at):
                continue
            end = at + len(kind)
            while follows := next((other for other in kinds if folded.startswith(other, end)), None):
                end += len(follows)  # 清江学院图书馆
            start = _left(folded, at)
            before = _BEFORE_NAME.match(folded, start, at)
            start = before.end() if before else start
            if scene.lexicon["<<gone_to>>"].search(folded, start, at):
                continue  # 百幅拓片走进澜江大学
            if (
                end - start > len(kind) + 1
                and not folded.startswith(scene.lexicon.words("own_heads"), start)
                and not _WHOLE_AREA.search(folded[start:at])
                and not scene.lexicon[_GENERIC].match(folded[start:at])
                and not scene.lexicon[_ESSAY].search(folded, start, at)
            ):
                return part[start:end]
    return None


def are_kin(one: str, other: str) -> bool:
    """Whether two names are one institution's: a branch and its library, a short and a full form, an archive and its bureau."""
    one, other = (
        re.sub("[新老](?=档案|图书|博物|文化)", "", name.replace("档案局", "档案馆").replace("少年儿童", "少儿")) for name in (one, other)
    )
    return one.startswith(other) or other.startswith(one) or one.endswith(other) or other.endswith(one)
