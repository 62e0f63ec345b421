"""The institution whose page it is: by site, title and text, or by what weighs most of the names told."""

from __future__ import annotations

import re
from collections import Counter

from pipeline.fold import fold
from pipeline.model import Document
from pipeline.read.agency import agency_of
from pipeline.read.names import Name, are_kin, name_in
from pipeline.read.scene import Scene
from pipeline.read.trade import is_news, tells_region, tells_trade, tells_work

# 2015年, 【概况】 and 一、 before the name: it still opens the text.
_OPENING = re.compile(
    r"^(?:\s|(?:19|20)\d\d年(?:度)?|【[^】\n]{1,12}】|\([一二三四五六七八九十]\)|[一二三四五六七八九十]、|\d\."
    r"|(?:单位|本馆|基本)?(?:简介|概况|介绍|情况)\s*[:\n]|[\u3400-\u9fff]{4,24}\((?=[^()\n]{4,24}\)))*"
)
_DEFINES = r"(?!、|<<no_definition>>)"
# What is told right behind a name that a text introduces: 云川市文化馆（原名…）建于1983年.
_INTRODUCED = r"(?:\([^()\n]{1,40}\))?(?:,?(?:<<introduces>>)|是|为(?![了此]|期|整合)|<<introduces_too>>)"
_NO_RIVAL = r"^(?:国家|全国|中国|省|第[一二三四五六七八九十\d])|(?:<<no_rivals>>)$"
_LABELLED = r"(?:<<label_words>>)[^\n]{0,6}[:|]\s*$"


def page_institution(document: Document, scene: Scene, found: list[Name]) -> tuple[str | None, bool]:
    """The institution whose page it is, and whether that is sure enough to make every other one named a stranger.

    Sure by site or title, by a sentence that introduces it, or by how often it is named; else by what weighs most of all this.
    A short form (县图书馆) speaks for the full names that end with it.
    """
    agency = None if name_in(document.metadata.site, scene) else agency_of(scene)
    if agency is not None:
        return agency.name, False
    scores = _scores(scene, found)
    sure = _named_by_page(document, scene, found, scores)
    if (not sure and tells_region(scene)) or _tells_sector(document, scene):
        return None, False
    return (sure, True) if sure else (_weightiest(scene, found, scores), False)


def _tells_sector(document: Document, scene: Scene) -> bool:
    """云川市文博系统2022年…: the headline speaks of all the houses of a place."""
    headline = fold(document.metadata.title or _first_line(scene) or "")
    return scene.lexicon["<<sector_titles>>"].search(headline) is not None and not says_we(scene)


def _named_by_page(document: Document, scene: Scene, found: list[Name], scores: Counter[str]) -> str | None:
    metadata = document.metadata
    by_site = name_in(metadata.site, scene)
    if by_site:
        return by_site
    opened = _OPENING.match(scene.folded)
    opening = scene.folded[opened.end() if opened else 0 : found[0].start].strip() if found else ""
    if found and not opening and (scene.lexicon[_DEFINES].match(scene.folded, found[0].end) or _heads_line(scene, found[0])):
        others = {name for name in scores if not are_kin(name, found[0].folded) and not scene.lexicon[_NO_RIVAL].search(name)}
        if (
            not metadata.title
            or len(others) < 3
            or scores[found[0].folded] > 2
            or scene.lexicon[_INTRODUCED].match(scene.folded, found[0].end)
        ):
            return _without_kind(found[0].text, scene)
    for carrier in (metadata.title or _first_line(scene), metadata.author, metadata.origin):
        named = _full(name_in(carrier, scene), scene, found)
        if named and (
            scores[fold(named)] or carrier is not metadata.title or says_we(scene) or (carrier or "").removeprefix("关于").startswith(named)
        ):
            return named
    headed = _short_in_headline(document, scene, scores)
    if headed is not None:
        return next(name.text for name in found if name.folded == headed)
    if found and opening in ("关于", "中共") and "\n" not in scene.folded[: found[0].end]:
        return found[0].text
    return _most_named(scene, found, scores)


def _short_in_headline(document: Document, scene: Scene, scores: Counter[str]) -> str | None:
    """市图书馆跻身… above a text that names one 云川市图书馆: the short form of the headline is that one."""
    title = fold(document.metadata.title or "")
    short = next((kind for kind in scene.lexicon.words("short_names") if len(kind) > 2 and title.startswith(kind)), None)
    full = [name for name in scores if short and name.endswith(short) and len(name) > len(short)]
    return full[0] if len(full) == 1 and scores[full[0]] >= 2 else None


def _full(named: str | None, scene: Scene, found: list[Name]) -> str | None:
    """春节后省图书馆 in a headline: the full name that the text has for the short form it ends with."""
    named = _without_kind(named, scene) if named else None
    if named is None or fold(named) in scene.folded:
        return named
    tail = next((hit for hit in ("省", "市", "县", "区") if fold(named).rfind(hit) > 0), None)
    short = fold(named)[fold(named).rfind(tail) :] if tail else None
    return next((name.text for name in found if short and name.folded.endswith(short)), named)


def _without_kind(named: str, scene: Scene) -> str:
    """云川职教中心学校简介 above 云川职教中心位于…: a headline's name without the kind that the text does not write."""
    bare = fold(named).removesuffix("学校").removesuffix("医院")
    if not bare.endswith(("院", "中心", "校", "园")):
        return named
    often = scene.folded.count(bare) > scene.folded.count(fold(named)) < 2
    return named[: len(bare)] if 4 < len(bare) < len(named) and often else named


def _first_line(scene: Scene) -> str | None:
    """The first line of a text without a title, where it reads like one."""
    line, _, rest = scene.text.partition("\n")
    return line if rest and len(line) <= 40 and not line.endswith(("。", "！", "!", "，", ",", "；", ";", "：", ":")) else None


def _heads_line(scene: Scene, name: Name) -> bool:
    """Whether the first line is a headline that begins with the name."""
    line = scene.folded[name.end : scene.folded.find("\n", name.end)]
    return len(line) <= 40 and not line.endswith(("。", "!", ",", ";"))


def _scores(scene: Scene, found: list[Name]) -> Counter[str]:
    """How often each full name is told, short forms of it included."""
    scores: Counter[str] = Counter(name.folded for name in found)
    for hit in scene.hits.listed("short_names", 0, len(scene.folded)):
        for name in list(scores):
            if name.endswith(hit.word) and len(name) > len(hit.word):
                scores[name] += 1
    return scores


def _most_named(scene: Scene, found: list[Name], scores: Counter[str]) -> str | None:
    if not scores:
        return None
    name, often = scores.most_common(1)[0]
    if not says_we(scene) and len({other for other in scores if not are_kin(other, name)}) >= 2:
        return None
    rest = sum(scores.values()) - often
    leads = found[0].folded == name and often >= 2 and found[0].start < 80
    inside = {place for name_ in found for place in range(name_.start, name_.end)}
    reports = says_we(scene) or any(
        hit.start not in inside and name.endswith(hit.word[-2:]) for hit in scene.hits.listed("short_names", 0, len(scene.folded))
    )
    if (reports and (leads or often > rest or len(scores) == 1)) or (often >= 3 and often >= 2 * rest) or (leads and rest <= 1):
        return next(one.text for one in found if one.folded == name)
    if len(scores) == 1 and found[0].start < 80 and tells_trade(scene) >= 3 and not is_news(scene):
        return found[0].text
    return found[0].text if says_we(scene) and found[0].start < 40 else None


def _weightiest(scene: Scene, found: list[Name], scores: Counter[str]) -> str | None:
    """The name that a text introduces or turns on, where it outweighs every other that is no kin of it."""
    weights = {name: _weight(scene, found, name, often) for name, often in scores.items()}
    if not weights:
        return None
    best = max(weights, key=lambda name: (weights[name], len(name)))
    rivals = [weight for name, weight in weights.items() if not are_kin(name, best) and not scene.lexicon[_NO_RIVAL].search(name)]
    news = is_news(scene)  # may tell of several, and of one in passing
    enough = 5 + 4 * news if max(rivals, default=0) > 1 else 3 + news if rivals else 2
    outweighs = weights[best] >= (2 + news) * max(rivals, default=0) and sum(weight > 1 for weight in rivals) <= 2
    if len(rivals) > 2:
        enough = max(enough, 5)
    if weights[best] < enough or not outweighs or tells_work(scene) < (2 if rivals or weights[best] > 4 else 3):
        return None
    return next(one.text for one in found if one.folded == best)


def _weight(scene: Scene, found: list[Name], name: str, often: int) -> int:
    """Mentions of a name and of its kin, and more for being introduced, labelled or told first."""
    kin = [one for one in found if are_kin(one.folded, name)]
    introduced = any(scene.lexicon[_INTRODUCED].match(scene.folded, one.end) for one in kin)
    labelled = any(scene.lexicon[_LABELLED].search(scene.folded, max(0, one.start - 16), one.start) for one in kin)
    title = fold(scene.document.metadata.title or "")
    short = any(name.endswith(hit.word) for hit in scene.hits.listed("short_names", 0, 80)) or title.startswith(name[-4:])
    early = short or (found[0] in kin and found[0].start < 80)
    return often + len(kin) - 1 + 3 * introduced + 3 * labelled + 2 * early


def says_we(scene: Scene) -> bool:
    """Whether the page speaks of itself: 我馆, 本中心."""
    own = scene.lexicon.set("own_words")
    return any(hit.word in own for hit in scene.hits.listed("own_subjects", 0, len(scene.folded)))
