"""Visits that a paragraph goes on to tell of, and person-times that only their sentence explains."""

from __future__ import annotations

from pipeline.mentions import Binding
from pipeline.read.chain import MARKED, Chain
from pipeline.read.inherit import GOES_ON
from pipeline.read.own_words import residue_of, taken_over
from pipeline.read.scene import Clause, Scene
from pipeline.read.window import Window
from pipeline.values import Number

_HEADS = frozenset(["人", "名", "位"])
_PEOPLE = frozenset(["人", "名", "位", "人次"])
_GROUPS = frozenset(["批", "批次"])


def told_on(scene: Scene, window: Window, clause: Clause, chain: Chain) -> Binding | None:
    """到馆16万人次，次年升到18万人次: the visits counted before in the block, where this clause only says how they went on."""
    last = chain.visit
    near = chain.near.number if chain.near is not None else None
    groups = isinstance(near, Number) and near.unit in _GROUPS and near.end == window.start
    groups = groups and "其中" in scene.folded[clause.start : window.start]
    if last is not None and groups and window.unit in _PEOPLE and scene.sentences[clause.sentence].block == chain.visit_block:
        return taken_over(scene, window, last)  # 接待游客15万人次，其中研学团队320批2.1万人
    if last is None or window.unit is None or window.unit_text != last.unit or scene.sentences[clause.sentence].block != chain.visit_block:
        return None
    return taken_over(scene, window, last) if scene.lexicon[GOES_ON].fullmatch(residue_of(scene, window)) else None


def as_before(scene: Scene, made: Binding, clause: Clause, chain: Chain) -> Binding:
    """10月2日更以1.36万人次刷新纪录: person-times whose measure nothing says are those that the block counted before."""
    last = chain.visit
    if made.target == "other" and _came(scene, clause):
        return made._replace(target="visits_physical")
    if made.target == "other" and scene.hits.listed("activities", scene.sentences[clause.sentence].start, made.end):
        return made._replace(target="attendance_events")
    if made.target == "other" and made.unit in _HEADS and made.rule == "people_a_day":
        return _by_day(scene, made, clause, chain)
    said = chain.bound
    if made.target == "other" and said is not None and said.table == "visits" and {made.unit, said.unit} <= _PEOPLE:
        return made._replace(target=said.target)  # 每年接待两三千人，2018年猛增至4.1万人次
    if last is None or made.target != "other" or made.unit != last.unit or scene.sentences[clause.sentence].block != chain.visit_block:
        return made
    return made._replace(target=last.target)


def _by_day(scene: Scene, made: Binding, clause: Clause, chain: Chain) -> Binding:
    """接待查档1.2万人次，单日达112人: people a day are those whose number the block told; without one those who come to the house."""
    last = chain.visit
    known = last is not None and scene.sentences[clause.sentence].block == chain.visit_block
    return made._replace(target=last.target if last is not None and known else "visits_physical")


def _came(scene: Scene, clause: Clause) -> bool:
    """5.观众。2017年51.2万人次: whether the sentence, or the point's name before it, tells of those who come to the house."""
    own = scene.sentences[clause.sentence]
    start = own.start
    if clause.sentence:
        name = scene.sentences[clause.sentence - 1]
        if name.block == own.block and name.end - name.start <= 16 and MARKED.match(scene.folded, name.start):
            start = name.start
    return scene.lexicon["<<comers>>"].search(scene.folded, start, clause.end) is not None
