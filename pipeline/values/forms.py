"""The forms a numeral can take, in the order they are tried."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from pipeline.values.cursor import Cursor
from pipeline.values.date.common import common as common_date
from pipeline.values.date.foreign import cheque, foreign
from pipeline.values.date.lunar import lunar, reign
from pipeline.values.date.mention import Mention
from pipeline.values.date.numeric import apostrophe, compact
from pipeline.values.date.offsets import offset
from pipeline.values.date.period import period
from pipeline.values.date.plans import plan, plan_name
from pipeline.values.date.wording import holiday
from pipeline.values.kinds import Number
from pipeline.values.number.clock import clock
from pipeline.values.number.common import common as common_number
from pipeline.values.number.contexts import spoken
from pipeline.values.number.exponents import exponent, power, wan
from pipeline.values.number.halves import half
from pipeline.values.number.identifiers import identifier
from pipeline.values.number.labels import caption, label
from pipeline.values.number.names import born, name, named_day
from pipeline.values.number.numbered import numbered
from pipeline.values.number.numerals import read_numeral
from pipeline.values.number.ordinals import grade, ordinal
from pipeline.values.number.quantity import quantity
from pipeline.values.number.shares import whole_share

Find = Number | Mention
Reader = Callable[[Cursor, int], Find | None]


class Form(NamedTuple):
    """A form and what must stand beside the numeral for it to be tried.

    One of `after` behind its run, one of `before` in front, `within` inside, a run of `length` or more.
    """

    read: Reader
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
    if start == at and (unit := cursor.unit(at + 1)) and at + 1 + len(unit.word) > end:
        return None  # 三公里 begins with 三公
    if word.kind == "name":
        number = read_numeral(cursor.folded, at, end)
        value = number.value if number and at == start else None
        return Number(start, end, cursor.text[start:end], at, number.end if number else end, value, kind="name")
    cursor.low = max(cursor.low, end)
    return None


_DATE = "年月日号世季旬第、,-~至到./和及与 (春夏秋冬全财会上下学一两二三四五六后"
_TIME = "时点分刻:-~至到"
_LENGTH = "年个月周天日星礼季学小分多余半"
_JOINED = "+" + "".join(map(chr, range(65, 91))) + "".join(map(chr, range(97, 123))) + "_-./@=&?#·•・×*转]〕)】 "
_QUOTES = "“\"‘'《「『〈"
DIGIT_FORMS = (
    Form(common_date, after="年", length=4),
    Form(label, after="、.),:是为-"),
    Form(label, after="月", within="."),
    Form(label, before="([第"),
    Form(born, after="后"),
    Form(grade, after="A"),
    Form(compact, length=8),
    Form(apostrophe, before="‘’'"),
    Form(foreign, after="/-. WQHsnrt"),
    Form(exponent, after="eE"),
    Form(power, after="^的×xX*乘⁰¹²³⁴⁵⁶⁷⁸⁹⁻ "),
    Form(wan, after="wW"),
    Form(numbered, after="路栋幢层中消事国地大"),
    Form(numbered, before="车乘坐交搭、,和", after="、,和"),
    Form(numbered, before="歼轰·•・"),
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
    Form(common_number),
    Form(quantity),
)
HANZI_FORMS = (
    Form(holiday, after="节假小长期前黄国劳儿建妇青”\"’'」" + "日当"),
    Form(whole_share, after="分"),
    Form(plan, after="期时规计以末初中”\"’'」", within="五"),
    Form(plan_name, after="规计纲发重建开目收”\"’'」", within="五"),
    Form(masked),
    Form(name, before=_QUOTES),
    Form(name, after="大型"),
    Form(born, after="后"),
    Form(named_day, after="·•・"),
    Form(label, after="、.),:是要为"),
    Form(label, before="(第"),
    Form(power, after="的"),
    Form(cheque, after="年", length=4),
    Form(reign, after="年"),
    Form(lunar, after="月"),
    Form(period, after=_DATE + "Oo0123456789"),
    Form(clock, after=_TIME),
    Form(ordinal, before="第"),
    Form(caption, before="图表件录注项题章栏骤案本号"),
    Form(offset, after=_LENGTH),
    Form(half, within="半"),
    Form(grade, after="级等A"),
    Form(spoken, length=3),
    Form(quantity),
)
BESIDE = frozenset("".join(form.after + form.before for form in (*DIGIT_FORMS, *HANZI_FORMS)))


@cache
def forms_between(hanzi: bool, before: str, after: str) -> tuple[tuple[Reader, int, str], ...]:
    """The forms that a run between these two characters can be: how each is read, the run's least length, what it must hold.

    Characters that no form asks for are given as NUL, so that few pairs are ever asked.
    """
    fitting: dict[Reader, tuple[Reader, int, str]] = {}
    for form in HANZI_FORMS if hanzi else DIGIT_FORMS:
        if (not form.after or after in form.after) and (not form.before or before in form.before):
            fitting.setdefault(form.read, (form.read, form.length, form.within))
    return tuple(fitting.values())
