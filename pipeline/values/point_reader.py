"""Read one date off the text: year, then its part or month, then its day."""

from __future__ import annotations

import re

from pipeline.values import points as p
from pipeline.values.points import Point, number

SEASONS = {"春": "S21", "夏": "S22", "秋": "S23", "冬": "S24"}
_DURATION_AFTER = re.compile(r"(?:的?(?:历史|时间|光阴|努力|发展史|工龄|教龄|党龄|馆龄|经验|风雨|沧桑|老)|来|间|以上|以内|内|左右|多|余|之久|制|期[^间]|之前|前)")
_LOCATED = "在于自从到至截止和、,。;:!?( \n\t-~“《"


def read_point(folded: str, at: int, high: int, left: str) -> tuple[Point, int] | None:
    """The date that begins at `at` and its end. `left` is the text right before it, for forms that need it."""
    point = Point()
    end = _year(folded, at, high, left, point)
    if end is None:
        return None
    has_year = end > at
    at_rest = end + (folded[end : end + 1] in ("的", " ") and has_year)
    rest = _rest(folded, at_rest, high, point, has_year, left)
    if rest is not None:
        return point, rest
    return (point, end) if has_year else None


def _year(folded: str, at: int, high: int, left: str, point: Point) -> int | None:
    """The end of the year at `at`; `at` where there is none; None where this is no date at all."""
    char = folded[at]
    if char in "0123456789一二两〇零三四五六七八九十廿卅":
        return _written_year(folded, at, high, left, point)
    if found := p.THIS_CENTURY.match(folded, at, high):
        century = 1900 if found[0][0] == "上" else 2000
        decade = p.DECADE.match(folded, found.end(), high)
        return _decade(folded, decade, high, point, century) if decade else _span(folded, found.end(), high, point, century, 100)
    if found := p.YEAR_WORD.match(folded, at, high):
        word = found["w"].removesuffix("度")
        if word in p.YEAR_SHIFT:
            point.y_shift = p.YEAR_SHIFT[word]
        else:
            point.y_same = p.YEAR_SAME[word]
        return found.end()
    return at


def _written_year(folded: str, at: int, high: int, left: str, point: Point) -> int | None:
    if left.endswith(("公元", "公元前", "西元")) and (found := p.BC.match(folded, at, high)):
        value = number(found["y"])
        point.y = -(value - 1) if left.endswith("前") else value
        return found.end()
    if left.endswith("民国") and (found := p.REPUBLIC.match(folded, at, high)) and found["n"]:
        point.y = 1911 + number(found["n"])
        return found.end()
    if (found := p.CENTURY.match(folded, at, high)) and not left.endswith("个"):
        return _century(folded, found, high, left, point)
    if found := p.DECADE.match(folded, at, high):
        return _decade(folded, found, high, point, None)
    found = p.YEAR.match(folded, at, high)
    if found is None:
        found = p.BARE_RANGE.match(folded, at, high)
        if found is None:
            return at
        second = p.BARE_END.match(folded, _after_join(folded, found.end()), high)
        if second is None or int(second["y"]) <= int(found["y"]) or (second.end() < high and _counted(folded, second)):
            return at
        point.y = int(found["y"])
        return found.end()
    groups = found.groupdict()
    if groups["y2"]:
        return _two_digits(folded, found, left, point)
    value = number(groups["y"] or groups["long"])
    if not 1000 <= value < 2200 or (groups["long"] and value % 1000 == 0):
        return at
    if value < 1900 and _DURATION_AFTER.match(folded, found.end()) and text_year(groups) and (value % 100 == 0 or folded[found.end()] != "前"):
        return at
    if left.endswith(("距今", "长达", "近", "约", "超过")) and value < 2000 and folded[found.end() - 1] == "年":
        return at
    point.y = value
    return found.end()


def text_year(groups: dict[str, str | None]) -> bool:
    """Whether the year is in digits, so that it could be a length."""
    return bool(groups["y"]) and groups["y"][0] not in "一二"  # type: ignore[index]


def _counted(folded: str, second: re.Match[str]) -> bool:
    """Whether a bare a-b that looks like years is followed by what it counts."""
    return second[0][-1].isdigit() and folded[second.end()] in "人名册件个次种元米吨%台套部项场℃亩家位张条本只户字公平千"


def _after_join(folded: str, at: int) -> int:
    found = re.compile(p.SEP).match(folded, at)
    return found.end() if found else at


def _two_digits(folded: str, found: re.Match[str], left: str, point: Point) -> int:
    """98年, 零八年; 12年 only with a month or a suffix: else it is a length."""
    text, end, start = found["y2"], found.end(), found.start()
    following = folded[end : end + 2]
    zero = text[0] in "0〇零"
    hanzi = not text.isdigit()
    month = p.MONTH.match(folded, end) or p.HALF.match(folded, end) or p.QUARTER.match(folded, end)
    if hanzi and not zero and not month and (numerals_pair(text) or text[0] in "三四五六"):
        return start
    suffix = bool(month) or (following[:1] in ("底", "初", "末") and following[1:] not in ("级", "步", "期"))
    located = not left or left[-1] in _LOCATED
    if not zero and not (month and not _since(left)):
        value = number(text)
        old = value >= 50 and value % 10 and located and not _DURATION_AFTER.match(folded, end)
        if not old and not (suffix and located) and not (hanzi and located and value >= 50):
            return start
    point.y, point.two_digits = number(text), True
    return end


def numerals_pair(text: str) -> bool:
    """Whether two hanzi digits tell a range, as in 七八年."""
    from pipeline.values.numerals import adjacent

    return text[0] not in "〇零" and text[1] not in "〇零" and adjacent(text[0], text[1])


def _since(left: str) -> bool:
    return left.endswith(("历时", "共", "已", "近", "工作", "用了", "长达", "了", "满"))


def _century(folded: str, found: re.Match[str], high: int, left: str, point: Point) -> int:
    value = number(found["c"])
    if found["c"] in ("一", "两", "半") or value > 21 or left.endswith("前"):
        point.unknown = left.endswith("前")
        return found.end() if point.unknown else found.start()
    century = (value - 1) * 100
    if decade := p.DECADE.match(folded, found.end(), high):
        return _decade(folded, decade, high, point, century)
    return _span(folded, found.end(), high, point, century, 100)


def _decade(folded: str, found: re.Match[str], high: int, point: Point, century: int | None) -> int:
    if found["yd"]:
        first = int(found["yd"])
    else:
        value = number(found["d"].replace(found["d2"] or "", "", 1))
        if found["d2"]:
            point.pair = True
        point.span_guess = century is None
        first = value + (century if century is not None else 1900 if value >= 20 else 2000)
    return _span(folded, found.end(), high, point, first, 10)


def _span(folded: str, end: int, high: int, point: Point, first: int, years: int) -> int:
    point.span, point.span_years = first, years
    found = p.PHASE.match(folded, end, high)
    if found and folded[found.end() : found.end() + 1] not in ("国", "学", "级"):
        point.part = found["phase"]
        return found.end()
    return end


def _rest(folded: str, at: int, high: int, point: Point, has_year: bool, left: str) -> int | None:
    """Part of year, or month and day. None where there is neither."""
    if at >= high or point.span is not None:
        return None
    if (end := _part(folded, at, high, point, has_year)) is not None:
        return end
    month_end = _month(folded, at, high, point)
    if month_end is None:
        return _day_only(folded, at, high, point, has_year, left)
    start = month_end + (folded[month_end : month_end + 1] in (" ", "的"))
    if point.pair:
        return month_end
    if (found := p.DAY.match(folded, start, high)) and number(found["d"]) <= 31:
        point.d = number(found["d"])
        return found.end()
    if found := p.TEN_DAYS.match(folded, start, high):
        point.part = "T" + {"上": "1", "中": "2", "下": "3", "初": "1", "底": "3", "末": "3", "上中": "12", "中下": "23"}[found["tt"] or found["t"] or found["e"] or "中"]
        return found.end()
    return month_end


def _part(folded: str, at: int, high: int, point: Point, has_year: bool) -> int | None:
    char = folded[at]
    if char in "上本下这" and not has_year and (found := p.QUARTER_WORD.match(folded, at, high)):
        point.quarter = {"上": -1, "本": 0, "这": 0, "下": 1}[found["w"]]
        return found.end()
    if char in "上下前后" and (found := p.HALF.match(folded, at, high)):
        point.part = "H1" if (found["h"] or found["h2"]) in "上前" else "H2"
        return found.end()
    if char in "第一二三四1234首前头" and (found := p.QUARTER.match(folded, at, high)):
        point.part = f"N{number(found['nq'])}" if found["nq"] else f"Q{number(found['q']) if found['q'] else 1}"
        return found.end()
    if char in "前头" and (found := p.MONTHS.match(folded, at, high)):
        count = number(found["nm"])
        if 1 <= count <= 12:
            point.part = f"M{count}"
            return found.end()
    if char in "年月" and not has_year and (found := p.BARE_EDGE.match(folded, at, high)):
        edge = {"初": "begin", "中": "mid"}.get(found["e"], "end")
        point.part = edge if found["u"] == "年" else {"begin": "T1", "mid": "T2", "end": "T3"}[edge]
        point.m_shift = 0 if found["u"] == "月" else None
        return found.end()
    if not has_year:
        return None
    if char in "初底末终中年" and (found := p.EDGE.match(folded, at, high)):
        mark = (found["e"] or found["mid"] or found["stage"])[0]
        point.part = {"初": "begin", "中": "mid"}.get(mark, "end")
        return found.end()
    if char in "春夏秋冬" and (found := p.SEASON.match(folded, at, high)):
        point.part = SEASONS[found["s"]]
        return found.end()
    return None


def _month(folded: str, at: int, high: int, point: Point) -> int | None:
    if found := p.MONTH_PAIR.match(folded, at, high):
        if numerals_pair(found["a"] + found["b"]):
            point.m, point.pair = number(found["a"]), True
            return found.end()
    if found := p.MONTH.match(folded, at, high):
        point.m = number(found["m"])
        return found.end()
    if found := p.MONTH_WORD.match(folded, at, high):
        if found["w"] in p.MONTH_SHIFT:
            point.m_shift = p.MONTH_SHIFT[found["w"]]
        else:
            point.m_same = p.MONTH_SAME[found["w"]]
        return found.end()
    if folded.startswith("元旦", at) and point.has_year:
        point.m = point.d = 1
        return at + 2
    return None


_NOT_A_DAY = re.compile(r"(?:内|之内|以内|游|间|均|年化|来|以来|连|制|后|之后)")


def _day_only(folded: str, at: int, high: int, point: Point, has_year: bool, left: str) -> int | None:
    """A day without its month: 5日, 十五日; 5号 and short hanzi days only where the place says so."""
    found = p.DAY.match(folded, at, high)
    if found is None or has_year or number(found["d"]) > 31 or _NOT_A_DAY.match(folded, found.end()):
        return None
    located = not left or left[-1] in _LOCATED
    if (found["unit"] == "号" or not found["d"].isdigit() and len(found["d"]) == 1) and not located:
        return None
    if left.endswith(("第", "每", "连续", "近", "共", "为期", "历时", "计", "这")):
        return None
    point.d = number(found["d"])
    return found.end()
