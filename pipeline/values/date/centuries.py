"""Centuries and decades with their phases: 上世纪八十年代初."""

from __future__ import annotations

import re

from pipeline.values.date.point import Point, numeral_value

CENTURY = re.compile(r"(?P<c>[0-9]{1,2}|[一二]?十[一二三四五六七八九]?|[一二三四五六七八九])世纪")
DECADE = re.compile(
    r"(?P<d>[0-9]0|[一二三四五六七八九](?P<d2>、?[二三四五六七八九])?十)(?:、(?P<dd>[0-9]0))?年代|(?P<yd>(?:1[0-9]|20)[0-9]0|[一二][〇零一二三四五六七八九]{2}[〇零])年代"
)
# Pages were written after 2000: 上世纪 is the twentieth century.
THIS_CENTURY = re.compile(r"(?:上个?|本|这个)世纪")
PHASE = re.compile(r"(?P<phase>初中期|初叶|末叶|初期|早期|中后期|中期|后期|末期|中叶|中|初|末|前期|晚期)")


def read_century(folded: str, found: re.Match[str], high: int, left: str, point: Point) -> int:
    """The end of a century, with the decade that may follow it."""
    value = numeral_value(found["c"])
    if found["c"] in ("一", "两", "半") or value > 21 or left.endswith("前"):
        point.unknown = left.endswith("前")
        return found.end() if point.unknown else found.start()
    century = (value - 1) * 100
    if decade := DECADE.match(folded, found.end(), high):
        return read_decade(folded, decade, high, point, century)
    return _phase(folded, found.end(), high, point, century, 100)


def read_decade(folded: str, found: re.Match[str], high: int, point: Point, century: int | None) -> int:
    """The end of a decade; without its century the twentieth from 20年代 on."""
    if found["yd"]:
        first = numeral_value(found["yd"])
    else:
        value = numeral_value(found["d"].replace(found["d2"] or "", "", 1))
        point.pair = bool(found["d2"] or found["dd"])
        point.span_guess = century is None
        first = value + (century if century is not None else 1900 if value >= 20 else 2000)
    return _phase(folded, found.end(), high, point, first, 10)


def _phase(folded: str, end: int, high: int, point: Point, first: int, years: int) -> int:
    point.span, point.span_years = first, years
    found = PHASE.match(folded, end, high)
    if found and folded[found.end() : found.end() + 1] not in ("国", "学", "级"):
        point.part = found["phase"]
        return found.end()
    return end
