"""EDTF level 0 and 1, as far as dates in reports need it: strings out of parts, first and last day out of strings."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}


def year(value: int) -> str:
    """Year to EDTF; astronomical, so 1 BC is `0000`."""
    return f"-{-value:04d}" if value < 0 else f"{value:04d}"


def ymd(y: int | None, m: int | None = None, d: int | None = None) -> str:
    """Parts to EDTF; a missing year is XXXX."""
    text = "XXXX" if y is None else year(y)
    if m is not None:
        text += f"-{m:02d}"
    if d is not None:
        text += f"-{d:02d}"
    return text


def possible(y: int | None, m: int | None, d: int | None = None) -> bool:
    """Whether the calendar has that day; without a year 29 February is taken."""
    if m is None:
        return d is None
    if not 1 <= m <= 12:
        return False
    return d is None or 1 <= d <= monthrange(2000 if y is None or not 1 <= y <= 9999 else y, m)[1]


def bounds(edtf: str | None) -> tuple[date | None, date | None]:
    """First and last day of an EDTF string; None for an open or unknown end."""
    if edtf is None:
        return None, None
    if "/" in edtf:
        low, high = edtf.split("/")
        return _point(low)[0], _point(high)[1]
    return _point(edtf)


def _point(text: str) -> tuple[date | None, date | None]:
    text = text.rstrip("~?%")
    if not text or text == ".." or text.startswith("-") or text.startswith("XXXX"):
        return None, None
    if "X" in text:
        low, high = int(text.replace("X", "0")), int(text.replace("X", "9"))
        return (date(low, 1, 1), date(high, 12, 31)) if low else (None, None)
    parts = [int(part) for part in text.split("-")]
    if not 1 <= parts[0] <= 9999:
        return None, None
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0], 12, 31)
    if len(parts) == 2:
        return _month(parts[0], parts[1])
    day = date(*parts)
    return day, day


def _month(y: int, m: int) -> tuple[date, date]:
    if m not in SEASONS:
        return date(y, m, 1), date(y, m, monthrange(y, m)[1])
    first, last = SEASONS[m]
    end_year = y + (last < first)
    return date(y, first, 1), date(end_year, last, monthrange(end_year, last)[1])


def day_after(day: date, days: int) -> date:
    """The date `days` later (earlier where negative)."""
    return day + timedelta(days=days)
