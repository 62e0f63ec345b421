"""Marks of numbered points, scheme by scheme: where one may stand, and what number it says."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.values import integer

_HANZI = "[一二三四五六七八九十]{1,3}"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑"
LAST = 99
_SEQUELS = {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "最后": LAST}
# What may stand before a mark: the line's start, an end of sentence or bracket; before a run-in mark a comma too.
_BEFORE_HEADING = frozenset("\n\t。！？!?;；:： ”」）)】].")
_BEFORE_RUN_IN = frozenset("\n\t。！？!?;；:：,，、 ”」）)")
_BLANKS = " \u00a0"


@dataclass(frozen=True, slots=True)
class Scheme:
    """A way of numbering. `heading` marks name a point up to 。；： or the line's end, run-in marks up to the first mark of any kind."""

    id: str
    pattern: re.Pattern[str]
    heading: bool
    line_only: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark at [start:end] and the numbers it says (several in `2.2`); `at_line` where nothing stands before it in its line."""

    scheme: Scheme
    start: int
    end: int
    numbers: tuple[int, ...]
    at_line: bool


SCHEMES = (
    Scheme("chapter", re.compile(rf"(?P<l>第(?P<n>{_HANZI})(?:部分|章|节|篇))(?![的中里])[、: ]?"), True),
    Scheme("hanzi_comma", re.compile(rf"(?P<l>(?P<n>{_HANZI})[、.](?!{_HANZI}(?:[、是]|[楼层等级])) ?)"), True),
    Scheme("hanzi_paren", re.compile(rf"(?P<l>\((?P<n>{_HANZI})\)[、.]?)"), True),
    Scheme(
        "decimal",
        re.compile(r"(?P<l>(?P<n>\d{1,2}(?:\.\d{1,2}){1,3}))(?=[ 、]|[^\d.%万亿元米平册人个年月日倍岁名位件场次\W])"),
        True,
        line_only=True,
    ),
    Scheme("digit", re.compile(r"(?P<l>(?P<n>\d{1,2})(?:、|\.(?!\d(?!\d?月|\d{3}年))))"), True),
    Scheme("digit_paren", re.compile(r"(?P<l>\((?P<n>\d{1,2})\)[、.]?)"), True),
    Scheme("digit_half", re.compile(r"(?P<l>(?P<n>\d{1,2})\))"), True, line_only=True),
    Scheme("circled", re.compile(rf"(?P<l>(?P<n>[{_CIRCLED}]))"), True),
    Scheme("shi", re.compile(rf"(?P<l>(?P<n>{_HANZI})[是要])(?!否)"), False),
    Scheme("qi", re.compile(rf"(?P<l>其(?P<n>{_HANZI})(?:是)?)(?=[,、:]|[^中他它实次一-十])"), False),
    Scheme("sequel", re.compile(r"(?P<l>(?P<n>首先|其次|再次|再者|最后))(?:是)?"), False),
    Scheme("di", re.compile(rf"(?P<l>第(?P<n>{_HANZI})(?=[,、:是]))(?:是)?"), False),
)
# Where a mark may begin; the schemes then look at these places only.
_CANDIDATE = re.compile(
    rf"第(?={_HANZI})|{_HANZI}(?=[、.是要])|\((?=(?:{_HANZI}|\d{{1,2}})\))|(?<!\d)\d{{1,2}}(?=[、.)])|[{_CIRCLED}]|其(?=[一二三四五六七八九十])|首先|其次|再[次者]|最后"
)


def _number(written: str) -> tuple[int, ...]:
    if written in _SEQUELS:
        return (_SEQUELS[written],)
    worths = (integer(part) or 0 for part in written.split("."))
    return tuple(worth if worth <= LAST else 0 for worth in worths)  # 一二三 is no mark


def find_marks(folded: str) -> list[Mark]:
    """All marks of the folded text in order; where two schemes begin at one place the earlier scheme holds."""
    found = []
    end = 0
    for candidate in _CANDIDATE.finditer(folded):
        if candidate.start() >= end:
            mark = _at(folded, candidate.start())
            if mark is not None:
                found.append(mark)
                end = mark.end
    return found


def _at(folded: str, start: int) -> Mark | None:
    """The mark that begins at `start`, if any."""
    before = start
    while before and start - before < 8 and folded[before - 1] in _BLANKS:
        before -= 1
    at_line = before == 0 or folded[before - 1] in "\n"
    heading = at_line or before < start or folded[start - 1] in _BEFORE_HEADING
    run_in = at_line or before < start or folded[start - 1] in _BEFORE_RUN_IN
    for scheme in SCHEMES if run_in else ():
        if not (at_line if scheme.line_only else heading if scheme.heading and scheme.id != "circled" else run_in):
            continue
        match = scheme.pattern.match(folded, start)
        numbers = _number(match.group("n")) if match else (0,)
        if match and 0 not in numbers:
            return Mark(scheme, start, match.end("l"), numbers, at_line)
    return None
