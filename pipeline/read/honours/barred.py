"""Honours that nobody received: hoped for (争创), offered, given away (为读者颁发), refused."""

from __future__ import annotations

import re

from pipeline.read.honours.body import Bodies
from pipeline.read.honours.verb import Verb
from pipeline.read.modality import meant
from pipeline.read.scene import Clause, Scene

_BARS = r"(?:<<hoped_for>>|为[^,，。]{1,12}(?:颁发|授予)|给[^,，。]{1,12}颁发|向[^,，。]{1,12}(?:颁发|授予))$"
_FAR = 300  # characters
_SCORED = re.compile(r"以\d{1,3}(?:小时|分\d|秒|比\d|[:-]\d)")


def barred(scene: Scene, bodies: Bodies, clause: Clause, verb: Verb) -> bool:
    """Whether what the verb says is no grant to anybody of whom the page tells."""
    before = scene.folded[max(clause.start, verb.start - _FAR) : verb.start]
    if scene.lexicon[_BARS].search(re.sub(r"(?:被|获|授|先后|积极|全力)+$", "", before)) or scene.lexicon["<<hoped_near>>"].search(
        before[-12:]
    ):
        return True
    if (
        verb.word in scene.lexicon.set("giving_verbs")
        and "被" not in before
        and bodies.before(clause, verb.start)[0] is None
        and not re.search(r"获|荣", before[-3:])
    ):
        return scene.folded[verb.end : verb.end + 1] != "的"
    if _SCORED.search(before):
        return True  # 邱珊以2小时38分获第一名: sport
    cue = meant(scene, clause, verb.start, verb.end, clause.start, verb.end)
    return cue is not None and cue[0] in ("plan", "negated") and not _in_quotes(scene, clause, verb, cue[1])


def _in_quotes(scene: Scene, clause: Clause, verb: Verb, word: str) -> bool:
    """入选“双高计划”单位, 2021年入选…: a word of a name plans nothing."""
    start = scene.clauses[clause.sentence][0].start
    at = scene.folded.rfind(word, start, verb.start)
    return at >= 0 and scene.folded.count("“", start, at) > scene.folded.count("”", start, at)
