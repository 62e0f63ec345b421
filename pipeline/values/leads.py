"""What a find can begin with."""

from __future__ import annotations

import re
from functools import cache

from pipeline.values.lexicon import Lexicon
from pipeline.values.number.labels import CIRCLED
from pipeline.values.tables import NUMERAL_CHARS

_RELATIVE = (
    "大前年 去年 今年 明年 前年 后年 来年 上一年 下一年 本年 当年 同年 上年 次年 翌年 该年 上上个月 上上月 下下个月 下下月 昨今两 今明两 明后两 上个月 上月 下个月 下月 本月 当月 这个月 同月 次月 "
    "大前天 大前日 大后天 前天 前日 昨天 昨日 昨晚 昨夜 今天 今日 今晚 今早 今晨 明天 明日 明晚 明早 明晨 后天 后日 当天 当日 当晚 同日 同天 次日 翌日 即日 本日 "
    "星期 礼拜 上周 本周 这周 下周 上上周 下下周 上上星 下下星 上上礼 下下礼 上个周 上个星 上个礼 下个星 下个礼 下个周 这个星 这个周 周一 周二 周三 周四 周五 周六 周日 上星期 下星期 上礼拜 下礼拜 本星期 这星期 当周 "
    "元年 大后年 上一个月 下一个月 上一月 下一月 上一周 下一周 上一个季度 下一季度 下一个季度 这礼拜 这个礼拜 上上个 下下个 "
    "参拾 参佰 参仟 参万元 "
    "上半年 下半年 前半年 后半年 年初 年底 年末 年终 月底 月初 月末 元月 元旦 首季度 首季 首届 首批 首期 正月 腊月 冬月 农历 阴历 大年初 年初一 初一 初二 初三 初八 "
    "新中国成立 改革开放 上世纪 上个世纪 本世纪 这个世纪 民国元年 上季度 上个季度 上一季度 本季度 这个季度 下季度 下个季度 年中 月中 今春 今夏 今秋 今冬 去春 去夏 去秋 去冬 明春 明夏 明秋 明冬 公元"
).split()
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
CYCLE = tuple(f"{_STEMS[n % 10]}{_BRANCHES[n % 12]}年" for n in range(60))
MONTH_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_FRONT = re.compile(rf"[前头](?=[{NUMERAL_CHARS}]{{1,3}}个?(?:季度|月))")
HANZI_NUMERALS = "零〇一二两三四五六七八九十百千万亿廿卅卌几数半俩仨幺壹贰叁肆伍陆柒捌玖拾佰仟"


@cache
def lead(lexicon: Lexicon) -> re.Pattern[str]:
    """What a find can begin with. The look-ahead lets most characters pass at the engine's speed."""
    words = {*_RELATIVE, *CYCLE, *MONTH_NAMES, *lexicon.lists["vague"], *lexicon.lists["holidays"]}
    rest: dict[str, list[str]] = {}
    for word in sorted((word for word in words if word[0] not in HANZI_NUMERALS), key=len, reverse=True):
        rest.setdefault(word[0], []).append(re.escape(word[1:]))
    marks = "".join(sorted(CIRCLED))
    branches = "|".join(f"{char}(?:{'|'.join(ends)})" for char, ends in rest.items())
    return re.compile(rf"(?=[\d{NUMERAL_CHARS}{marks}{''.join(rest)}前头])(?:[\d{NUMERAL_CHARS}{marks}]|{_FRONT.pattern}|{branches})")
