"""The months that a part of a year covers."""

from __future__ import annotations

from pipeline.values.date.point import Point

MONTHS = {"H1": (1, 6), "H2": (7, 12), "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12)}


def months_of(point: Point) -> tuple[int | None, int | None]:
    """First and last month of a point: its month, or those of its half, quarter, first months or edge."""
    if point.m is not None:
        return point.m, point.m
    part = point.part or ""
    if part in MONTHS:
        return MONTHS[part]
    if part[:1] in ("M", "N"):
        return 1, int(part[1:]) * (3 if part[0] == "N" else 1)
    if part[:1] == "L":  # the last n months
        return 13 - int(part[1:]), 12
    if part[:1] in ("B", "E") and part[1:].isdigit():  # 二季度末
        month = int(part[1:]) * 3 - (2 if part[0] == "B" else 0)
        return month, month
    return {"begin": (1, 1), "end": (12, 12), "mid": (6, 6)}.get(part, (None, None))
