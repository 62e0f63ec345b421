"""A number as it stands in prose: sign, hedge, numeral, inner hedge, unit, hedge."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from pipeline.values import numerals
from pipeline.values.kinds import Number, Value
from pipeline.values.lexicon import Unit
from pipeline.values.numerals import Numeral, plain, scaled
from pipeline.values.shares import fraction, share_unit
from pipeline.values.tables import Cursor

JOIN = re.compile(r" ?(?:-{1,2}|~{1,2}|至|到) ?")
LINKS = ("达到", "达", "有", "共", "为", "了", "到", "计", "至", "的", " ")
LINK_ENDS = frozenset(link[-1] for link in LINKS)
COLD = ("%", "‰", "℃", "度", "摄氏度", "个百分点")
UPON = "以网线会路早晚身手报船车书纸在桌之台馆楼街山海地场世加史"  # 网上百科 is no hundred
BARE = {"百": 100, "千": 1000, "万": 10**4, "亿": 10**8}


@dataclass(slots=True)
class Draft:
    """A number on its way: `start:numeral_end` its numeral, `end` where reading stands, `near` whether an inner hedge decided the bound."""

    start: int
    numeral_end: int
    end: int
    value: Value
    high: Value | None = None
    bound: str = "exact"
    unit: str | None = None
    kind: str = "count"
    form: str | None = None
    hanzi: bool = False
    near: bool = False
    weak: bool = False
    raw: str = ""


def quantity(cursor: Cursor, at: int) -> Number | None:
    """The number whose numeral begins at `at`."""
    first = numerals.read(cursor.folded, at, cursor.high)
    if first is None:
        return None
    if not first.hanzi and cursor.char(first.end) == " ":
        first = spaced(cursor, at) or first
    draft = Draft(at, first.end, first.end, first.value, first.high, first.bound, hanzi=first.hanzi, near=first.bound != "exact")
    draft.raw = cursor.folded[at : first.end]
    following = cursor.char(first.end)
    if following in "分又/ " and fraction(cursor, draft, first):
        return finish(cursor, draft)
    if following in " -~至到、":
        joined(cursor, draft, first)
    if cursor.char(draft.end) in "多余来+几":
        inner(cursor, draft)
    with_unit(cursor, draft)
    return finish(cursor, draft)


_SPACED = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+(?![0-9 ])")


def spaced(cursor: Cursor, at: int) -> Numeral | None:
    """12 345: a blank separates groups of three only where a unit follows."""
    found = _SPACED.match(cursor.folded, at, cursor.high)
    if found is None or not cursor.unit(found.end()):
        return None
    return Numeral(at, found.end(), int(found[0].replace(" ", "")))


def joined(cursor: Cursor, draft: Draft, first: Numeral) -> None:
    """A range, 2-3万, 两到三千: the left side takes the multiplier of the right where it has none and still is the smaller."""
    found = JOIN.match(cursor.folded, first.end, cursor.high)
    if found is None:
        _listed(cursor, draft, first)
        return
    if found.end() >= cursor.high or first.high is not None:
        return
    if cursor.folded[found.end()] not in "0123456789" and not (first.hanzi or found[0].strip() in "-~至到"):
        return
    second = numerals.read(cursor.folded, found.end(), cursor.high) if _numeral(cursor.folded[found.end()]) else None
    if second is None or second.high is not None:
        return
    low = inherited(first, second, cursor.folded)
    if low >= second.value:
        return
    if low != first.value * second.scale and low != first.value:
        draft.bound = "approx"  # 八到九百亿: 八百 is a supposition
    draft.value, draft.high = low, second.value
    draft.end = draft.numeral_end = second.end
    if second.bound != "exact":
        draft.bound, draft.near = second.bound, True


def _listed(cursor: Cursor, draft: Draft, first: Numeral) -> None:
    """六、七千 is 6000 to 7000; 五、六楼 is two."""
    if not first.hanzi or first.value not in range(1, 9) or cursor.char(first.end) != "、" or not _numeral(cursor.char(first.end + 1)):
        return
    second = numerals.read(cursor.folded, first.end + 1, cursor.high)
    if second is None or second.scale == 1 or second.high is not None or second.value != (int(first.value) + 1) * second.scale:
        return
    draft.value, draft.high = int(first.value) * second.scale, second.value
    draft.end = draft.numeral_end = second.end
    draft.bound, draft.near = second.bound, second.bound != "exact"


def _numeral(char: str) -> bool:
    return char in "0123456789零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟几"


def inherited(first: Numeral, second: Numeral, folded: str) -> Value:
    """The left value of a range under the right side's multiplier."""
    if first.scale != 1 or second.scale <= 10:
        return first.value
    lead = int(str(second.value)[0])
    size = 10 ** (len(str(second.value)) - 1) if isinstance(second.value, int) else 1
    if size > second.scale and isinstance(first.value, int) and first.value < 10 and first.value + 1 == lead and second.hanzi:
        return first.value * size
    whole = scaled(first.value, second.scale)
    return whole if whole < second.value else first.value


def inner(cursor: Cursor, draft: Draft) -> None:
    """多 余 来 + between numeral and unit; a multiplier may follow (40多万 is read with the numeral, 3千多 here)."""
    folded, end = cursor.folded, draft.end
    char = cursor.char(end)
    following = cursor.char(end + 1)
    if char == "+" and (following.isdigit() or following in "xX"):
        return
    if char in "来" and not (folded[end - 1] in "十百千万亿0" and following not in "自源到访馆往看回"):
        return
    if char == "几" and not (draft.hanzi and cursor.unit(end + 1)):
        return
    if char in "多余" and (following in "少样元次方种维媒功达语" and not cursor.unit(end + 1)):
        return
    draft.end = draft.numeral_end = end + 1
    draft.bound, draft.near = ("approx" if char == "来" else "min"), True


def with_unit(cursor: Cursor, draft: Draft) -> None:
    """The unit, what may stand inside it (三个半小时, 3个多月), what follows it (两年半, 三年多), and a second numeral (3天-5天)."""
    start = draft.end
    char = cursor.char(start)
    if char in " %‰个百成倍番" and share_unit(cursor, draft):
        return
    if char == " " and cursor.unit(start + 1) and cursor.char(start + 1) != "两":
        start += 1
    unit = cursor.unit(start)
    if unit is None:
        return
    end = start + len(unit.word)
    if unit.word == "个":
        longer, after = _within(cursor, end)
        if longer:
            if cursor.char(end) == "半":
                _half(draft)
            else:
                draft.bound, draft.near = "min", True
            unit, end = longer, after
    bare = unit.kind == "duration" and unit.word != "个月"  # 3个小时 counts 小时; 月 alone would be a month of the year
    draft.unit, draft.kind, draft.end = unit.word.removeprefix("个") if bare else unit.word, unit.kind, end
    if unit.indefinite and draft.raw == "一":
        draft.weak = True
    if unit.measure:
        _after_measure(cursor, draft)
        if unit.word == "米" and draft.high is None:
            _height(cursor, draft)
    if unit.kind == "money" or unit.word == "块":
        _money(cursor, draft)
    if draft.high is None and cursor.char(draft.end) in " -~至到":
        _second(cursor, draft)


_MONTHS = Unit("个月", "duration", True)


def _within(cursor: Cursor, at: int) -> tuple[Unit | None, int]:
    """The length that 半 or 多 inside 三个半小时, 3个多月 splits from its 个, and its end."""
    if cursor.char(at) not in "半多余":
        return None, at
    if cursor.char(at + 1) == "月":
        return _MONTHS, at + 2
    unit = cursor.unit(at + 1)
    return (unit, at + 1 + len(unit.word)) if unit and unit.kind == "duration" else (None, at)


def _half(draft: Draft) -> None:
    draft.value = plain(Decimal(draft.value) + Decimal("0.5"))


def _after_measure(cursor: Cursor, draft: Draft) -> None:
    char, following = cursor.char(draft.end), cursor.char(draft.end + 1)
    if char == "半" and (following not in "价数岛径程年月天夜路导场截小个"):
        _half(draft)
        draft.end += 1
    elif char in "多余" and following not in "次项种名家个层元样数方年地少媒位功维彩达语":
        draft.bound, draft.near, draft.end = "min", True, draft.end + 1


_HEIGHT = re.compile(r"[0-9]{2}(?![0-9.])|[一二三四五六七八九]{1,2}(?![一二三四五六七八九十百千万点])")


def _height(cursor: Cursor, draft: Draft) -> None:
    """一米七五, 1米75."""
    found = _HEIGHT.match(cursor.folded, draft.end, cursor.high)
    if found is None or cursor.unit(found.end()) or not isinstance(draft.value, int):
        return
    digits = found[0] if found[0].isdigit() and found[0].isascii() else str(numerals.positional(found[0]))
    draft.value, draft.end = plain(draft.value + Decimal(int(digits)).scaleb(-len(found[0]))), found.end()


_SUBUNITS = re.compile(r"零?(?P<jiao>[0-9一二两三四五六七八九])(?:角|毛)(?:(?P<fen>[0-9一二两三四五六七八九])分)?钱?|(?P<tail>[0-9一二三四五六七八九])(?![0-9十百千万个])")


def _money(cursor: Cursor, draft: Draft) -> None:
    """元 角 分 told together, 12元5角, 三块五."""
    if draft.unit not in ("元", "块", "圆", "块钱"):
        return
    if cursor.char(draft.end) == "整" and draft.unit != "块":
        draft.end += 1
    found = _SUBUNITS.match(cursor.folded, draft.end, cursor.high)
    if found is None or (found["tail"] and draft.unit != "块"):
        return
    if found["tail"] and cursor.unit(found.end()):
        return
    parts = Decimal(numerals.DIGITS[found["jiao"] or found["tail"]]) / 10
    if found["fen"]:
        parts += Decimal(numerals.DIGITS[found["fen"]]) / 100
    draft.value, draft.end, draft.kind = plain(Decimal(draft.value) + parts), found.end(), "money"


def _second(cursor: Cursor, draft: Draft) -> None:
    """A range with the unit on both sides, 3天-5天, 10万元至20万元; not 从A到B, which tells two levels."""
    found = JOIN.match(cursor.folded, draft.end, cursor.high)
    if found is None or found.end() >= cursor.high or not _numeral(cursor.folded[found.end()]):
        return
    if cursor.char(draft.start - 1) in "从由自":
        return
    second = numerals.read(cursor.folded, found.end(), cursor.high)
    if second is None or second.high is not None or second.value <= draft.value:
        return
    unit = cursor.unit(second.end)
    if unit is None or unit.word.removeprefix("个") != (draft.unit or "").removeprefix("个"):
        return
    draft.high, draft.numeral_end, draft.end = second.value, second.end, second.end + len(unit.word)


def finish(cursor: Cursor, draft: Draft) -> Number | None:
    """Hedges and sign, then the verdict whether a hanzi numeral is a number here."""
    hedge = cursor.after(draft.end)
    outer = None
    if hedge and (draft.unit is None or hedge.word != "来"):
        draft.end += len(hedge.word)
        outer = hedge.bound
    start = _signed(cursor, draft)
    if draft.unit == "度" and (scale := cursor.folded[max(start - 2, cursor.low) : start].strip()) in ("摄氏", "华氏"):
        draft.unit, start = scale + "度", start - 2
    before, edge = _before(cursor, start)
    if before:
        start = edge
    elif draft.raw[:1] in "百千万亿" and cursor.char(start - 1) == "上" and start > cursor.low and cursor.char(start - 2) not in UPON:
        before, start = "min", start - 1
    if not draft.near:
        draft.bound = before or outer or draft.bound
    if draft.hanzi and not _accepted(cursor, draft, bool(before or outer or draft.near)):
        return None
    if draft.unit is None and draft.kind == "count" and (_ratio(cursor, draft) or _yearlike(cursor, draft)):
        draft.weak = True
    kind = "weak" if draft.weak else draft.kind
    value = None if kind == "identifier" else draft.value
    return Number(
        start, draft.end, cursor.text[start : draft.end], draft.start, draft.numeral_end, value, draft.high,
        draft.bound, draft.unit, kind, draft.weak, draft.form,
    )  # fmt: skip


def _ratio(cursor: Cursor, draft: Draft) -> bool:
    """A side of 3:2."""
    right = cursor.char(draft.end) == ":" and cursor.char(draft.end + 1).isdigit()
    return right or (cursor.char(draft.start - 1) == ":" and cursor.char(draft.start - 2).isdigit())


def _yearlike(cursor: Cursor, draft: Draft) -> bool:
    """A bare 4-digit number that may be a year: neither a date nor surely a count."""
    return len(draft.raw) == 4 and draft.raw.isdigit() and 1800 <= draft.value < 2100 and draft.bound == "exact" and draft.high is None


def _signed(cursor: Cursor, draft: Draft) -> int:
    """Where the number starts with its sign; 负, 零下 and a minus that joins nothing turn the value."""
    start = draft.start
    char = cursor.char(start - 1) if start > cursor.low else "\0"
    if char in "$¥€£￥":
        if draft.unit is None:
            draft.kind, draft.unit = "money", char
        return start - 1
    previous = cursor.char(start - 2)
    if char == "." and not previous.isalnum() and draft.raw.isdigit() and isinstance(draft.value, int):
        draft.value = plain(Decimal(draft.value).scaleb(-len(draft.raw)))
        return start - 1
    if char == "-" and _minus(cursor, draft, previous):
        length = 1
    elif char == "负" and previous not in ("担", "自", "胜", "肩"):
        length = 1
    elif char == "下" and previous == "零":
        length = 2
    else:
        return start
    draft.value = -draft.value
    if draft.high is not None and length > 1:  # 零下3至5度; but -2℃~5℃
        draft.value, draft.high = -draft.high, draft.value
    return start - length


def _minus(cursor: Cursor, draft: Draft, previous: str) -> bool:
    """Whether - is a sign: not after a digit, letter, % or another find; after hanzi only before a share or a temperature."""
    if previous in "%-)" or cursor.low == draft.start - 1 and draft.start > 1:
        return False
    return not previous.isalnum() or (not previous.isascii() and draft.unit in COLD)


def _before(cursor: Cursor, start: int) -> tuple[str | None, int]:
    """The bound that a word before the number gives and where that word begins."""
    hedge = cursor.before(start)
    if hedge:
        return hedge.bound, start - len(hedge.word)
    if cursor.char(start - 1) not in LINK_ENDS:
        return None, start
    for link in LINKS:
        edge = start - len(link)
        if edge >= cursor.low and cursor.folded.startswith(link, edge):
            hedge = cursor.before(edge)
            return (hedge.bound, edge - len(hedge.word)) if hedge else (None, start)
    return None, start


def _accepted(cursor: Cursor, draft: Draft, hedged: bool) -> bool:
    """Whether a numeral in hanzi is a number here: it needs a unit unless it is long, or stands alone."""
    raw = draft.raw
    if draft.kind == "percent" or draft.form == "fraction" or raw in ("俩", "仨"):
        return True
    if raw in BARE:
        return hedged
    if draft.unit or draft.kind != "count" or draft.form:
        return not (len(raw) == 2 and raw[0] in "一二三四五六七八九" and raw[1] in "一二三四五六七八九" and draft.high is None)
    if set(raw) <= set("百千万亿"):
        draft.weak = not hedged
        return True
    if len(raw) == 1 or raw in ("十", "一两") or (len(raw) == 2 and draft.high is not None and raw[0] not in "十几数"):
        return _isolated(cursor, draft)
    return raw[-1] not in "壹贰叁肆伍陆柒捌玖拾佰仟" or len(raw) > 1


def _isolated(cursor: Cursor, draft: Draft) -> bool:
    left, right = cursor.char(draft.start - 1), cursor.char(draft.end)
    if left.isalnum() or right.isalnum():
        return False
    draft.weak = left + right != "\0\0"
    return True
