"""What the words around a bound measure change: several activities together, what was held before, what is only new."""

from __future__ import annotations

import re

from pipeline.mentions import Binding
from pipeline.packs import Indicator, Rule, Visit
from pipeline.read.bind import Match, matches
from pipeline.read.chain import Chain
from pipeline.read.link import trimmed
from pipeline.read.scene import Scene
from pipeline.read.window import Window

_ACTIVITIES = frozenset(["lectures", "exhibitions", "training_courses", "performances"])
_LOOKERS = re.compile(r"观众|参观(?!学习|考察)|观展")
_SHOWN = re.compile(r"(?:画|特|临|巡|影|书|联|作品|档案|文物|专题|标本)展(?![厅示品区演])|展览(?!部|厅|馆|面积)|展出")
_TOURED = re.compile(r"赴[^,。;]{2,24}(?:展出|巡回?展)|巡回?展(?:[^,。;]{0,4})?观众|流动展览?(?:[^,。;]{0,4})?观众")
_ON_THE_ROAD = re.compile(r"(?:流动(?:图书|服务|文化)?车|汽车图书馆|送书车)[^;]{2,30}$")
_INSIDE = re.compile(r"流通|[到进入来总分全]馆")
_SESSIONS = frozenset(["场", "次", "期", "场次", "个", "项"])


def adjusted(scene: Scene, bound: Binding, window: Window, match: Match, chain: Chain) -> Binding:
    """The binding as the words around it make it."""
    rule = match.rule
    if bound.target == "authorized_posts" and _divides_staff(scene, window, chain):
        return bound._replace(table="staff", rule="established", target="established", dimension="employment", scope="exact")
    if isinstance(rule, Indicator):
        return _flow(scene, _composite(scene, bound, window), window, rule)
    return _part(scene, attendance(bound, rule, chain), window, match, chain)


def _part(scene: Scene, bound: Binding, window: Window, match: Match, chain: Chain) -> Binding:
    """接待观众9万人次，其中暑期观众达3万人次: an audience named as a part has the measure of its total."""
    last = chain.bound
    if bound.table != "visits" or last is None or last.table != "visits" or "其中" not in scene.folded[window.left : window.start]:
        return bound
    crowd = all(hit.word.startswith(("观众", "读者", "游客", "群众")) or hit.word == "人次" for hit in match.hits)
    return bound._replace(target=last.target) if crowd else bound


def _divides_staff(scene: Scene, window: Window, chain: Chain) -> bool:
    """现有职工85人，其中事业编制61人: those who hold the posts."""
    last, bound = chain.last, chain.bound
    return last is not None and bound is not None and bound.table == "staff" and "其中" in scene.folded[last.number.end : window.start]


def at_house(scene: Scene, bound: Binding, house: str | None, start: int) -> Binding:
    """Visitors of a theatre see its shows; those of a library or an archive whose sentence tells of an exhibition, that; of a tour none is here."""
    if bound.target != "visits_physical" or not house:
        return bound
    segment = max(start, scene.folded.rfind(";", start, bound.start) + 1)
    reading = house.endswith(scene.lexicon.words("reading_houses"))
    inside = _INSIDE.search(scene.folded, bound.start, bound.end)
    if reading and not inside and _ON_THE_ROAD.search(scene.folded, segment, bound.start):
        return bound._replace(target="visits_offsite")
    if not _LOOKERS.search(scene.folded, bound.start, bound.end):
        return bound
    if house.endswith(scene.lexicon.words("show_houses")):
        return bound._replace(target="attendance_performances")
    if reading and _SHOWN.search(scene.folded, start, bound.end):
        return bound._replace(target="attendance_exhibitions")
    return bound._replace(target="visits_offsite") if not reading and _TOURED.search(scene.folded, start, bound.end) else bound


def attendance(bound: Binding, rule: Rule, chain: Chain) -> Binding:
    """举办展览3期，观众2万人次: who came to what was held just before."""
    held = chain.rule
    follows = isinstance(rule, Visit) and rule.follows
    if follows and isinstance(held, Indicator) and held.attendance and chain.bound is not None:
        return bound._replace(target=held.attendance)
    return bound


def _composite(scene: Scene, bound: Binding, window: Window) -> Binding:
    """展览、讲座107期: a coordination of different activities counts events."""
    if bound.target not in _ACTIVITIES or bound.unit not in _SESSIONS or "、" not in scene.folded[window.left : window.start]:
        return bound
    heads = {m.rule.target for m in matches(scene, window, Indicator, window.left, window.start) if isinstance(m.rule, Indicator)}
    if len(heads & _ACTIVITIES) < 2:
        return bound
    return bound._replace(rule="events", target="events", start=window.left + trimmed(scene, scene.folded[window.left : window.start])[0])


def _flow(scene: Scene, bound: Binding, window: Window, rule: Indicator) -> Binding:
    """新建分馆3个 is no stock of branches."""
    new = rule.stock and scene.hits.listed("flows", window.left, window.start)
    return bound._replace(target="other") if new else bound
