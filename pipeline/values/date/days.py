"""The day of a date, and the thirds of a month."""

from __future__ import annotations

import re

from pipeline.values.date.fragments import LISTED, LOCATED, WEEKDAY_TAIL
from pipeline.values.date.point import Point, numeral_value

DAY = re.compile(
    rf"(?P<d>3[01]|[12][0-9]|0?[1-9](?![0-9])|[一二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九](?!十))(?: ?(?P<unit>日(?![元圆币])|号(?![楼线馆厅厂机码牌文令墓坑井柜]|召[力唤]|[门院](?![票店长])|会议室|展厅|窗口|宿舍|公寓|仓库|食堂|教室|地块))|{LISTED['日']}){WEEKDAY_TAIL}"
)
TEN_DAYS = re.compile(
    r"(?P<half>[上下])半月(?![刊谈])|(?P<tt>上中|中上|中下)旬|(?P<t>[上中下])旬|(?P<mid>中)(?=[,。;、)至到]|$|\0)|(?P<e>初|底|末)(?![级等学期步选审])"
)
_IDIOM = re.compile("[\u4e00-\u9fff](?<![上下晚早凌中至到起和及])")  # 一日千里
_NOT_A_DAY = re.compile(r"(?:内|之内|以内|游|间|均|年化|来|以来|连|制|后|之后)")


def lone_day(folded: str, at: int, high: int, point: Point, has_year: bool, left: str) -> int | None:
    """A day without its month: 5日, 十五日; 5号 and short hanzi days only where the place says so."""
    found = DAY.match(folded, at, high)
    if found is None or has_year or numeral_value(found["d"]) > 31 or _NOT_A_DAY.match(folded, found.end()):
        return None
    located = not left or left[-1] in LOCATED
    if (found["unit"] == "号" or (not found["d"].isdigit() and len(found["d"]) == 1)) and not located:
        return None
    if left.endswith(("第", "每", "连续", "近", "共", "为期", "历时", "计", "这")):
        return None
    if found["d"] == "一" and _IDIOM.match(folded, found.end(), high):
        return None
    point.d = numeral_value(found["d"])
    return found.end()
