"""The number that an identifier is."""

from __future__ import annotations

from pipeline.values.cursor import Cursor
from pipeline.values.kinds import Number


def identified(cursor: Cursor, start: int, end: int, kind: str = "identifier") -> Number:
    """The number at `start:end` as an identifier (or a name): without value."""
    return Number(start, end, cursor.text[start:end], start, end, None, kind=kind)
