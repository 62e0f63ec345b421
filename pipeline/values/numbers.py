"""Numbers of a text with hedges and units. First cut of the grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache

from pipeline.fold import fold
from pipeline.values import numerals
from pipeline.values.dates import dates
from pipeline.values.kinds import DateSpan, Number, Value
from pipeline.values.lexicon import DEFAULT, Lexicon

_H = "零〇一二两三四五六七八九十百千万亿廿卅"
_CAP = "壹贰叁肆伍陆柒捌玖拾佰仟"
ARABIC = r"(?:\d{1,3}(?:,\d{3})++(?!\d)|\d++)(?:\.\d++)?"
NUMERAL = re.compile(
    rf"(?P<share>[百千万]分之)?(?:(?P<a>{ARABIC})(?P<ai>[多余来几](?=[百千万亿]))?(?P<am>(?:[十百千万亿]|\d(?=[十百千万亿]))*+)(?P<at>\d*+)"
    rf"|(?P<h>[{_H}{_CAP}几数上]++)(?:点(?P<hp>[零〇一二三四五六七八九]++))?(?P<hi>[多余来](?=[万亿]))?(?P<hm>[万亿]*+))"
)
LEAD = re.compile(rf"[\d{_H}{_CAP}几数]|上(?=[百千万亿])")
RANGE = re.compile(r"\s?(?:-|~|至|到)\s?")
IDENTIFIER = re.compile(r"\d{3,4}-\d{7,8}(?!\d)|1[3-9]\d{9}(?!\d)|[〔\[(](?:19|20)\d{2}[〕\])]\d++号|\d{1,2}:\d{2}(?::\d{2})?")
ORDINAL = re.compile(rf"(?:\d++|[{_H}]++)")


@cache
def _units(lexicon: Lexicon) -> dict[str, tuple[tuple[str, str], ...]]:
    table: dict[str, list[tuple[str, str]]] = {}
    for unit, kind in sorted(lexicon.units, key=lambda entry: -len(entry[0])):
        key = fold(unit)
        table.setdefault(key[0], []).append((key, kind))
    return {char: tuple(entries) for char, entries in table.items()}


def unit_at(folded: str, position: int, lexicon: Lexicon) -> tuple[str, str] | None:
    """The longest unit that begins at `position`, with its kind."""
    for unit, kind in _units(lexicon).get(folded[position : position + 1], ()):
        if folded.startswith(unit, position):
            return unit, kind
    return None


def numbers(text: str, lexicon: Lexicon = DEFAULT) -> list[Number]:
    """Numbers of `text`, in order, outside its dates."""
    return list(_numbers(text, lexicon))


def spans(text: str, reference: str | date | None = None, lexicon: Lexicon = DEFAULT) -> list[Number | DateSpan]:
    """Numbers and dates of `text` in order, none overlapping; every run of digits lies in one."""
    found: list[Number | DateSpan] = [*numbers(text, lexicon), *dates(text, reference, lexicon)]
    return sorted(found, key=lambda span: span.start)


@lru_cache(maxsize=8)
def _numbers(text: str, lexicon: Lexicon) -> tuple[Number, ...]:
    return tuple(_scan(text, fold(text), lexicon))


def _scan(text: str, folded: str, lexicon: Lexicon) -> Iterator[Number]:
    gaps, position = [], 0
    for span in dates(text, None, lexicon):
        gaps.append((position, span.start))
        position = span.end
    gaps.append((position, len(folded)))
    for low, high in gaps:
        position = low
        while (found := LEAD.search(folded, position, high)) is not None:
            number = _number(text, folded, found.start(), low, high, lexicon)
            if number is None:
                position = found.start() + 1
            else:
                yield number
                position = number.end


def _masked(folded: str, start: int, low: int, lexicon: Lexicon) -> int | None:
    """End of a no-number word that covers `start`."""
    for first in range(max(low, start - 3), start + 1):
        for length in range(6, 1, -1):
            if first + length > start and folded[first : first + length] in lexicon.words:
                return first + length
    return None


def _value(found: re.Match[str]) -> tuple[Value, Value | None, str] | None:
    """Value, high value and bound of a numeral."""
    try:
        if found["a"]:
            value = numerals.arabic(found["a"]) if len(found["a"]) <= 20 else None
            if value is None:
                return None
            if found["at"] or any(c.isdigit() for c in found["am"]):
                value = numerals.hanzi(found["a"].replace(",", "") + found["am"] + found["at"])
            elif found["am"]:
                factor = numerals.hanzi("1" + found["am"])
                value = numerals.plain(Decimal(value) * Decimal(factor))
            return value, None, {"多": "min", "余": "min", "几": "min", "来": "approx", None: "exact"}[found["ai"]]
        return _words(found)
    except ValueError:
        return None


def _words(found: re.Match[str]) -> tuple[Value, Value | None, str] | None:
    text, tail = found["h"], found["hm"] or ""
    bound = {"多": "min", "余": "min", "来": "approx", None: "exact"}[found["hi"]]
    if text[0] == "上":
        return (numerals.hanzi(text[1:] + tail), None, "min") if len(text) > 1 else None
    if text in ("几", "数"):
        return None
    if "几" in text or "数" in text:
        low = "0" if text[-1] == "几" else "一"
        lower = numerals.hanzi(re.sub("[几数]", low, text) + tail) if low != "0" else numerals.hanzi(text[:-1] + tail)
        factor = numerals.hanzi("1" + text.lstrip("几数") + tail) if text[0] in "几数" else 1
        return lower, (numerals.plain(Decimal(lower) * 10) if text[0] in "几数" else numerals.plain(Decimal(lower) + 10 * Decimal(factor))), "min"
    if found["hp"]:
        value = Decimal(numerals.hanzi(text)) + Decimal(numerals.positional(found["hp"])).scaleb(-len(found["hp"]))
        return numerals.plain(value * Decimal(numerals.hanzi("1" + tail) if tail else 1)), None, bound
    if text[0] in "百千万亿" and len(text) + len(tail) == 1:
        return None
    pair = re.search("([一二两三四五六七八])([二两三四五六七八九])", text)
    if pair and numerals.DIGITS[pair[2]] - numerals.DIGITS[pair[1]] in (1, 2) and not re.search("[一二三四五六七八九〇零两]{3}", text):
        low_text, high_text = text[: pair.start() + 1] + text[pair.end() :], text[: pair.start()] + text[pair.start() + 1 :]
        return numerals.hanzi(low_text + tail), numerals.hanzi(high_text + tail), bound
    return numerals.hanzi(text + tail), None, bound


def _hedge(folded: str, start: int, low: int, lexicon: Lexicon) -> tuple[int, str] | None:
    table = dict(lexicon.before)
    for skip in (0, 1):
        edge = start - skip
        if skip and folded[edge:start] not in ("达", "有", "共", "为", " "):
            return None
        for length in (4, 3, 2, 1):
            if edge - length >= low and (bound := table.get(folded[edge - length : edge])):
                return edge - length, bound
    return None


def _number(text: str, folded: str, start: int, low: int, high: int, lexicon: Lexicon) -> Number | None:
    masked = _masked(folded, start, low, lexicon)
    if masked and not folded[start].isdigit():
        return None
    if found := IDENTIFIER.match(folded, start, high):
        kind = "time" if ":" in found[0] else "identifier"
        return Number(start, found.end(), text[start : found.end()], start, found.end(), None, kind=kind)
    found = NUMERAL.match(folded, start, high)
    if found is None:
        return None
    first = start
    if folded[start - 1 : start] == "第" and start - 1 >= low:
        return _ordinal(text, folded, start, high, lexicon)
    result = _value(found)
    if result is None:
        if not folded[start].isdigit():
            return None
        return Number(start, found.end(), text[start : found.end()], start, found.end(), None, kind="identifier")
    value, value_high, bound = result
    end = found.end()
    if (join := RANGE.match(folded, end, high)) and (right := NUMERAL.match(folded, join.end(), high)) and (more := _value(right)):
        inherited = right["am"] or right["hm"]
        if not (found["am"] or found["hm"] or folded[end] == "%") and inherited and "零" not in found[0]:
            value = numerals.plain(Decimal(value) * Decimal(numerals.hanzi("1" + inherited)))
        if more[0] > value:
            value_high, end = more[0], right.end()
    numeral_end = end
    while tail := next((entry for entry in lexicon.after if folded.startswith(entry[0], end)), None):
        bound, end = tail[1], end + len(tail[0])
    if folded[end : end + 1] in ("万", "亿") and end > numeral_end:
        value, end = numerals.plain(Decimal(value) * numerals.LARGE[folded[end]]), end + 1
        numeral_end = end
    kind, unit, form = "count", None, None
    if found["share"]:
        kind, form = "percent", {"百": None, "千": "permille", "万": "fraction"}[found["share"][0]]
        value = numerals.plain(Decimal(value) * {"百": Decimal(1), "千": Decimal("0.1"), "万": Decimal("0.01")}[found["share"][0]])
    elif folded.startswith("%", end):
        kind, unit, end = "percent", "%", end + 1
    elif folded.startswith("‰", end):
        kind, unit, form, end = "percent", "‰", "permille", end + 1
        value = numerals.plain(Decimal(value) / 10)
    elif folded.startswith("个百分点", end):
        kind, unit, end = "point", "个百分点", end + 4
    elif folded.startswith("倍", end):
        kind, unit, end = "times", "倍", end + 1
    elif entry := unit_at(folded, end, lexicon):
        unit, kind = entry
        end += len(unit)
    elif not folded[start].isdigit() and len(found[0]) == 1:
        return None
    while tail := next((entry for entry in lexicon.after if folded.startswith(entry[0], end)), None):
        bound, end = tail[1], end + len(tail[0])
    if hedge := _hedge(folded, start, low, lexicon):
        first = hedge[0]
        bound = hedge[1] if bound == "exact" else bound
    weak = found[0] == "一" and unit in ("个", "种", "次", "批")
    return Number(first, end, text[first:end], start, numeral_end, value, value_high, bound, unit, "weak" if weak else kind, weak, form)


def _ordinal(text: str, folded: str, start: int, high: int, lexicon: Lexicon) -> Number | None:
    found = ORDINAL.match(folded, start, high)
    if found is None:
        return None
    try:
        value: Value | None = numerals.hanzi(found[0])
    except ValueError:
        value = None
    unit = unit_at(folded, found.end(), lexicon)
    end = found.end() + (len(unit[0]) if unit else 0)
    return Number(start - 1, end, text[start - 1 : end], start - 1, found.end(), value, None, "exact", unit[0] if unit else None, "ordinal")
