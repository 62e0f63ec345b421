"""Where sentences and clauses end. Works on folded text, so both widths of a mark are one.

A sentence ends at 。 ! ? with the closing quotes and brackets behind them, and at a line end. A clause ends at , ; : …… and ——, and at a
dot behind a Chinese character; a bracket is a clause of its own where it holds such a mark. 、 ends nothing. Nothing ends inside
numbers (1,234 and 8:30), addresses, 《titles》 and short quotes (“书香云川，悦读有我”). What has no end for 4,000 characters is cut
where a clause ends.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise

_HAN = "\u4e00-\u9fff"
# Each match runs on to the next of these characters, then says what it is there.
_LEAD = r"hw。｡!?,:;…“「\"《()\-.\n"
_MARK = re.compile(
    rf"""
    [^{_LEAD}]*+
    (?:
        (?:
            (?:https?://|www\.)[A-Za-z0-9\-._~/?=&%\#:+@]{{0,500}}[A-Za-z0-9/=]
          | [?!](?<=[A-Za-z0-9/].)(?=[A-Za-z0-9])
          | :(?<=\d:)(?=\d)
          | ,(?<=\d,)(?<!\d{{4}},)(?=\d{{3}}(?!\d))
          | “[^“”。｡;:,\n]{{1,40}}” | “[^“”。｡;:\d\n]{{1,30}}”
          | 「[^「」。｡;:,\n]{{1,40}}」 | 「[^「」。｡;:\d\n]{{1,30}}」
          | "[^"。｡;:,\n]{{1,40}}"
          | 《[^《》\n]{{1,80}}》
          | \([^(),;:。｡!?…\n]{{0,80}}\) | \([!?]{{1,3}}\)
        )
      | (?P<stop>[。｡!?][。｡!?…]*+)(?P<closing>["”’」』)》】〕]*+)
      | (?P<pause>
            [,;:]++[”’」』]*+
          | …++
          | -(?:(?<!\d-)-++|-++(?!\d))
          | \.(?<=[{_HAN})].)(?=[{_HAN}\s]|\Z)
        )
      | (?P<open>\()
      | (?P<close>\))
      | (?P<line>\n)
      | [{_LEAD}]
      | \Z
    )
    """,
    re.VERBOSE,
)
_LONGEST = 4000  # characters; what has no stop for so long is no sentence, and its parts would look back over all of it
_EMPTY = " \t,;:、。｡!?….-)”’」』》】〕"


def split(text: str, start: int, end: int) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """The sentences of folded `text` in [start:end]: start, end, and the offsets at which clauses begin, then the end.

    White space around a sentence belongs to none.
    """
    begin, bounds, brackets = start, [], []
    quotes = _Quotes(text, start)
    for mark in _MARK.finditer(text, start, end):
        kind, after = mark.lastgroup, mark.end()
        if kind == "pause":
            bounds.append(after)
        elif kind == "open":
            brackets.append(after - 1)
        elif kind == "close" and brackets:
            bounds += [brackets.pop(), after]
        elif kind in ("line", "closing"):
            if kind == "closing":
                after = quotes.cut(mark.start("closing"), after)
            if kind == "closing" and _goes_on(mark, text[after : after + 1]):
                continue
            yield from _sentence(text, begin, after, bounds)
            begin, bounds, brackets = after, [], []
    yield from _sentence(text, begin, end, bounds)


class _Quotes:
    """Tells a straight quote that closes from one that opens, by counting those before it."""

    def __init__(self, text: str, start: int) -> None:
        self._text, self._seen, self._odd = text, start, 0

    def cut(self, start: int, end: int) -> int:
        """Where the closing marks [start:end] end: before a straight quote that opens."""
        self._odd = (self._odd + self._text.count('"', self._seen, start)) % 2
        self._seen = start
        for at in range(start, end):
            if self._text[at] == '"':
                if not self._odd:
                    return at
                self._odd, self._seen = 0, at + 1
        return end


def _goes_on(mark: re.Match[str], following: str) -> bool:
    """Whether the sentence goes on behind its stop: ！、 and 。）， do."""
    return following in {",", "、", ";", ":"} and bool(mark["closing"] or "。" not in mark["stop"])


def _sentence(text: str, start: int, end: int, bounds: list[int]) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    if end - start > _LONGEST:
        places = sorted(bounds)
        while end - start > _LONGEST:
            low, high = bisect_left(places, start), bisect_right(places, start + _LONGEST)
            cut = places[high - 1] if high and places[high - 1] > start + _LONGEST // 2 else start + _LONGEST
            yield from _sentence(text, start, cut, places[low:high])
            start = cut
        bounds = places[bisect_left(places, start) :]
    held = text[start:end]
    start += len(held) - len(held.lstrip())
    end = start + len(held.strip())
    if start < end:
        yield start, end, _clauses(text, start, end, bounds)


def _clauses(text: str, start: int, end: int, bounds: list[int]) -> tuple[int, ...]:
    """Clause offsets: a clause of nothing but marks joins the one before it."""
    offsets, begun = [start], False
    for bound, following in pairwise([start, *sorted({bound for bound in bounds if start < bound < end}), end]):
        if text[bound:following].strip(_EMPTY):
            if begun:
                offsets.append(bound)
            begun = True
    return (*offsets, end)
