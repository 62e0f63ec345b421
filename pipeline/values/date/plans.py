"""Five-year plans: “十二五”期间 is 2011/2015, 十二五规划 a name."""

from __future__ import annotations

import re

from pipeline.values.cursor import Cursor
from pipeline.values.date.mention import Mention
from pipeline.values.date.point import numeral_value
from pipeline.values.kinds import Number

_PLAN = re.compile(
    r"(?P<n>十[一二三四五六七八九]?|[一二三四五六七八九])(?:个)?五(?P<close>[”\"’'」])?(?P<word>规划(?:期间|时期|末期?|初期?)|计划(?:期间|时期)|期间|时期|以来|末期?(?!尾)|初期?(?!中)|中期|期(?:初|末|内))"
)


def plan(cursor: Cursor, at: int) -> Mention | None:
    """“十二五”期间 is 2011/2015; 十二五规划 alone is a name."""
    found = _PLAN.match(cursor.folded, at, cursor.high)
    if found is None:
        return None
    n = numeral_value(found["n"])
    if n < 1 or n > 20:
        return None
    first, last = ({1: (1953, 1957), 2: (1958, 1962)}).get(n, (1951 + 5 * n, 1955 + 5 * n))
    quoted = at > cursor.low and cursor.folded[at - 1] in "“\"‘'「"
    if not quoted and n < 10 and found["word"] not in ("期间", "时期", "计划期间", "计划时期"):
        return None
    start = at - 1 if quoted and found["close"] else at
    word = found["word"]
    mention = Mention(start, found.end(), fixed=(str(first), str(last)), precision="plan")
    if word == "以来":
        mention.open = "since"
    elif "末" in word:
        mention.fixed = (f"{last}~", f"{last}~")
    elif "初" in word:
        mention.fixed = (f"{first}~", f"{first}~")
    return mention


_PLAN_NAME = re.compile(r"(?P<n>十[一二三四五六七八九]?|[一二三四五六七八九])五[”\"’'」]?(?=规划|计划|纲要|发展|重点|建设|开局|目标|收官)")


def plan_name(cursor: Cursor, at: int) -> Number | None:
    """十二五规划: the name of a plan."""
    found = _PLAN_NAME.match(cursor.folded, at, cursor.high)
    if found is None:
        return None
    return Number(at, found.end("n") + 1, cursor.text[at : found.end("n") + 1], at, found.end("n") + 1, None, kind="name")
