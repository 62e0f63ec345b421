"""Who is said to receive: the words before a grant's verb without dates, body, adverbs and lead-ins."""

from __future__ import annotations

import re

from pipeline.read.scene import Clause, Scene

_BODY_PART = re.compile(r"(?:被|由|经|受到)[^,，]{0,60}$")
_ADVERBS = re.compile(
    r"(?:先后|分别|均|再次|曾|共|也|还|又|多次|连续[\u3400-\u9fff\d]{1,3}[年次届]|首次|光荣|一举|成功|双双|并|已|就|更|共同|已经|都|皆|于|在[^,，]{2,30}?(?:中|上|里)|年度|当年|,|，|\s)+$"
)
_LEAD_IN = re.compile(
    r"^(?:其中|同时|此外|另外|由该馆选送的|由我馆选送的|我馆选送的|选送的|我馆的?|本馆的?|该馆的?|馆内|近日|日前|截至|目前|由于成绩突出|\s|,|，)+"
)


def noun_before(scene: Scene, clause: Clause, verb_start: int) -> str:
    """The words in the clause before `verb_start` that can name a recipient; empty where none do."""
    before, at = "", clause.start
    for span in scene.dates(clause.start, verb_start):
        before += scene.folded[at : span.start]
        at = max(at, span.end)
    before += scene.folded[at:verb_start] if at < verb_start else ""
    before = _BODY_PART.sub("", _LEAD_IN.sub("", before.lstrip(" ,、")))
    return _LEAD_IN.sub("", _ADVERBS.sub("", before)).strip(" ,，、:：")
