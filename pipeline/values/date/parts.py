"""Parts of a year: 上半年, 第三季度, 前三季度, 前9个月, 年底, 春季."""

from __future__ import annotations

import re

from pipeline.values.date.fragments import LISTED, N
from pipeline.values.date.point import Point, numeral_value

HALF = re.compile(r"(?P<h>[上下前后])半年(?!度)|(?P<h2>[上下])半年度")
QUARTER_WORD = re.compile(r"(?P<w>上|本|下|这)(?:一?个|一)?季度")
QUARTER = re.compile(
    rf"(?:第?(?P<q>[一二三四1-4])(?:个?季度|{LISTED['季']})(?P<e>[初末底](?![期中]))?)|(?P<first>首)季度?|(?:前|头)(?P<nq>[一二两三1-3])个?季度"
)
SHORT_QUARTER = re.compile(r"(?:第(?P<q>[一二三四1-4])季|[Qq](?P<n>[1-4]))(?=[,。;、)的至到 -]|$|\0)")
WEEK = re.compile(rf"第(?P<w>{N}|[四五]十[一二三]?)周(?![年期岁])")
MONTHS = re.compile(rf"(?:前|头|最?(?P<last>后))(?P<nm>{N}|两)个?月(?![份初底末上中下])")
EDGE = re.compile(
    r"年?(?P<e>初|底|末|终|中)(?<!中)(?![级等学期国步步选审赛心中高次伏衷恋蕴线部层座气片色稿版端梢尾代秋])|(?P<mid>中)(?=[,。;、)至到前后:-]|$|\0)|(?P<middle>年中)(?![国学级心])|(?P<stage>初期|中期|末期)"
)
BARE_EDGE = re.compile(r"(?P<u>年|月)(?P<e>初|底|末|终|中(?=[,。;、)至到]|$|\0))(?![级等学期国步选审奖总考评绩述一二三四五六七八九])")
SEASON = re.compile(r"(?P<s>[春夏秋冬])(?:季|天|末|初)?(?![节晚联运城奥令至考训耕游学风分眠衣瓜秋冬日雨雪泳水波])")
SEASONS = {"春": "S21", "夏": "S22", "秋": "S23", "冬": "S24"}


def read_part(folded: str, at: int, high: int, point: Point, has_year: bool) -> int | None:
    """The end of the part of a year at `at`, put into `point`; None where there is none."""
    char = folded[at]
    if char in "上本下这" and not has_year and (found := QUARTER_WORD.match(folded, at, high)):
        point.quarter = {"上": -1, "本": 0, "这": 0, "下": 1}[found["w"]]
        return found.end()
    if char in "上下前后" and (found := HALF.match(folded, at, high)):
        point.part = "H1" if (found["h"] or found["h2"]) in "上前" else "H2"
        return found.end()
    if char in "第一二三四1234首前头" and (found := QUARTER.match(folded, at, high)):
        if found["e"]:
            point.part = f"{'B' if found['e'] == '初' else 'E'}{numeral_value(found['q'])}"
            return found.end()
        point.part = f"N{numeral_value(found['nq'])}" if found["nq"] else f"Q{numeral_value(found['q']) if found['q'] else 1}"
        return found.end()
    if char == "第" and has_year and (found := WEEK.match(folded, at, high)):
        point.part = f"W{numeral_value(found['w'])}"
        return found.end()
    if char in "第Qq" and has_year and (found := SHORT_QUARTER.match(folded, at, high)):
        point.part = f"Q{numeral_value(found['q'] or found['n'])}"
        return found.end()
    if (char in "前头" or (has_year and char in "后最")) and (found := MONTHS.match(folded, at, high)):
        count = numeral_value(found["nm"])
        if 1 <= count <= 12:
            point.part = f"{'L' if found['last'] else 'M'}{count}"
            return found.end()
    if char in "年月" and not has_year and (found := BARE_EDGE.match(folded, at, high)):
        edge = {"初": "begin", "中": "mid"}.get(found["e"], "end")
        point.part = edge if found["u"] == "年" else {"begin": "T1", "mid": "T2", "end": "T3"}[edge]
        point.m_shift = 0 if found["u"] == "月" else None
        return found.end()
    if not has_year:
        return None
    if char in "初底末终中年" and (found := EDGE.match(folded, at, high)):
        mark = (found["e"] or found["mid"] or (found["middle"] and "中") or found["stage"])[0]
        point.part = {"初": "begin", "中": "mid"}.get(mark, "end")
        return found.end()
    if char in "春夏秋冬" and (found := SEASON.match(folded, at, high)):
        point.part = SEASONS[found["s"]]
        return found.end()
    return None
