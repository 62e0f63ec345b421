"""Whether a verb with a name is a grant: weak verbs (列入, 是) need a name that is an honour by itself."""

from __future__ import annotations

import re

from pipeline.fold import fold
from pipeline.read.honours.hints import LEVEL_HINT, PRAISE
from pipeline.read.honours.title import Title
from pipeline.read.honours.verb import Verb
from pipeline.read.scene import Scene

_PLACED = re.compile(r"[\u3400-\u9fff]{2,4}[省市县区州](?![\u3400-\u9fff]*馆$)")


def admits(scene: Scene, verb: Verb, title: Title, body: str | None = None) -> bool:
    """Whether `verb` grants `title`; a body before a weak verb makes it likely."""
    folded, level = scene.folded, scene.lexicon[LEVEL_HINT]
    if folded[title.end : title.end + 2] == "之一" and not title.bare and not title.quoted:
        return False
    if verb.word in scene.lexicon.set("kept_verbs") and title.kind is None:
        return False
    name = fold(title.name)
    if verb.rule.strong:
        return title.quoted or title.kind is not None or bool(level.search(name) or scene.lexicon[PRAISE].search(name))
    hinted = title.batch is not None or title.kind == "evaluation_grade" or bool(level.match(title.before or name))
    hinted = hinted or (title.bare and _PLACED.match(name) is not None)
    if verb.rule.form != "status":
        hinted = hinted or bool(level.search(name))
    return title.bare and (hinted or body is not None) and not folded[title.whole_end : title.whole_end + 3].startswith("的")


def goes_on(scene: Scene, title: Title) -> bool:
    """The later names of a list whose first is one need no ending of their own kind."""
    return title.batch is not None or title.bare or bool(scene.lexicon[LEVEL_HINT].match(title.before or fold(title.name)))
