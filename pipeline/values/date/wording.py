"""Times without a number: 日前, 近年来, 春节, “五一”假期, 改革开放以来."""

from __future__ import annotations

import re
from functools import cache

from pipeline.values.cursor import Cursor
from pipeline.values.date.mention import Mention
from pipeline.values.leads import CYCLE
from pipeline.values.lexicon import Lexicon

_EVENTS = ((re.compile(r"新中国成立(?:以来|(?:以|之)?后|起)"), "1949-10-01"), (re.compile(r"改革开放(?:以来|(?:以|之)?后)"), "1978-12"))


@cache
def words(lexicon: Lexicon) -> re.Pattern[str]:
    """The vague times and holidays of a lexicon, longest first."""
    entries = sorted((*lexicon.lists["vague"], *lexicon.lists["holidays"]), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, entries)))


def wording(cursor: Cursor, at: int) -> Mention | None:
    """A word that tells a time without a number: 日前, 近年来, 春节, 昨天, 上周三, 新中国成立以来."""
    folded = cursor.folded
    for pattern, since in _EVENTS:
        if found := pattern.match(folded, at, cursor.high):
            return Mention(at, found.end(), fixed=(since, since), open="since", precision="day" if len(since) > 7 else "month")
    if folded.startswith("民国元年", at):
        return Mention(at, at + 4, fixed=("1912", "1912"), precision="year")
    if folded[at + 2] == "年" and folded[at : at + 3] in CYCLE:
        return Mention(at, at + 3, role="vague")
    found = words(cursor.tables.lexicon).match(folded, at, cursor.high)
    if (
        found is None
        or (found[0][0] == "历" and cursor.char(at - 1) in "万农公阳阴")
        or (found[0] in ("现在", "最近") and cursor.char(at - 1) in "展出体呈表实发重再")
        or (found[0] == "至今" and _THIS.match(folded, at + 1))
        or (found[0] == "最近" and not _alone(cursor, found.end()))
    ):
        return None
    if found[0] in ("未来", "今后", "最近") and _NUMERAL_NEXT.match(folded, found.end(), cursor.high):
        return None
    asof = re.compile(r"截[至止](?:到|至)?$").search(folded[max(cursor.low, at - 3) : at])
    start = at - len(asof[0]) if asof else at
    return Mention(start, found.end(), role="as_of" if asof else "vague", doc_month=found[0] in ("日前", "近日", "近期"))


_THIS = re.compile("今[年天日后晚早晨]")
_NUMERAL_NEXT = re.compile("的?[0-9一二两三四五六七八九十几]")


def _alone(cursor: Cursor, end: int) -> bool:
    """Whether 最近 is no superlative: 最近对焦距离."""
    return cursor.char(end) in ",，。的一几我他她这举开又在完,\0"


_HOLIDAY = re.compile(
    r"(?P<open>[“\"'‘「]?)(?:五一|十一|六一|七一|八一|三八|五四|元旦)(?P<close>[”\"'’」]?)"
    r"(?:国际劳动节|劳动节|国际儿童节|儿童节|建党节|建军节|国际妇女节|妇女节|青年节|国庆节|国庆|节)?(?:假期|小长假|长假|期间|前夕|黄金周|节日|当天)?"
)


def holiday(cursor: Cursor, at: int) -> Mention | None:
    """五一黄金周, “十一”假期, 六一儿童节: a day that the page does not date."""
    start = at - 1 if at > cursor.low and cursor.folded[at - 1] in "“\"'‘「" else at
    found = _HOLIDAY.match(cursor.folded, start, cursor.high)
    if found is None or bool(found["open"]) != bool(found["close"]) or found.end() - start - 2 * bool(found["open"]) <= 2:
        return None
    if cursor.folded.startswith(("节约", "节能", "节目"), found.end() - 1) or cursor.folded.startswith(
        ("劳动奖", "红旗", "奖"), found.end()
    ):
        return None
    return Mention(start, found.end(), role="vague")
