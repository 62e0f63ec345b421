"""Lists that a body made public: 公布第四批国家二级博物馆名单, 我馆榜上有名. The name stands in a clause before the verb."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.read.honours.title import Title, Titles
from pipeline.read.scene import Clause, Scene

_ANNOUNCED = re.compile(
    r"(?:公布|发布|公示|通报|印发|揭晓)(?:了|的)?(?P<name>[^,。;!?]{4,60}?)名单(?:的?(?:通知|公告|通报|决定))?[》”\"]?[,;。 ]*$"
)
# 新命名一批全国科普基地, 我馆入选: no list is named
_NAMED = re.compile(
    r"(?:命名|认定|公布|确定|评选|评)(?:出|了)?(?:新一批|一批|\d{1,4}[个家]|(?=首批|第[一二三四五六七八九十]{1,3}批))(?P<name>[^,。;!?]{4,40})[,;。 ]*$"
)
_BODY = re.compile(r"(?:^|[,、\s]|日前|近日|日)(?P<body>[\u3400-\u9fff、]{2,30}?)(?:正式|联合|在官网|对外|发文|发布公告|新)*$")


class Announced(NamedTuple):
    """The name that the list has, and who made it public."""

    title: Title
    body: str | None
    clause: Clause


def announced(scene: Scene, titles: Titles, clause: Clause) -> Announced | None:
    """The list told in the nearest clause before, in this sentence or the one before it."""
    for other in _before(scene, clause):
        found = _ANNOUNCED.search(scene.folded, other.start, other.end) or _NAMED.search(scene.folded, other.start, other.end)
        title = titles.read(found.start("name"), found.end("name")) if found else None
        if found is None or title is None:
            continue
        return Announced(title, _body(scene, titles, other.start, found.start()), other)
    return None


def _body(scene: Scene, titles: Titles, start: int, end: int) -> str | None:
    """Who made it public: the words [start:end] before the verb, where they end as bodies do."""
    found = _BODY.search(scene.folded[start:end])
    if found is None or not found.group("body").endswith(titles.bodies):
        return None
    return scene.text[start + found.start("body") : start + found.end("body")]


def _before(scene: Scene, clause: Clause) -> list[Clause]:
    """The clauses before, the nearest first, to the beginning of the sentence before."""
    earlier = list(scene.earlier(clause))
    return [*earlier, *reversed(scene.clauses[clause.sentence - 1])] if clause.sentence else earlier
