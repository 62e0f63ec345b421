"""The year of a date: 2012年, 二〇一二年, 两千零八年, 民国三年, 公元前221年, 去年, and bare years in ranges and lists."""

from __future__ import annotations

import re

from pipeline.values.date.centuries import CENTURY, DECADE, THIS_CENTURY, _phase, read_century, read_decade
from pipeline.values.date.fragments import LENGTH_AFTER, LISTED, SEP, Y4
from pipeline.values.date.parts import SEASON
from pipeline.values.date.point import Point, numeral_value
from pipeline.values.date.two_digits import two_digits

YEAR = re.compile(
    rf"(?P<y>{Y4}) ?(?:(?:[学财]?年|(?:财政|会计)年(?=度))(?:度(?!假|过))?份?(?![级轻])|{LISTED['年']}|(?=[上下]半年|第?[一二三四]季度|全年|[春夏秋冬]季(?!度)|[春夏秋冬](?=[·,。、;)]|$|\0)|[一两二三四五六]年(?![级制])))"
    rf"|(?P<long>[一二两]千(?:零|〇)?(?:[一二三四五六七八九]百)?(?:零|〇)?(?:[一二三四五六七八九]?十)?[一二三四五六七八九]?)年(?![级轻来间多余前后以的历])"
    r"|(?P<y2>[0-9]{2}|[〇零一二三四五六七八九][〇零一二三四五六七八九])年(?:度|份)?(?![级轻])"
)
BARE_RANGE = re.compile(r"(?P<y>(?:1[89]|20)[0-9]{2})(?= ?(?:-{1,2}|~|至|到) ?(?:1[89]|20)[0-9]{2}(?![0-9,.]|[万亿多余]))")
BARE_END = re.compile(r"(?P<y>(?:1[89]|20)[0-9]{2})(?![0-9])(?:(?:学?年)(?:度|份)?)?")
BC = re.compile(r"(?P<bc>前)?(?P<y>[0-9]{1,4}|[一二三四五六七八九十百千零〇]{1,8})(?:年|(?= ?[-~至到] ?前?[0-9]{1,4}年))")
REPUBLIC = re.compile(
    r"(?P<n>元|[0-9]{1,3}|一百(?:[一二]?十|零)?[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九]?十?[一二三四五六七八九十]?)年"
)
_LONG = re.compile(r"的?(?:悠久)?(?:历史|文明|沧桑|发展史|建城史)")
YEAR_WORD = re.compile(
    r"(?P<w>大前年|大后年|去年|今年|明年|前年|后年|来年|上一年度?|下一年度?|本年度?|当年度?|同年|上年度?|次年|翌年|第二年|该年|(?:全年)(?=[1-9一二三四上下]))(?![级轻龄])(?<!以前年)(?<!以前年度)(?<!想当年)(?<!正当年)(?<!减当年)"
)
YEAR_SHIFT = {"大前年": -3, "前年": -2, "去年": -1, "今年": 0, "本年": 0, "明年": 1, "来年": 1, "下一年": 1, "后年": 2, "大后年": 3}
YEAR_SAME = {"上一年": -1, "上年": -1, "当年": 0, "同年": 0, "该年": 0, "次年": 1, "翌年": 1, "第二年": 1, "全年": 0}


def read_year(folded: str, at: int, high: int, left: str, point: Point) -> int | None:
    """The end of the year at `at`; `at` where there is none; None where this is no date at all."""
    char = folded[at]
    if char in "0123456789一二两〇零三四五六七八九十廿卅":
        return _written_year(folded, at, high, left, point)
    if found := THIS_CENTURY.match(folded, at, high):
        century = 1900 if found[0][0] == "上" else 2000
        decade = DECADE.match(folded, found.end(), high)
        return read_decade(folded, decade, high, point, century) if decade else _phase(folded, found.end(), high, point, century, 100)
    if char in "今去明" and not left.endswith(("春", "夏", "秋", "冬")) and SEASON.match(folded, at + 1, high):
        point.y_shift = {"今": 0, "去": -1, "明": 1}[char]
        return at + 1
    if found := YEAR_WORD.match(folded, at, high):
        word = found["w"].removesuffix("度")
        if word in YEAR_SHIFT:
            point.y_shift = YEAR_SHIFT[word]
        else:
            point.y_same = YEAR_SAME[word]
        return found.end()
    return at


def _written_year(folded: str, at: int, high: int, left: str, point: Point) -> int | None:
    if left.endswith(("公元", "公元前", "西元")) and (found := BC.match(folded, at, high)):
        value = numeral_value(found["y"])
        point.y = -(value - 1) if left.endswith("前") else value
        return found.end()
    if left.endswith("民国") and (found := REPUBLIC.match(folded, at, high)) and found["n"]:
        point.y = 1911 + numeral_value(found["n"])
        return found.end()
    if (found := CENTURY.match(folded, at, high)) and not left.endswith("个"):
        return read_century(folded, found, high, left, point)
    if found := DECADE.match(folded, at, high):
        return read_decade(folded, found, high, point, None)
    found = YEAR.match(folded, at, high)
    if found is None:
        found = BARE_RANGE.match(folded, at, high)
        if found is None:
            return at
        second = BARE_END.match(folded, _after_join(folded, found.end()), high)
        if second is None or int(second["y"]) <= int(found["y"]) or (second.end() < high and _counted(folded, second)):
            return at
        point.y = int(found["y"])
        return found.end()
    groups = found.groupdict()
    if groups["y2"]:
        return two_digits(folded, found, left, point)
    value = numeral_value(groups["y"] or groups["long"])
    if not 1000 <= value < 2200 or (groups["long"] and value % 1000 == 0):
        return at
    if value < 1900 and LENGTH_AFTER.match(folded, found.end()) and text_year(groups) and (value % 100 == 0 or folded[found.end()] != "前"):
        return at
    if value == 2000 and _LONG.match(folded, found.end()):
        return at
    if left.endswith(("距今", "长达", "近", "超过")) and value < 2000 and folded[found.end() - 1] == "年":
        return at
    point.y = value
    return found.end()


def text_year(groups: dict[str, str | None]) -> bool:
    """Whether the year is in digits, so that it could be a length."""
    return bool(groups["y"]) and groups["y"][0] not in "一二"  # type: ignore[index]


def _counted(folded: str, second: re.Match[str]) -> bool:
    """Whether a bare a-b that looks like years is followed by what it counts."""
    after = second.end() + (folded[second.end()] == " ")
    return second[0][-1].isdigit() and folded[after] in "人名册件个次种元米吨%台套部项场℃亩家位张条本只户字公平千"


def _after_join(folded: str, at: int) -> int:
    found = re.compile(SEP).match(folded, at)
    return found.end() if found else at
