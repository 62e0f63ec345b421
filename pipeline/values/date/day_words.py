"""Days told in words: 昨天, 当日, 上周三, 周五."""

from __future__ import annotations

import re

from pipeline.values.cursor import Cursor
from pipeline.values.date.point import Point

DAY_WORD = re.compile(
    r"(?P<w>大前[天日]|大后[天日]|前[天日](?!后)|昨[天日晚夜]|今[天日晚早晨]|明(?:[天晚早晨]|日(?!报))|后[天日](?!性|生)|当[天日晚]|同[日天]|次日|翌日|即日|本日)(?!之星|头条|重现|小学|幼儿园|教育|说法|要闻|焦点|热点|看点|关注|报价|黄花|出版社|下之|免疫|环境|培养|因素|努力|报(?![到告名送道]))(?<!时至今日)"
)
DAY_SHIFT = {"大前": -3, "前": -2, "昨": -1, "今": 0, "即": 0, "本": 0, "明": 1, "后": 2, "大后": 3}
DAY_SAME = {"当": 0, "同": 0, "次": 1, "翌": 1}
WEEK_WORD = re.compile(
    r"(?P<w>上上个?|上[个一]?|下下个?|下[个一]?|本|这个?|当)(?:星期|礼拜|周(?![转期边折报刊岁]))(?P<d>[一二三四五六日天末])?"
)
WEEKDAY = re.compile(r"(?:星期|礼拜|周)(?P<d>[一二三四五六日天])(?![期年岁]|次(?![日数]))(?!(?<=[每一两]周.)(?:[场回个]|小时))")

WEEKDAYS = re.compile(
    r"(?:星期|礼拜|周)[一二三四五六日天](?:[、和及][一二三四五六日]){1,6}(?=[、,。;的晚上下早中全开闭休举各)0-9]|$|\0)(?!、[四五六七八九十])"
)


PAIR = re.compile(r"(?P<p>昨今|今明|明后)[两二](?:(?P<d>[天日])|年)")
PAIR_SHIFT = {"昨今": -1, "今明": 0, "明后": 1}


def relative_day(cursor: Cursor, at: int) -> tuple[Point, int] | None:
    """昨天, 当天, 上周三, 本周, 周五."""
    folded = cursor.folded
    if found := PAIR.match(folded, at, cursor.high):
        shift = PAIR_SHIFT[found["p"]]
        return Point(d_shift=shift, pair=True) if found["d"] else Point(y_shift=shift, pair=True), found.end()
    if found := DAY_WORD.match(folded, at, cursor.high):
        word = found["w"][:-1]
        return (Point(d_shift=DAY_SHIFT[word]) if word in DAY_SHIFT else Point(d_same=DAY_SAME[word])), found.end()
    if found := WEEK_WORD.match(folded, at, cursor.high):
        word = found["w"].rstrip("个一")
        shift = {"上上": -2, "上": -1, "本": 0, "这": 0, "当": 0, "下": 1, "下下": 2}[word]
        day = found["d"]
        if day == "末":
            return Point(week=shift, part="weekend"), found.end()
        return Point(week=shift, weekday="一二三四五六日".index("日" if day == "天" else day) if day else None), found.end()
    if found := WEEKDAYS.match(folded, at, cursor.high):
        return Point(unknown=True), found.end()
    if found := WEEKDAY.match(folded, at, cursor.high):
        return Point(weekday="一二三四五六日".index("日" if found["d"] == "天" else found["d"])), found.end()
    return None
