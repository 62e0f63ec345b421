"""Authorities: a bureau of culture runs no house of its own, and its page tells of several."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.fold import fold
from pipeline.mentions import Binding
from pipeline.read.scene import Scene

_HEADS = r"(?:关于)?(?P<name>(?P<place>[\u3400-\u9fff]{0,10}?[省市县区州旗盟])(?:<<agencies>>))"


class Agency(NamedTuple):
    """An authority by its name, and the place it governs; both None where only 县文旅局 is said."""

    name: str | None
    place: str | None


def agency_of(scene: Scene) -> Agency | None:
    """The authority whose page it is, by the headline or the first line that begins with its name."""
    title = scene.document.metadata.title or scene.text.partition("\n")[0]
    found = scene.lexicon[_HEADS].match(fold(title))
    if found is None:
        return None
    whole = len(found["place"]) > 1
    return Agency(title[found.start("name") : found.end("name")], found["place"]) if whole else Agency(None, None)


def full_name(agency: Agency, short: str) -> str:
    """县图书馆 on the page of 云川县文旅局 is 云川县图书馆."""
    return agency.place[:-1] + short if agency.place and agency.place.endswith(short[:1]) else short


def may_have(scene: Scene, bound: Binding) -> bool:
    """Whether an authority itself has such a number: its staff, its money, what no house of culture does; nobody visits it."""
    return bound.table == "staff" or (bound.table == "indicators" and bound.target in scene.lexicon.set("agency_measures"))
