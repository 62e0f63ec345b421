"""The worth of a numeral: folded Arabic, hanzi or mixed text to an exact int or Decimal. No hedges, no units, no context."""

from __future__ import annotations

from decimal import Decimal

from pipeline.values.kinds import Value

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {c: i for i, c in enumerate("0123456789")}
DIGITS |= {"〇": 0, "两": 2, "俩": 2, "仨": 3, "幺": 1, "O": 0, "o": 0}
DIGITS |= {c: i for i, c in enumerate("壹贰叁肆伍陆柒捌玖", 1)}
SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
LARGE = {"万": 10**4, "亿": 10**8}
TENS = {"廿": 20, "卅": 30, "卌": 40}


def plain(value: Decimal) -> Value:
    """An int where the value is whole."""
    return int(value) if value == value.to_integral_value() else value.normalize()


def arabic(text: str) -> Value:
    """`1,234.50` to its value."""
    text = text.replace(",", "").replace(" ", "")
    return int(text) if text.isdigit() else plain(Decimal(text))


def positional(text: str) -> int:
    """`二〇一二` to 2012. ValueError where a character is no digit."""
    if len(text) > 30:
        raise ValueError("too long for a number")
    value = 0
    for char in text:
        if char not in DIGITS:
            raise ValueError(f"{char} is no digit")
        value = value * 10 + DIGITS[char]
    return value


def hanzi(text: str) -> Value:
    """A hanzi or mixed integer, `三十五万六千`, `3万5`, `二〇一二`. ValueError where it has no value."""
    if len(text) > 40:
        raise ValueError("too long for a number")
    if all(c in DIGITS for c in text):
        return positional(text)
    return plain(_additive(text))


def _additive(text: str) -> Decimal:
    total, section, digit = Decimal(0), Decimal(0), None
    large, last, position = 10**16, 1, 0
    while position < len(text):
        char = text[position]
        if char in DIGITS or char == ".":
            stop = position + 1
            while stop < len(text) and (text[stop].isdigit() or text[stop] in ".,"):
                stop += 1
            if digit is not None and not (digit == 0 and last == 0):
                raise ValueError("two digits side by side")
            if char in "零〇":
                last = 0  # a gap: what follows counts in ones
            else:
                digit = Decimal(arabic(text[position:stop])) if char.isascii() else Decimal(DIGITS[char])
                last = 0 if stop - position > 1 else last
            position = stop
            continue
        if char in TENS:
            section, last = section + TENS[char], 10
        elif char in SMALL:
            section += (Decimal(1) if digit is None else digit) * SMALL[char]
            last = SMALL[char]
        elif char in LARGE:
            unit = LARGE[char]
            section += digit or 0
            if unit >= large:
                total = (total + section) * unit
            elif section == 0 and digit is None and total == 0:
                total = Decimal(unit)
            else:
                total += section * unit
            section, large, last = Decimal(0), unit, unit
        else:
            raise ValueError(f"{char} is no numeral")
        digit = None
        position += 1
    if digit is None:
        return total + section
    return total + section + (digit * last / 10 if last >= 100 else digit)
