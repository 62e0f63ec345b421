"""Numerals by character and exact arithmetic on them."""

from __future__ import annotations

from decimal import Decimal

from pipeline.values.kinds import Value

DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {str(value): value for value in range(10)}
DIGITS |= {"〇": 0, "O": 0, "o": 0, "两": 2, "俩": 2, "仨": 3, "幺": 1}
DIGITS |= {char: value for value, char in enumerate("壹贰叁肆伍陆柒捌玖", 1)} | {"参": 3}  # 参 only among capitals
SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000, "廿": 20, "卅": 30, "卌": 40}
LARGE = {"万": 10**4, "亿": 10**8}
SCALES = SMALL | LARGE
CAPITALS = "壹贰叁肆伍陆柒捌玖拾佰仟"
MAX_DIGITS = 18


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


def positional(text: str) -> int:
    """`二〇一二` to 2012."""
    value = 0
    for char in text:
        value = value * 10 + DIGITS[char]
    return value


def adjacent(first: str, second: str) -> bool:
    """Whether two digits side by side mean a range: 七八, 三五."""
    low, high = DIGITS[first], DIGITS[second]
    return low > 0 and (high == low + 1 or (low, high) == (3, 5))


def is_pair(text: str) -> bool:
    """Whether two hanzi digits tell a range, as in 七八年."""
    return "〇" not in text and "零" not in text and adjacent(text[0], text[1])
