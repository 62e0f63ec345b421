"""Whether a verb with a name is a grant: weak verbs (列入, 是) need a name that is an honour by itself."""

from __future__ import annotations

import re

from pipeline.fold import fold
from pipeline.read.honours.hints import LEVEL_HINT, PRAISE
from pipeline.read.honours.title import Title
from pipeline.read.honours.verb import Verb

_PLACED = re.compile(r"[\u3400-\u9fff]{2,4}[省市县区州](?![\u3400-\u9fff]*馆$)")
_KEPT = ("保留", "保持", "继续保持", "连续保持")  # 保留一座“老院子”


def admits(folded: str, verb: Verb, title: Title) -> bool:
    """Whether `verb` grants `title`; `folded` is the page's text."""
    if folded[title.end : title.end + 2] == "之一" and not title.bare and not title.quoted:
        return False
    if verb.word in _KEPT and title.kind is None:
        return False
    name = fold(title.name)
    if verb.rule.strong:
        return title.quoted or title.kind is not None or bool(LEVEL_HINT.search(name) or PRAISE.search(name))
    hinted = title.batch is not None or title.kind == "evaluation_grade" or bool(LEVEL_HINT.match(title.before or name))
    hinted = hinted or (title.bare and _PLACED.match(name) is not None)
    if verb.rule.form != "status":
        hinted = hinted or bool(LEVEL_HINT.search(name))
    return title.bare and hinted and not folded[title.whole_end : title.whole_end + 3].startswith("的")


def goes_on(title: Title) -> bool:
    """The later names of a list whose first is one need no ending of their own kind."""
    return title.batch is not None or title.bare or bool(LEVEL_HINT.match(title.before or fold(title.name)))
