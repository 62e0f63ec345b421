"""Honours that nobody received: hoped for (争创), offered, given away (为读者颁发), refused."""

from __future__ import annotations

import re

from pipeline.read.honours.body import Bodies
from pipeline.read.honours.verb import Verb
from pipeline.read.modality import meant
from pipeline.read.scene import Clause, Scene

_BARS = re.compile(
    r"(?:争创|争取|创建|申报|申请|力争|拟|将|可|能|有机会|没有|未|未能|希望|努力|为了|推荐|参评|参加|评选|角逐|竞争|冲刺|为[^,，。]{1,12}(?:颁发|授予)|给[^,，。]{1,12}颁发|向[^,，。]{1,12}(?:颁发|授予)|才|就|即|都)$"
)
_HOPED = re.compile(r"争创|申报|力争|有望|计划|可获|有机会|评选办法|者可|将被|将授予|将获")
_GIVING = ("授予", "颁发", "命名", "评选为")


def barred(scene: Scene, bodies: Bodies, clause: Clause, verb: Verb) -> bool:
    """Whether what the verb says is no grant to anybody of whom the page tells."""
    before = scene.folded[clause.start : verb.start]
    if _BARS.search(re.sub(r"(?:被|获|授|先后|积极|全力)+$", "", before)) or _HOPED.search(before[-12:]):
        return True
    if (
        verb.word in _GIVING
        and "被" not in before
        and bodies.before(clause, verb.start)[0] is None
        and not re.search(r"获|荣", before[-3:])
    ):
        return scene.folded[verb.end : verb.end + 1] != "的"
    cue = meant(scene, clause, verb.start, verb.end, clause.start, verb.end)
    return cue is not None and cue[0] in ("plan", "negated")
