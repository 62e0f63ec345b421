"""The one pass over a text: at each lead the forms are tried in order; what is found is not read again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.fold import fold
from pipeline.values.cursor import Cursor
from pipeline.values.date.foreign import english
from pipeline.values.date.lunar import lunar, reign
from pipeline.values.date.period import period
from pipeline.values.date.wording import wording
from pipeline.values.forms import BESIDE, Find, forms_between
from pipeline.values.kinds import Number
from pipeline.values.leads import HANZI_NUMERALS, lead
from pipeline.values.lexicon import DEFAULT, Lexicon
from pipeline.values.neighbours import inheriting, ranked
from pipeline.values.number.labels import CIRCLED, circled
from pipeline.values.number.ordinals import first_of
from pipeline.values.tables import tables

PADDING = "\0" * 8


@lru_cache(maxsize=256)  # numbers() and dates() of one text share a scan
def _finds(text: str, lexicon: Lexicon) -> tuple[str, tuple[Find, ...]]:
    folded = fold(text)
    return folded, tuple(_scan(text, folded + PADDING, lexicon))


def finds(text: str, lexicon: Lexicon = DEFAULT) -> tuple[Find, ...]:
    """Numbers and unresolved dates of `text`, in order, none overlapping."""
    return _finds(text, lexicon)[1]


def _scan(text: str, folded: str, lexicon: Lexicon) -> Iterator[Find]:
    cursor = Cursor(text, folded, tables(lexicon), len(text))
    search, position = lead(lexicon).search, 0
    previous: Find | None = None
    while found := search(folded, position):
        at = found.start()
        char = folded[at]
        if char in "0123456789":
            find: Find | None = _numeral(cursor, at, hanzi=False)
        elif char in HANZI_NUMERALS or char == "参":
            find = _numeral(cursor, at, hanzi=True)
        else:
            find = _word(cursor, at, found[0])
        if find is None:
            position = cursor.low if cursor.low > at else at + 1
            continue
        if previous is not None:
            if find.start - previous.end < 2:
                find = ranked(previous, find, folded)
                previous = inheriting(previous, find, folded)
            yield previous
        previous = find
        position = cursor.low = find.end
        cursor.last_kind = "number" if isinstance(find, Number) else "day"
    if previous is not None:
        yield previous


DIGIT_RUN = re.compile(r"[0-9]++(?:(?<!\b20[0-9]{2})(?<!\b19[0-9]{2})\.[0-9]{1,3}+(?![.0-9]))?")
HANZI_RUN = re.compile(f"[{HANZI_NUMERALS}]{{1,40}}+")  # bounded: a find may take less than the run


def _numeral(cursor: Cursor, at: int, hanzi: bool) -> Find | None:
    """The find at a numeral. Digits always lie in one."""
    folded, low = cursor.folded, cursor.low
    run = (HANZI_RUN if hanzi else DIGIT_RUN).match(folded, at)
    end = run.end() if run else at + 1
    before, after = folded[at - 1], folded[end]
    for read, length, within in forms_between(hanzi, before if before in BESIDE else "\0", after if after in BESIDE else "\0"):
        if end - at < length or (within and within not in folded[at:end]):
            continue
        if (find := read(cursor, at)) is not None:
            return find
        if cursor.low > low:
            return None
    return None if hanzi else stray(cursor, at)


def stray(cursor: Cursor, at: int) -> Number:
    """Digits that are nothing else: an identifier."""
    end = at
    while end < cursor.high and cursor.folded[end].isdigit():
        end += 1
    return Number(at, end, cursor.text[at:end], at, end, None, kind="identifier")


def _word(cursor: Cursor, at: int, word: str) -> Find | None:
    char = cursor.folded[at]
    if cursor.text[at] in CIRCLED:
        return circled(cursor, at)
    if char.isdigit():
        return stray(cursor, at)
    if word in ("首届", "首批", "首期"):
        return first_of(cursor, at)
    if char.isascii():
        return english(cursor, at)
    if word == "元年":
        return reign(cursor, at)
    return lunar(cursor, at) or wording(cursor, at) or period(cursor, at)
