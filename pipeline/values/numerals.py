"""The worth of a numeral, Arabic, hanzi or mixed, in folded text: exact ints and Decimals. No unit and no context."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from pipeline.values.kinds import Value

DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {str(value): value for value in range(10)}
DIGITS |= {"〇": 0, "O": 0, "o": 0, "两": 2, "俩": 2, "仨": 3, "幺": 1}
DIGITS |= {char: value for value, char in enumerate("壹贰叁肆伍陆柒捌玖", 1)}
SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000, "廿": 20, "卅": 30, "卌": 40}
LARGE = {"万": 10**4, "亿": 10**8}
SCALES = SMALL | LARGE
FREE = 10**20  # no unit so far
CAPITALS = "壹贰叁肆伍陆柒捌玖拾佰仟"
MAX_DIGITS = 18

# 千 begins the unit itself in 千克, 千米, 千瓦: the class leaves it there.
THOUSAND = "千(?![克瓦米伏卡赫帕焦升]|字节)"
HANZI = f"(?:[零〇一二两三四五六七八九十百万亿廿卅卌几数俩仨{CAPITALS}]|{THOUSAND})"
SCALE = f"(?:[十百万亿佰仟]|{THOUSAND})"
PLAIN = r"[0-9]{1,3}(?:,[0-9]{3}){1,8}+(?![0-9])|[0-9]++"

_ARABIC = re.compile(
    rf"(?P<whole>{PLAIN})(?P<part>\.[0-9]++)?(?P<scale>{SCALE}{{1,3}}+)?(?:(?P<hedge>[多余来几])(?P<more>{SCALE}{{1,3}}+))?"
    rf"(?P<tail>(?(scale)[0-9零一二两三四五六七八九](?:[0-9零一二两三四五六七八九十百万]|{THOUSAND}){{0,24}}+)?)"
)
_HANZI = re.compile(
    rf"(?P<whole>{HANZI}{{1,40}}+)(?:点(?P<part>[零〇一二三四五六七八九]{{1,18}}+)(?!十)(?P<scale>[十百千]?[万亿]{{1,2}}+)?)?(?:(?P<hedge>[多余来])(?P<more>[万亿百千]{{1,3}}+))?"
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


class Worth(NamedTuple):
    """What the first `length` characters of a hanzi numeral are worth."""

    length: int
    value: Value
    high: Value | None = None
    bound: str = "exact"


def plain(value: Decimal) -> Value:
    """An int where the value is whole."""
    return int(value) if value == value.to_integral_value() else value.normalize()


def scaled(value: Value, factor: int) -> Value:
    """The product, exact."""
    return value * factor if isinstance(value, int) else plain(value * factor)


def arabic(text: str) -> Value:
    """`1,234.50` to 1234.5."""
    text = text.replace(",", "")
    return plain(Decimal(text)) if "." in text else int(text)


def factor_of(text: str) -> int:
    """`百万` to 1000000; 1 for an empty string."""
    factor = 1
    for char in text:
        factor *= SCALES[char]
    return factor


def read(folded: str, at: int, high: int) -> Numeral | None:
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
        return None
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


def positional(text: str) -> int:
    """`二〇一二` to 2012."""
    value = 0
    for char in text:
        value = value * 10 + DIGITS[char]
    return value


@lru_cache(maxsize=8192)
def worth_of(text: str) -> Worth | None:
    """The longest beginning of a hanzi or mixed numeral that has a value. Strings of single digits count as positional."""
    digits = 0
    while digits < len(text) and text[digits] in DIGITS and text[digits] not in "0123456789":
        digits += 1
    if digits > 2 or (digits == 2 and ("〇" in text[:2] or text[0] == "零")):
        return Worth(digits, positional(text[:digits])) if digits <= MAX_DIGITS else None
    low, length, loose, hedged = _sum(text, upper=False)
    if length == 0:
        return None
    value = plain(low)
    if not loose:
        return Worth(length, value)
    return Worth(length, value, plain(_sum(text[:length], upper=True)[0]), "min" if hedged else "exact")


def adjacent(first: str, second: str) -> bool:
    """Whether two digits side by side mean a range: 七八, 三五."""
    low, high = DIGITS[first], DIGITS[second]
    return low > 0 and (high == low + 1 or (low, high) == (3, 5))


def _sum(text: str, upper: bool) -> tuple[Decimal, int, bool, bool]:
    """Value, length, whether a range, whether by 几 or 数. `upper` takes the upper digit of a range."""
    total, section, digit = Decimal(0), Decimal(0), None
    large = small = FREE
    last, at, loose, hedged = 1, 0, False, False
    while at < len(text):
        char, width = text[at], 1
        if char in "零〇":
            if digit is not None or at + 1 == len(text) > 1:
                break
            digit, last = (Decimal(0), 1) if len(text) == 1 else (None, 1)
        elif char in "几数":
            following = text[at + 1 : at + 2]
            if digit is not None or (char == "数" and following not in SCALES):
                break
            lowest = 1 if following in SMALL or not (section or total) else 0
            digit, loose, hedged = Decimal(10 if upper else lowest), True, True
        elif char in "0123456789":
            width = re.match(r"[0-9]+(?:\.[0-9]+)?", text[at:]).end()  # type: ignore[union-attr]
            if digit is not None:
                break
            digit, last = Decimal(text[at : at + width]), last if width == 1 else 1
        elif char in DIGITS:
            if digit is not None:
                if loose or not adjacent(text[at - 1], char):
                    break
                loose, digit = True, Decimal(DIGITS[char]) if upper else digit
            else:
                digit = Decimal(DIGITS[char])
        elif char in SMALL:
            unit = SMALL[char]
            if unit >= small or (digit is None and at and small != FREE and unit != 10):
                break
            section += unit if digit is None else digit * unit
            small = last = min(unit, small) if unit in (10, 100, 1000) else 10
            digit = None
        else:
            unit = LARGE[char]
            section += digit or 0
            if unit == large and section:
                section -= digit or 0
                break
            empty = not section and not total
            total = Decimal(unit) if empty else (total + section) * unit if unit >= large or total == 0 else total + section * unit
            section, digit, large, small, last = Decimal(0), None, unit, FREE, unit
        at += width
    if digit is None:
        return total + section, at, loose, hedged
    if hedged and text[at - 1] in "几数" and last >= 100:
        return total + section + digit, at, loose, hedged
    return total + section + (digit * last / 10 if last >= 100 else digit), at, loose, hedged
