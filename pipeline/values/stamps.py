"""Dates as content systems, address bars and lists print them: 2013-01-13, Jan 3, 2013, /2013/0113/, `2018.08` before a line.

Prose is not read here: that is `dates`.
"""

from __future__ import annotations

import re
from datetime import date

from pipeline.values.edtf import possible, ymd
from pipeline.values.whole import integer

_NUMERIC = re.compile(
    r"(?<!\d)((?:19|20)\d{2})(?:\s{0,2}[-/.年_]\s{0,2}(\d{1,2})\s{0,2}[-/.月_]\s{0,2}(\d{1,2})(?!\d)|(0[1-9]|1[0-2])([0-3]\d)(?!\d))"
)
_SHORT = re.compile(r"(?<![\d-])(\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d-])")
_WRITTEN = re.compile(r"([一二][〇零○一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日")
_ENGLISH = re.compile(
    r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s{1,2}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,2}((?:19|20)\d{2})",
    re.IGNORECASE,
)
_DAY_FIRST = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?[\s-]{1,2}(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?,?[\s-]{1,2}((?:19|20)\d{2})",
    re.IGNORECASE,
)
_MONTH = re.compile(r"(?<![\d-])((?:19|20)\d{2})\s{0,2}(?:[-/]\s{0,2}(\d{1,2})(?![\d/-])|年\s{0,2}(\d{1,2})\s{0,2}月)")
_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d{2})[-/_]?(0[1-9]|1[0-2])[-/_]?([0-2]\d|3[01])(?!\d)")
_LINE = re.compile(r"((?:19|20)\d\d)[.\-/](0?[1-9]|1[0-2])(?![\d.])[ \t]*")
_CELL = re.compile(r"((?:19|20)\d\d)(?:[.\-/年](0?[1-9]|1[0-2])(?:[.\-/月](0?[1-9]|[12]\d|3[01])日?)?)?[月年]?")
_MONTHS = {name: str(n) for n, name in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)}


def stamp(text: str) -> str | None:
    """The first full date of folded `text` as EDTF (2013-01-13), else the first month (2013-01), else None. Impossible dates are passed over."""
    for m in _NUMERIC.finditer(text):
        if found := _edtf(m[1], m[2] or m[4], m[3] or m[5]):
            return found
    for m in _WRITTEN.finditer(text):
        if found := _edtf(m[1], m[2], m[3]):
            return found
    for m in _ENGLISH.finditer(text):
        if found := _edtf(m[3], _MONTHS[m[1].lower()], m[2]):
            return found
    for m in _DAY_FIRST.finditer(text):
        if found := _edtf(m[3], _MONTHS[m[2].lower()], m[1]):
            return found
    for m in _MONTH.finditer(text):
        month = _worth(m[2] or m[3])
        if 1 <= month <= 12:
            return ymd(_worth(m[1]), month)
    return None


def short_stamp(text: str) -> str | None:
    """A date with a two-digit year (13-01-13), which only a label makes readable; 80 and later are of the last century."""
    for m in _SHORT.finditer(text):
        if found := _edtf(m[1], m[2], m[3], "19" if m[1] >= "80" else "20"):
            return found
    return None


def address_stamp(url: str) -> str | None:
    """A full date in an address (/2013/0113/, /2013-01/13/, t20130113_1.html)."""
    return next((found for m in _ADDRESS.finditer(url) if (found := _edtf(m[1], m[2], m[3]))), None)


def stamp_place(text: str) -> tuple[int, int] | None:
    """Where the first full numeric date of folded `text` stands."""
    m = _NUMERIC.search(text)
    return m.span() if m else None


def line_stamp(folded: str, at: int, end: int) -> tuple[str, int] | None:
    """The month before a line of a list (`2018.08 `), as EDTF, and where what follows it begins."""
    m = _LINE.match(folded, at, end)
    return (ymd(_worth(m[1]), _worth(m[2])), m.end()) if m else None


def cell_stamp(folded: str) -> str | None:
    """The date that a cell under 时间 or 年份 is: 2018, 2018.8, 2018年8月5日. An impossible day leaves the year."""
    m = _CELL.fullmatch(folded.strip())
    if m is None:
        return None
    year, month, day = (_worth(part) if part else None for part in m.groups())
    return ymd(year, month, day) if possible(year, month, day) else ymd(year)


def _worth(written: str) -> int:
    return integer(written) or 0


def _edtf(year: str, month: str, day: str, century: str = "") -> str | None:
    try:
        return date(_worth(century + year), _worth(month), _worth(day)).isoformat()
    except ValueError:
        return None
