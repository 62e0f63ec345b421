"""Powers: 1e10, 1.5E-5, 1.2×10^4, 10的3次方, 五的平方; and w for 万."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.values.cursor import Cursor
from pipeline.values.kinds import Number, Value
from pipeline.values.number.digits import MAX_DIGITS, plain
from pipeline.values.number.draft import Draft
from pipeline.values.number.finish import finish
from pipeline.values.number.numerals import read_numeral
from pipeline.values.number.quantity import inner
from pipeline.values.number.units import with_unit

_EXPONENT = re.compile(r"[0-9]{1,18}(?:\.[0-9]{1,18})?[eE][+-]?[0-9]{1,2}(?![0-9A-Za-z.\u4e00-\u9fff])")
_RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-", strict=True))
_NUMERAL = r"[一二三四五六七八九十百]{1,3}"
_POWER = re.compile(
    rf"(?:(?P<times>[0-9]{{1,9}}(?:\.[0-9]{{1,9}})?) ?(?:[×xX*]|乘以?) ?(?=10[^0-9]))?(?P<base>[0-9]{{1,6}}|{_NUMERAL})"
    rf"(?:\^(?P<open>\()?(?P<hat>-?[0-9]{{1,2}})(?(open)\))(?![0-9.])|(?<=10)(?P<raised>⁻?[⁰¹²³⁴-⁹]{{1,2}})"
    rf"|的(?P<word>[负-]?(?:[0-9]{{1,2}}|{_NUMERAL}))次(?:方(?![案式法面向便])|幂)|的(?P<named>平方|立方)(?![米公千厘分毫英根体]))"
)
_WAN = re.compile(r"(?P<n>[0-9]{1,6}(?:\.[0-9]{1,4})?)(?:[wW](?=\+)|w(?=[多余]?[人次册件名个条张元篇块粉用阅读]))")


def exponent(cursor: Cursor, at: int) -> Number | None:
    """The number with an exponent that begins at `at`; glued to letters or words it would name something."""
    found = _EXPONENT.match(cursor.folded, at, cursor.high)
    if found is None or _glued(cursor, at):
        return None
    return _plain(cursor, at, found.end(), plain(Decimal(found[0])))


def power(cursor: Cursor, at: int) -> Number | None:
    """1.2×10^4, 10的3次方, 五的平方, 10⁶."""
    found = _POWER.match(cursor.folded, at, cursor.high)
    if found is None or _glued(cursor, at):
        return None
    base, steps = _worth(found["base"]), 2 if found["named"] == "平方" else 3
    if written := found["hat"] or found["word"] or "".join(_RAISED[char] for char in found["raised"] or ""):
        steps = -_worth(written[1:]) if written[0] in "负-" else _worth(written)
    if abs(steps) * len(str(base)) > MAX_DIGITS * 2:
        return None
    raised = Decimal(1).scaleb(steps) if base == 10 else Decimal(base) ** steps
    return _plain(cursor, at, found.end(), plain(Decimal(found["times"] or 1) * raised))


def wan(cursor: Cursor, at: int) -> Number | None:
    """10w+, 3w人: w stands for 万. 300W are watts."""
    found = _WAN.match(cursor.folded, at, cursor.high)
    if found is None or _glued(cursor, at):
        return None
    draft = Draft(at, found.end(), found.end(), plain(Decimal(found["n"]) * 10**4), raw=found[0])
    if cursor.folded[draft.end] in "多余+":
        inner(cursor, draft)
    with_unit(cursor, draft)
    return finish(cursor, draft)


def _glued(cursor: Cursor, at: int) -> bool:
    return at > 0 and cursor.folded[at - 1].isascii() and cursor.folded[at - 1].isalnum()


def _worth(text: str) -> int:
    number = read_numeral(text + "\0", 0, len(text))
    return int(number.value) if number else 0


def _plain(cursor: Cursor, at: int, end: int, value: Value) -> Number:
    return Number(at, end, cursor.text[at:end], at, end, value)
