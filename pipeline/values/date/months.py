"""The month of a date: 9月, 元月, 七八月, 上个月."""

from __future__ import annotations

import re

from pipeline.values.date.fragments import LISTED
from pipeline.values.date.point import Point, numeral_value
from pipeline.values.number.digits import is_pair

MONTH = re.compile(
    rf"(?P<m>1[0-2]|0?[1-9](?![0-9])|十[一二]?|[一二三四五六七八九](?![十一二三四五六七八九]?十)|元)(?: ?月(?:份)?(?!球|饼|季|嫂|薪|刊|均|老|亮|光|票|报|坛|租|费|度|供)|{LISTED['月']})"
)
MONTH_PAIR = re.compile(r"(?P<a>[一二三四五六七八九])(?P<b>[二三四五六七八九])月(?:份|间)?")
MONTH_WORD = re.compile(r"(?P<w>上上个?月|下下个?月|上一?个?月|下一?个?月|本月份?|当月|这个月|同月|次月)(?!薪|球|饼)")
MONTH_SHIFT = {
    "上上个月": -2,
    "上上月": -2,
    "上个月": -1,
    "上一个月": -1,
    "上一月": -1,
    "下一个月": 1,
    "下一月": 1,
    "上月": -1,
    "下下个月": 2,
    "下下月": 2,
    "下个月": 1,
    "下月": 1,
    "本月": 0,
    "这个月": 0,
    "本月份": 0,
}
MONTH_SAME = {"当月": 0, "同月": 0, "次月": 1}


def read_month(folded: str, at: int, high: int, point: Point) -> int | None:
    """The end of the month at `at`, put into `point`; None where there is none."""
    if (found := MONTH_PAIR.match(folded, at, high)) and is_pair(found["a"] + found["b"]):
        point.m, point.pair = numeral_value(found["a"]), True
        return found.end()
    if found := MONTH.match(folded, at, high):
        point.m = numeral_value(found["m"])
        return found.end()
    if found := MONTH_WORD.match(folded, at, high):
        if found["w"] in MONTH_SHIFT:
            point.m_shift = MONTH_SHIFT[found["w"]]
        else:
            point.m_same = MONTH_SAME[found["w"]]
        return found.end()
    if folded.startswith("元旦", at):
        point.m = point.d = 1
        return at + 2
    return None
