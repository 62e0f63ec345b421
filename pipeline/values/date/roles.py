"""Words around a date that open or shift it: 截至, 自, 以来, 以前, 左右, 期间; and whether it is a plan."""

from __future__ import annotations

import re

from pipeline.values.cursor import Cursor
from pipeline.values.date.mention import Mention

_SINCE = re.compile(
    r"以来|(?:-?直?[至到]|-)(?:现在|目前|如今|当前|今(?![年天日后晚早晨朝]))|起(?![来步到点源重飞草诉始码义用伏居因搏身])(?:至今)?|开始(?=[,至。]|$)"
)
_BEFORE = re.compile(
    r"(?P<incl>及其?以前|(?<=[底末])(?:以前|之前|前))|(?:以|之)前|前(?![后三两二几个来往十五四六七八九一0-9夕身期往任沿者半所言])"
)
_AFTER = re.compile(r"(?:以|之)后|后(?![勤期台备续半方])")
_ABOUT = re.compile(r"左右|前后|许(?!可|多)|上下")
_DURING = re.compile(r"(?:全年)?(?:期间|间(?=[,。;、)]|$))|全年|全月|全天|当天|当日|同期|以内|内(?![容部设外在地])")
_UNTIL = re.compile(r"为止|止(?![于步境血])")
_PREFIX = re.compile(
    r"(?P<asof>截[至止](?:到|至|于)?|截)$|(?P<since>自从|自|从)(?:公元)?$|(?P<to>到|至|直到|直至)$|(?P<era>公元前?|西元|民国)$|(?P<about>(?<![预签制])大?约在?|大概)$"
)
_PREFIX_ENDS = frozenset("至止到于截自从元前国约概在")
_FUTURE = re.compile(r"(?:截稿|截止(?=日|时|:)|将(?!近|军|来)|拟(?!定了)|计划|预计|定于|即将|力争|确保|争取)[^。!?\n]{0,8}$")
_FUTURE_AFTER = re.compile(r"[^。,;!?\n]{0,8}?(?:将(?!近|军)|即将|拟(?!定了))")


def suffix(cursor: Cursor, mention: Mention) -> None:
    """Words behind a date: 左右, 期间, 以来, 以前, 以后."""
    folded, high = cursor.folded, cursor.high
    if found := _ABOUT.match(folded, mention.end, high):
        mention.approx, mention.end = True, found.end()
    if found := _DURING.match(folded, mention.end, high):
        mention.end = found.end()
        mention.same = found[0] == "同期"
    if found := _SINCE.match(folded, mention.end, high):
        mention.open, mention.end = "since", found.end()
    elif found := _BEFORE.match(folded, mention.end, high):
        mention.open, mention.end = ("before_or_at" if found["incl"] else "before"), found.end()
    elif found := _AFTER.match(folded, mention.end, high):
        mention.open, mention.end = "after", found.end()
    elif mention.b is None and (found := _UNTIL.match(folded, mention.end, high)):
        mention.open, mention.end = "as_of", found.end()


def prefix(cursor: Cursor, mention: Mention) -> None:
    """Words before a date: 截至, 自, 公元."""
    folded = cursor.folded
    if folded[mention.start - 1] not in _PREFIX_ENDS:
        return
    while True:
        found = _PREFIX.search(folded[max(cursor.low, mention.start - 4) : mention.start])
        if found is None:
            return
        if found["era"]:
            mention.start -= len(found[0])
            continue
        if found["about"]:
            if mention.a is not None and mention.a.y is not None:
                mention.start, mention.approx = mention.start - len(found[0]), True
            return
        if found["since"] and folded.startswith("开始", mention.end):
            mention.open, mention.end = "since", mention.end + 2
        until = _UNTIL.match(folded, mention.end, cursor.high) if not found["since"] else None
        if found["asof"] or until or (found["to"] and mention.open == "as_of"):
            mention.open, mention.end = "as_of", until.end() if until else mention.end
            mention.start -= len(found[0])
        elif found["since"] and (mention.open == "since" or mention.b is not None):
            mention.start -= len(found[0])
        return


_DEADLINE = re.compile(
    r"[^。,;!?\n已曾]{0,4}?(?:完成|完工|竣工|建成|开工|投入|报送|提交|上报|交至|交到|缴|送交|寄|归还|退还|领取|办理|登录|报名|还要|须|需|务必|必须|应|请|实现|达到)(?!了|过)"
)


def is_plan(folded: str, mention: Mention) -> bool:
    """Whether the words around tell a date as still to come: 将 before it or after, or a deadline (6月20日前报送)."""
    until = mention.open in ("before", "before_or_at") and folded[mention.end - 1] == "前" and folded[mention.end - 2] != "以"
    if until and _DEADLINE.match(folded, mention.end):
        return True
    return bool(
        _FUTURE.search(folded[max(0, mention.start - 14) : mention.start]) or _FUTURE_AFTER.match(folded, mention.end, mention.end + 12)
    )
