"""The one pass over a text: at each lead the forms are tried in order; what is found is not read again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from pipeline.fold import fold
from pipeline.values import edtf, numerals
from pipeline.values.clock import clock
from pipeline.values.halves import half
from pipeline.values.identifiers import identifier, spoken
from pipeline.values.kinds import COUNTED, DateSpan, Number
from pipeline.values.labels import CIRCLED, born, caption, circled, label, name, named_day
from pipeline.values.lexicon import DEFAULT, Lexicon
from pipeline.values.mentions import Mention
from pipeline.values.offsets import offset
from pipeline.values.ordinals import first_of, grade, ordinal
from pipeline.values.periods import compact, period
from pipeline.values.quantity import quantity
from pipeline.values.resolve import Context, resolve
from pipeline.values.tables import NUMERAL_CHARS, Cursor, tables
from pipeline.values.wording import holiday, lunar, plan, plan_name, reign, wording

Find = Number | Mention
PADDING = "\0" * 8

_RELATIVE = (
    "大前年 去年 今年 明年 前年 后年 来年 上一年 下一年 本年 当年 同年 上年 次年 翌年 该年 上上个月 上上月 上个月 上月 下个月 下月 本月 当月 这个月 同月 次月 "
    "大前天 大前日 大后天 前天 前日 昨天 昨日 昨晚 昨夜 今天 今日 今晚 今早 今晨 明天 明日 明晚 明早 明晨 后天 后日 当天 当日 当晚 同日 同天 次日 翌日 即日 本日 "
    "星期 礼拜 上周 本周 这周 下周 上上周 下下周 上个周 上个星 上个礼 下个星 下个礼 这个星 这个周 周一 周二 周三 周四 周五 周六 周日 上星期 下星期 上礼拜 下礼拜 本星期 这星期 当周 "
    "上半年 下半年 前半年 后半年 年初 年底 年末 年终 月底 月初 月末 元月 元旦 首季度 首季 首届 首批 首期 正月 腊月 冬月 农历 阴历 大年初 年初一 初一 初二 初三 初八 "
    "新中国成立 改革开放 上世纪 上个世纪 本世纪 民国元年 上季度 上个季度 上一季度 本季度 这个季度 下季度 下个季度 年中 月中 今春 今夏 今秋 今冬 去冬 去秋 明春 公元"
).split()
_FRONT = re.compile(rf"[前头](?=[{NUMERAL_CHARS}]{{1,3}}个?(?:季度|月))")
_HANZI_START = "零〇一二两三四五六七八九十百千万亿廿卅卌几数半俩仨幺壹贰叁肆伍陆柒捌玖拾佰仟"


@cache
def lead(lexicon: Lexicon) -> re.Pattern[str]:
    """What a find can begin with. The look-ahead lets most characters pass at the engine's speed."""
    words = {*_RELATIVE, *lexicon.lists["vague"], *lexicon.lists["holidays"]}
    rest: dict[str, list[str]] = {}
    for word in sorted((word for word in words if word[0] not in _HANZI_START), key=len, reverse=True):
        rest.setdefault(word[0], []).append(re.escape(word[1:]))
    marks = "".join(sorted(CIRCLED))
    branches = "|".join(f"{char}(?:{'|'.join(ends)})" for char, ends in rest.items())
    return re.compile(
        rf"(?=[\d{NUMERAL_CHARS}{marks}{''.join(rest)}前头])(?:[\d{NUMERAL_CHARS}{marks}]|{_FRONT.pattern}|{branches})"
    )


def finds(text: str, lexicon: Lexicon = DEFAULT) -> tuple[Find, ...]:
    """Numbers and unresolved dates of `text`, in order, none overlapping."""
    return _finds(text, lexicon)[1]


@lru_cache(maxsize=16)
def _finds(text: str, lexicon: Lexicon) -> tuple[str, tuple[Find, ...]]:
    folded = fold(text)
    return folded, tuple(_scan(text, folded + PADDING, lexicon))


def _scan(text: str, folded: str, lexicon: Lexicon) -> Iterator[Find]:
    cursor = Cursor(text, folded, tables(lexicon), len(text))
    search, position = lead(lexicon).search, 0
    previous: Find | None = None
    while found := search(folded, position):
        at = found.start()
        char = folded[at]
        if char in "0123456789":
            find: Find | None = _numeral(cursor, at, hanzi=False)
        elif char in _HANZI_START:
            find = _numeral(cursor, at, hanzi=True)
        else:
            find = _word(cursor, at, found[0])
        if find is None:
            position = cursor.low if cursor.low > at else at + 1
            continue
        if previous is not None:
            find = _ranked(previous, find, folded)
            yield _inheriting(previous, find, folded)
        previous = find
        position = cursor.low = find.end
        cursor.last_kind = "number" if isinstance(find, Number) else "day"
    if previous is not None:
        yield previous


def _ranked(find: Find, following: Find, folded: str) -> Find:
    """The second of 第三、四名 is an ordinal too; 分 right after 小时 are minutes."""
    if not (isinstance(find, Number) and isinstance(following, Number)) or following.kind != "count":
        return following
    if find.kind == "duration" and following.unit == "分" and find.end == following.start:
        return replace(following, kind="duration")
    if find.kind != "ordinal":
        return following
    if folded[find.start] != "第" or find.unit or not following.unit or following.start - find.end != 1 or folded[find.end] not in "、和及":
        return following
    return replace(following, kind="ordinal")


def _inheriting(find: Find, following: Find, folded: str) -> Find:
    """The first of 1.2万、1.5万人次 has the unit of the second."""
    if not (isinstance(find, Number) and isinstance(following, Number)) or find.kind == "ordinal" or find.unit or not following.unit or find.kind != "count":
        return find
    if find.form or following.start - find.end != 1 or folded[find.end] not in "、和及与":
        return find
    return replace(find, unit=following.unit, kind=following.kind)


class Form(NamedTuple):
    """A form and what must stand beside the numeral for it to be tried: one of `after` behind its run, one of `before` in front, `within` inside, a run of
    `length` or more."""

    read: Callable[[Cursor, int], Find | None]
    after: str = ""
    before: str = ""
    within: str = ""
    length: int = 0


def masked(cursor: Cursor, at: int) -> Find | None:
    """A word of the lexicon: skipped, or a name."""
    if cursor.folded.startswith("分之", at + 1):
        return None
    found = cursor.word(at)
    if found is None:
        return None
    start, end, word = found
    if word.kind == "name":
        number = numerals.read(cursor.folded, at, end)
        value = number.value if number and at == start else None
        return Number(start, end, cursor.text[start:end], at, number.end if number else end, value, kind="name")
    cursor.low = max(cursor.low, end)
    return None


_DATE = "年月日号世季旬第、,-~至到./和及与 (上下学两二三四五六后"
_TIME = "时点:-~至到"
_LENGTH = "年个月周天日星礼季学小分多余半"
_JOINED = "".join(map(chr, range(65, 91))) + "".join(map(chr, range(97, 123))) + "_-./@=&?#·•・×*转]〕)】 "
_QUOTES = "“\"‘'《「『〈"

DIGIT_FORMS = (
    Form(label, after="、.),:是为-"),
    Form(label, before="([第"),
    Form(born, after="后"),
    Form(grade, after="A"),
    Form(compact, length=8),
    Form(identifier, after=_JOINED),
    Form(identifier, before=_JOINED + "〔[(【"),
    Form(identifier, length=3),
    Form(period, after=_DATE + "0123456789"),
    Form(clock, after=_TIME),
    Form(ordinal, before="第"),
    Form(caption, before="图表件录注项题章栏骤案本号.o"),
    Form(offset, after=_LENGTH),
    Form(grade, after="级等"),
    Form(name, before=_QUOTES),
    Form(quantity),
)
HANZI_FORMS = (
    Form(holiday, after="节假小长期前黄国劳儿建妇青”\"’'」" + "日当"),
    Form(masked),
    Form(plan, after="期时规计以末初中”\"’'」", within="五"),
    Form(plan_name, after="规计纲发重建开目收”\"’'」", within="五"),
    Form(name, before=_QUOTES),
    Form(name, after="大型"),
    Form(born, after="后"),
    Form(named_day, after="·•・"),
    Form(label, after="、.),:是要为"),
    Form(label, before="(第"),
    Form(reign, after="年"),
    Form(lunar, after="月"),
    Form(period, after=_DATE + "Oo0123456789"),
    Form(clock, after=_TIME),
    Form(ordinal, before="第"),
    Form(caption, before="图表件录注项题章栏骤案本号"),
    Form(offset, after=_LENGTH),
    Form(half, within="半"),
    Form(grade, after="级等A"),
    Form(spoken),
    Form(quantity),
)


BESIDE = frozenset("".join(form.after + form.before for form in (*DIGIT_FORMS, *HANZI_FORMS)))


DIGIT_RUN = re.compile(r"[0-9]++(?:(?<!\b20[0-9]{2})(?<!\b19[0-9]{2})\.[0-9]{1,3}+(?![.0-9]))?")
HANZI_RUN = re.compile(f"[{_HANZI_START}]{{1,40}}+")  # bounded: a find may take less than the run


@cache
def _forms(hanzi: bool, before: str, after: str) -> tuple[Form, ...]:
    """The forms that a run between these two characters can be. Characters that no form asks for are given as NUL."""
    forms = HANZI_FORMS if hanzi else DIGIT_FORMS
    return tuple(form for form in forms if (not form.after or after in form.after) and (not form.before or before in form.before))


def _numeral(cursor: Cursor, at: int, hanzi: bool) -> Find | None:
    """The find at a numeral. Digits always lie in one."""
    folded, low = cursor.folded, cursor.low
    run = (HANZI_RUN if hanzi else DIGIT_RUN).match(folded, at)
    end = run.end() if run else at + 1
    before, after = folded[at - 1], folded[end]
    for form in _forms(hanzi, before if before in BESIDE else "\0", after if after in BESIDE else "\0"):
        if end - at < form.length or (form.within and form.within not in folded[at:end]):
            continue
        if (find := form.read(cursor, at)) is not None:
            return find
        if cursor.low > low:
            return None
    return None if hanzi else _stray(cursor, at)


def _stray(cursor: Cursor, at: int) -> Number:
    end = at
    while end < cursor.high and cursor.folded[end].isdigit():
        end += 1
    return Number(at, end, cursor.text[at:end], at, end, None, kind="identifier")


def _word(cursor: Cursor, at: int, word: str) -> Find | None:
    char = cursor.folded[at]
    if cursor.text[at] in CIRCLED:
        return circled(cursor, at)
    if char.isdigit():
        return _stray(cursor, at)
    if word in ("首届", "首批", "首期"):
        return first_of(cursor, at)
    return lunar(cursor, at) or wording(cursor, at) or period(cursor, at)


def as_date(reference: str | date | None) -> date | None:
    """The reference as a day: the last day of an EDTF string."""
    if reference is None or isinstance(reference, date):
        return reference
    low, high = edtf.bounds(reference)
    return high or low


def spans(text: str, reference: str | date | None = None, lexicon: Lexicon = DEFAULT) -> list[Number | DateSpan]:
    """Numbers and dates of `text` in order, none overlapping; every run of digits lies in one."""
    folded, found = _finds(text, lexicon)
    context = Context(as_date(reference), folded)
    return [find if isinstance(find, Number) else resolve(find, text, context) for find in found]


def numbers(text: str, lexicon: Lexicon = DEFAULT) -> list[Number]:
    """Numbers of `text`, in order; those inside dates are none. Offsets count the code points of `text` as given."""
    return [find for find in finds(text, lexicon) if isinstance(find, Number)]


def dates(text: str, reference: str | date | None = None, lexicon: Lexicon = DEFAULT) -> list[DateSpan]:
    """Dates, periods, lengths that place (三年间) and vague times of `text`, in order.

    `reference` is the document's date (EDTF, whose last day counts, or `datetime.date`); without it nothing is guessed.
    """
    return [span for span in spans(text, reference, lexicon) if isinstance(span, DateSpan)]


def counts_only(found: list[Number]) -> list[Number]:
    """The numbers that count or measure: no ordinals, labels, names, identifiers, clock times and no weak 一个."""
    return [number for number in found if number.kind in COUNTED and not number.weak]
