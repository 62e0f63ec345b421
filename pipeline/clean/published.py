"""Dates of publication as content systems print them. Running text is not read here: that is `pipeline.values`."""

from __future__ import annotations

import re
from datetime import date

_CHINESE = {c: str(n) for n, c in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0"}
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
_MONTHS = {name: n for n, name in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)}


def published(text: str) -> str | None:
    """The first full date of folded `text` as EDTF (2013-01-13), else the first month (2013-01), else None. Impossible dates are passed over."""
    for m in _NUMERIC.finditer(text):
        if found := _edtf(m[1], m[2] or m[4], m[3] or m[5]):
            return found
    for m in _WRITTEN.finditer(text):
        if found := _edtf("".join(_CHINESE[c] for c in m[1]), _tens(m[2]), _tens(m[3])):
            return found
    for m in _ENGLISH.finditer(text):
        if found := _edtf(m[3], _MONTHS[m[1].lower()], m[2]):
            return found
    for m in _DAY_FIRST.finditer(text):
        if found := _edtf(m[3], _MONTHS[m[2].lower()], m[1]):
            return found
    for m in _MONTH.finditer(text):
        month = int(m[2] or m[3])
        if 1 <= month <= 12:
            return f"{m[1]}-{month:02d}"
    return None


def published_short(text: str) -> str | None:
    """A date with a two-digit year (13-01-13), which only a label makes readable; 80 and later are of the last century."""
    for m in _SHORT.finditer(text):
        century = "19" if int(m[1]) >= 80 else "20"
        if found := _edtf(century + m[1], m[2], m[3]):
            return found
    return None


def published_in_url(url: str) -> str | None:
    """A full date in an address (/2013/0113/, /2013-01/13/, t20130113_1.html)."""
    return next((found for m in _ADDRESS.finditer(url) if (found := _edtf(m[1], m[2], m[3]))), None)


def span(text: str) -> tuple[int, int] | None:
    """Where the first full numeric date of folded `text` stands."""
    m = _NUMERIC.search(text)
    return m.span() if m else None


def _edtf(year: str, month: str | int, day: str | int) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _tens(written: str) -> int:
    """十二 is 12, 二十一 is 21."""
    tens, ten, ones = written.rpartition("十")
    if not ten:
        return int(_CHINESE[written]) if len(written) == 1 else 0
    return (int(_CHINESE.get(tens, "0")) if tens else 1) * 10 + (int(_CHINESE.get(ones, "0")) if ones else 0)
