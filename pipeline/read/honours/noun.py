"""Who is said to receive: the words before a grant's verb without dates, body, adverbs and lead-ins."""

from __future__ import annotations

import re

from pipeline.read.scene import Clause, Scene

_BODY_PART = re.compile(r"(?:被|由|经|受到)[^,，]{0,60}$")
_ADVERBS = r"(?:<<grant_adverbs>>|连续[\u3400-\u9fff\d]{1,3}[年次届]|在[^,，]{2,30}?(?:中|上|里)|,|，|\s)+$"
_MEANS = re.compile(r"(?<=[\u3400-\u9fff”》])(?:凭借|凭|以(?=[“《\d优一高总]))[^,]{2,30}$")  # 我馆凭借“…”展览荣获
_LEAD_IN = r"^(?:<<lead_ins>>|\s|,|，)+"
_FAR = 300  # characters: hostile clauses have no end, and each of their verbs looks back


def noun_before(scene: Scene, clause: Clause, verb_start: int) -> str:
    """The words in the clause before `verb_start` that can name a recipient; empty where none do."""
    before, at = "", max(clause.start, verb_start - _FAR)
    for span in scene.dates(at, verb_start):
        before += scene.folded[at : span.start]
        at = max(at, span.end)
    before += scene.folded[at:verb_start] if at < verb_start else ""
    before = _MEANS.sub("", before)
    adverbs, lead_ins = scene.lexicon[_ADVERBS], scene.lexicon[_LEAD_IN]
    before = _BODY_PART.sub("", lead_ins.sub("", before.lstrip(" ,、")))
    return lead_ins.sub("", adverbs.sub("", before)).strip(" ,，、:：")
