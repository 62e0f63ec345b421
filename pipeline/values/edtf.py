"""EDTF level 0 and 1, as far as dates in reports need it: strings out of parts, first and last day out of strings."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

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


def days_in(y: int, m: int) -> int:
    """Days of a month; years outside the calendar count as leap years."""
    return monthrange(y if 1 <= y <= 9999 else 2000, m)[1]


def possible(y: int | None, m: int | None, d: int | None = None) -> bool:
    """Whether the calendar has that day; without a year 29 February is taken."""
    if m is None:
        return d is None
    if not 1 <= m <= 12:
        return False
    return d is None or 1 <= d <= days_in(2000 if y is None else y, m)


@lru_cache(maxsize=8192)
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
    if not text or text == ".." or text.startswith(("-", "XXXX")):
        return None, None
    if "X" in text:
        low, high = int(text.replace("X", "0")), int(text.replace("X", "9"))
        return (date(low, 1, 1), date(high, 12, 31)) if low else (None, None)
    parts = [int(part) for part in text.split("-")]
    if not 1 <= parts[0] <= 9998:
        return None, None
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0], 12, 31)
    if len(parts) == 2:
        return _month(parts[0], parts[1])
    if not possible(*parts):
        return None, None
    day = date(*parts)
    return day, day


def _month(y: int, m: int) -> tuple[date, date]:
    if m not in SEASONS:
        return date(y, m, 1), date(y, m, days_in(y, m))
    first, last = SEASONS[m]
    end_year = y + (last < first)
    return date(y, first, 1), date(end_year, last, days_in(end_year, last))


def neighbour(edtf: str, step: int) -> str:
    """The unit before (-1) or after (1) a simple date, at its own precision; a season's or decade's neighbour is a month or a year."""
    text = edtf.rstrip("~")
    if text.startswith("-"):
        return year(-int(text[1:5]) + step)
    if "X" in text:
        return year(int(text.replace("X", "0" if step < 0 else "9")) + step)
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 1:
        return year(parts[0] + step)
    if len(parts) == 3:
        return (date(*parts) + timedelta(days=step)).isoformat()
    month = parts[1] if parts[1] not in SEASONS else SEASONS[parts[1]][0 if step < 0 else 1]
    count = parts[0] * 12 + month - 1 + step
    return ymd(count // 12, count % 12 + 1)


def at(day: date, unit: str) -> str:
    """A day at the precision of a unit: year, month, week or day (a week is told by its day)."""
    return {"year": f"{day.year:04d}", "month": f"{day.year:04d}-{day.month:02d}", "quarter": f"{day.year:04d}-{day.month:02d}"}.get(
        unit, day.isoformat()
    )


def shifted(day: date, count: int, unit: str) -> str | None:
    """The date `count` units away at the unit's precision; None outside the calendar."""
    if unit == "year":
        value = day.year + count
        return year(value) if 0 < value < 9999 else None
    if unit in ("month", "quarter"):
        months = day.year * 12 + day.month - 1 + count * (3 if unit == "quarter" else 1)
        return ymd(months // 12, months % 12 + 1) if 12 <= months < 119976 else None
    days = count * (7 if unit == "week" else 1)
    if abs(days) > 3_000_000:
        return None
    try:
        return (day + timedelta(days=days)).isoformat()
    except OverflowError:
        return None
