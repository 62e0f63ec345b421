"""Numbers written the ways people write them: the reading's opposite, kept apart from it."""

from __future__ import annotations

DIGITS = "零一二三四五六七八九"
CAPITALS = str.maketrans("一二三四五六七八九十百千零", "壹贰叁肆伍陆柒捌玖拾佰仟零")
TRADITIONAL = str.maketrans("万亿两", "萬億兩")
FULL_WIDTH = str.maketrans("0123456789,.%-", "０１２３４５６７８９，．％－")


def group(value: int) -> str:
    """0 to 9999 in hanzi, 零 for gaps, without leading 零."""
    text, gap = "", False
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // power % 10
        if digit:
            text += ("零" if gap else "") + DIGITS[digit] + unit
            gap = False
        elif text:
            gap = True
    return text


def hanzi(value: int) -> str:
    """An integer below 10**12 in hanzi: 三十五万六千."""
    if value == 0:
        return "零"
    text, rest, lower = "", value, False
    for power, unit in ((10**8, "亿"), (10**4, "万"), (1, "")):
        part, rest = divmod(rest, power)
        if part:
            text += ("零" if text and (lower or part < 1000) else "") + group(part) + unit
            lower = False
        elif text:
            lower = True
    return text[1:] if text.startswith("一十") else text


def capitals(value: int) -> str:
    """As on receipts: 叁拾伍万陆仟."""
    text = hanzi(value)
    return ("一" + text if text.startswith("十") else text).translate(CAPITALS)


def commas(value: int) -> str:
    """1,234,567."""
    return f"{value:,}"


def full_width(text: str) -> str:
    """Digits and marks in full width."""
    return text.translate(FULL_WIDTH)


def traditional(text: str) -> str:
    """万 and 亿 as 萬 and 億."""
    return text.translate(TRADITIONAL)


def in_wan(value: int) -> str | None:
    """35.6万, where four decimals are enough."""
    if value < 10_000:
        return None
    whole, rest = divmod(value, 10_000)
    return f"{whole}.{rest:04d}".rstrip("0").rstrip(".") + "万"


def positional(value: int) -> str:
    """A year's digits: 二〇一二."""
    return str(value).translate(str.maketrans("0123456789", "〇一二三四五六七八九"))
