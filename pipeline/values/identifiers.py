"""Digits that name rather than count: phones, document numbers, ISBN, shelf marks, addresses, model names, masked numbers."""

from __future__ import annotations

import re

from pipeline.values.kinds import Number
from pipeline.values.points import NUMERIC
from pipeline.values.tables import Cursor

_TOKEN = re.compile(r"[A-Za-z0-9_./:?&=%@#+~-]{1,2000}+")
_MAIL = re.compile(r"[A-Za-z0-9_.+-]{1,64}+@")
_RUN = re.compile(r"[0-9]++")
_MASKED = re.compile(r"[0-9]{0,6}[xX×*＊]{2,}[0-9xX×*]*|[0-9]{1,3}[xX×](?=年)")
_DOTTED = re.compile(r"[0-9]++(?:\.[0-9]++){2,}")
_PHONE = re.compile(
    r"(?:0[0-9]{2,3}|[0-9]{3,4})-[0-9]{7,8}(?:(?:-|转)[0-9]{1,5})?(?![0-9])|[48]00-?[0-9]{3,4}-?[0-9]{3,4}(?![0-9])|1[3-9][0-9]{9}(?![0-9])"
    r"|1[3-9][0-9](?P<gap>[- ])[0-9]{4}(?P=gap)[0-9]{4}(?![0-9])|[0-9]{17}[0-9Xx](?![0-9])"
)
_NUMBER = re.compile(r"[0-9][0-9A-Za-z·./\-]{0,60}+(?: [0-9]{3,8}(?![0-9]))?")
_DOCUMENT = re.compile(r"[〔\[(【]?(?:19|20)[0-9]{2}[〕\])】]第?[0-9]{1,5}(?:-[0-9]{1,5})?号")
_ISBN = re.compile(r"97[89]-?[0-9]{1,5}-?[0-9]{1,7}-?[0-9]{1,6}-?[0-9X](?![0-9])|[0-9]{4}-[0-9]{3}[0-9X](?![0-9])")
_SUFFIX = re.compile(r"[0-9]++[A-Za-z][A-Za-z0-9]*+")
_OPEN, _STANDARD = "〔[(【", re.compile(r"[A-Z]{2,}(?:/[A-Z])? $")
_NAMED_DAY = re.compile(r"[0-9一二三四五六七八九十]{1,2}[·•・][0-9一二三四五六七八九十]{1,3}")
_GENERATION = re.compile(r"(?:[2-6]G|[248]K|[234]D)(?![A-Za-z0-9])")


def _make(cursor: Cursor, start: int, end: int, kind: str = "identifier") -> Number:
    return Number(start, end, cursor.text[start:end], start, end, None, kind=kind)


def identifier(cursor: Cursor, at: int) -> Number | None:
    """The identifier whose first digit stands at `at`. Letters and brackets before it belong to it."""
    folded = cursor.folded
    before = folded[at - 1] if at > cursor.low else "\0"
    end = _RUN.match(folded, at).end()  # type: ignore[union-attr]
    after = cursor.char(end)
    if before in _OPEN and end - at == 4 and (found := _DOCUMENT.match(folded, at - 1, cursor.high)):
        return _make(cursor, at - 1, found.end())
    if before.isascii() and (before.isalpha() or before in "_@/=&?#.-"):
        number = _after_letters(cursor, at)
        if number:
            return number
    if after in "·•・" and (found := _NAMED_DAY.match(folded, at, cursor.high)):
        return _make(cursor, at, found.end(), "name")
    if after in "xX×*" and (found := _MASKED.match(folded, at, cursor.high)):
        return _make(cursor, at, found.end())
    return _shaped(cursor, at, end, after) or _in_context(cursor, at, end, after)


def _after_letters(cursor: Cursor, at: int) -> Number | None:
    """Digits glued to letters: an address, a model, a shelf mark (G250.7, PM2.5, www.a.cn/2012)."""
    first = at
    while first > cursor.low and (folded := cursor.folded[first - 1]).isascii() and (folded.isalnum() or folded in "_./:?&=%@#+~-"):
        first -= 1
    head = cursor.folded[first:at]
    letters = head.lstrip("-_./:#&=+~?%@")
    if "@" in head or folded_at(cursor, at):
        return _make(cursor, first + len(head) - len(letters), _TOKEN.match(cursor.folded, at).end())  # type: ignore[union-attr]
    if not letters or not any(char.isalpha() for char in head):
        return None
    if letters.rstrip("$. ").upper() in ("RMB", "USD", "US", "HK", "NO", "EUR", "CNY", "HKD", "JPY", "GBP"):
        return None
    end = _TOKEN.match(cursor.folded, at).end()  # type: ignore[union-attr]
    while end > at + 1 and cursor.folded[end - 1] in ".:-~/+?&=%":
        end -= 1
    if "://" not in head and "@" not in head and "www" not in head:
        end = re.compile(r"[0-9]++(?:[.\-/][0-9]++|[A-Za-z]++[0-9]*+)*+").match(cursor.folded, at).end()  # type: ignore[union-attr]
    return _make(cursor, first + len(head) - len(letters), end)


def folded_at(cursor: Cursor, at: int) -> bool:
    """Whether the token that goes on here is a mail address."""
    return _MAIL.match(cursor.folded, at) is not None


def _shaped(cursor: Cursor, at: int, end: int, after: str) -> Number | None:
    """Numbers known by their shape."""
    folded = cursor.folded
    if after in ("-", "转", " ") or end - at >= 11:
        found = _PHONE.match(folded, at, cursor.high)
        if found:
            return _make(cursor, at, found.end())
    if after == "-" or end - at in (10, 13):
        found = _ISBN.match(folded, at, cursor.high)
        if found and (end - at != 4 or not cursor.unit(found.end())) and (end - at == 3 or found[0].count("-") != 1 or folded[at] == "0" or found[0][-1] == "X"):
            return _make(cursor, at, found.end())
    if after == "." and (found := _DOTTED.match(folded, at, cursor.high)) and not NUMERIC.match(folded, at):
        return _make(cursor, at, found.end())
    if after.isascii() and after.isalpha():
        found = _GENERATION.match(folded, at, cursor.high)
        if found:
            return _make(cursor, at, found.end(), "name")
        if not cursor.unit(end) and not re.compile(r"[eE][+-]?[0-9]|[kKMG](?![A-Za-z])").match(folded, end):
            return _make(cursor, at, _SUFFIX.match(folded, at, cursor.high).end())  # type: ignore[union-attr]
    if end - at > 8 and not cursor.unit(end) and after not in (",", ".", "%", "多", "余", "万"):
        return _make(cursor, at, end)
    if folded[at] == "0" and end - at > 1 and after not in ("月", "日", "年", ":", "时", "点", "分", "."):
        return _make(cursor, at, end)
    return _make(cursor, at, end) if end - at > 18 else None


def _in_context(cursor: Cursor, at: int, end: int, after: str) -> Number | None:
    """Numbers named by the word before them (电话, 邮编, QQ …) or after (12345热线, 201室)."""
    folded = cursor.folded
    left = folded[max(cursor.low, at - 14) : at]
    if end - at >= 3 or after in ("-", ".", "/", "·"):
        if left.endswith(" ") and _STANDARD.search(left):
            return _make(cursor, at, _NUMBER.match(folded, at).end())  # type: ignore[union-attr]
        if cursor.tables.identifier.search(left):
            stop = _NUMBER.match(folded, at, cursor.high)
            unit = cursor.unit(end) if end - at < 7 else None
            if stop and not (unit and unit.kind != "ordinal") and after not in ("多", "余", "万", "%"):
                return _make(cursor, at, stop.end())
    if end - at in (3, 5) and after in cursor.tables.hotline and (find := _hotline(cursor, at, end)):
        return find
    if end - at in (3, 4) and after == "室" and cursor.char(end + 1) not in "内外":
        return _make(cursor, at, end + 1)
    return None


def _hotline(cursor: Cursor, at: int, end: int) -> Number | None:
    """12345热线, 110报警, 985高校."""
    lists, digits = cursor.tables.lexicon.lists, cursor.folded[at:end]
    if digits not in lists["named_numbers"] and not (len(digits) == 5 and digits[0] in "19"):
        return None
    return _make(cursor, at, end) if cursor.folded.startswith(lists["hotlines"], end) else None


_SPOKEN = re.compile(r"[零〇幺一二三四五六七八九]{3,40}+")


def spoken(cursor: Cursor, at: int) -> Number | None:
    """Digits told one by one in hanzi without a unit, 幺幺零: they name."""
    found = _SPOKEN.match(cursor.folded, at, cursor.high)
    if found is None or (cursor.char(found.end()) in "十百千万亿点两多余年月日%") and "幺" not in found[0]:
        return None
    if cursor.char(found.end()) in "级届" and len(found[0]) == 4:
        return None
    unit = cursor.unit(found.end())
    if "幺" not in found[0] and unit and unit.kind != "ordinal":
        return None
    return _make(cursor, at, found.end())


def doc_number(cursor: Cursor, at: int, end: int) -> bool:
    """Whether 第N号 stands here: an identifier, not an ordinal."""
    return cursor.folded.startswith("号", end) and not cursor.folded.startswith("号楼", end)
