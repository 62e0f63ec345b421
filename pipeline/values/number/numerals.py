"""A numeral in folded text, Arabic or hanzi, with the hedge inside it (40多万). No unit and no context."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from pipeline.values.kinds import Value
from pipeline.values.number.digits import CAPITALS, LARGE, MAX_DIGITS, SCALES, arabic, factor_of, plain, positional, scaled
from pipeline.values.number.hanzi import worth_of

# 千 begins the unit itself in 千克, 千米, 千瓦: the class leaves it there.
THOUSAND = "千(?![克瓦米伏卡赫帕焦升]|字节)"
AMONG_CAPITALS = "参(?=[拾佰仟万亿])|(?<=[拾佰仟万亿])参(?=[元圆])"
HANZI = f"(?:[零〇一二两三四五六七八九十百万亿廿卅卌几数俩仨{CAPITALS}]|{THOUSAND}|{AMONG_CAPITALS})"
SCALE = f"(?:[十百万亿佰仟]|{THOUSAND})"
PLAIN = r"[0-9]{1,3}(?:,[0-9]{3}){1,8}+(?![0-9])|[0-9]++"
_ARABIC = re.compile(
    rf"(?P<whole>{PLAIN})(?P<part>\.[0-9]++)?(?: (?=(?:[百千]?万|[千百]?亿)(?:[余多元人册次件平名张字个卷条种篇块美港欧英日韩澳,。;、)]|$| ?\+)))?(?P<scale>{SCALE}{{1,3}}+)?(?:(?P<hedge>[多余来几])(?P<more>{SCALE}{{1,3}}+))?"
    rf"(?P<tail>(?(scale)(?:[0-9],[0-9]{{3}}(?![0-9,])万?(?:[0-9],[0-9]{{3}}(?![0-9,]))?|[0-9零一二两三四五六七八九](?:[0-9零一二两三四五六七八九十百万]|{THOUSAND}){{0,24}}+))?)"
)
_HANZI = re.compile(  # not `{1,40}+`: Python 3.11.2 (Debian 12) then finds nothing; what follows may be empty, so nothing is tried twice
    rf"(?P<whole>{HANZI}{{1,40}})(?:点(?P<part>[零〇一二三四五六七八九]{{1,18}}+)(?!十)(?P<scale>[十百千]?[万亿]{{1,2}}+)?)?(?:(?P<hedge>[多余来])(?P<more>[万亿百千]{{1,3}}+))?"
)
_INNER = {"多": "min", "余": "min", "几": "min", "来": "approx"}


class Numeral(NamedTuple):
    """A numeral at `start:end`: its value, the upper end of 七八十 or 几十, the bound its inner hedge gives, its last multiplier."""

    start: int
    end: int
    value: Value
    high: Value | None = None
    bound: str = "exact"
    scale: int = 1
    hanzi: bool = False


def read_numeral(folded: str, at: int, high: int) -> Numeral | None:
    """The numeral that begins at `at` and ends before `high`; None where none does or its value means nothing (too many digits)."""
    return _arabic(folded, at, high) if folded[at] in "0123456789" else _hanzi(folded, at, high)


def _arabic(folded: str, at: int, high: int) -> Numeral | None:
    found = _ARABIC.match(folded, at, high)
    if found is None or found.end() - at > 40:
        return None
    whole, part, scale, hedge, more, tail = found.groups()
    if len(whole) > MAX_DIGITS + 6:
        return None
    value = arabic(whole + part if part else whole)
    end = found.end()
    if tail and not hedge:
        worth = worth_of(found[0].replace(",", ""))
        if worth and worth.length == len(found[0].replace(",", "")):
            return Numeral(at, end, worth.value, scale=SCALES.get(found[0][-1], 1))
    if tail:
        end = found.start("tail")
    factor = factor_of(scale) if scale else 1
    if more:
        return Numeral(at, end, scaled(value, factor * factor_of(more)), None, _INNER[hedge], factor_of(more))
    return Numeral(at, end, scaled(value, factor) if scale else value, scale=factor)


def _hanzi(folded: str, at: int, high: int) -> Numeral | None:
    found = _HANZI.match(folded, at, high)
    if found is None:
        return None
    whole, part, scale, hedge, more = found.groups()
    worth = worth_of(whole)
    if worth is None:
        several = folded[at : at + 2] == "数倍" and folded[at + 2] != "增"
        return Numeral(at, at + 1, 1, 10, "min", 1, True) if several else None
    end = at + worth.length
    if worth.length < len(whole):
        return Numeral(at, end, worth.value, worth.high, worth.bound, _last_scale(folded[at:end]), True)
    value, upper, bound = worth.value, worth.high, worth.bound
    last = _last_scale(whole)
    if part:
        last = factor_of(scale or "")
        value = plain((value + Decimal(positional(part)).scaleb(-len(part))) * last)
        end = found.end("scale") if scale else found.end("part")
    if more:
        last = factor_of(more)
        value, bound, end = scaled(value, last), _INNER[hedge], found.end()
        upper = scaled(upper, last) if upper is not None else None
    return Numeral(at, end, value, upper, bound, last, True)


def _last_scale(text: str) -> int:
    """The multiplier a numeral ends in: 百万 of 三百万, 百 of 三百; 1 where it ends in a digit."""
    kept = len(text)
    while kept and text[kept - 1] in LARGE:
        kept -= 1
    if kept == len(text) and text[-1] in "十百千拾佰仟":
        kept -= 1
    return factor_of(text[kept:])
