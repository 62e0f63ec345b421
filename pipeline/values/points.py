"""One date as written: year, part of year, month, day, each in digits or hanzi or told from another date (去年, 本月, 昨天)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.values import numerals

N = r"(?:[0-9]{1,2}|[一二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])"
SEP = r" ?(?:-{1,2}|~{1,2}|至|到|、|,|和|及|与|/) ?"
Y4 = r"(?:[12][0-9]{3}|[一二][〇零Oo0一二三四五六七八九]{3})"
_LIST = {unit: rf"(?=(?:{SEP}(?:第)?{n}){{1,11}}{after})" for unit, n, after in (
    ("年", Y4, "(?:年|学年|级?学年)"), ("月", "(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])", "月"), ("日", N, "[日号]"), ("季", "[一二三四1-4]", "季度"),
)}  # fmt: skip
_WEEKDAY = r"(?: ?[(](?:星期|周|礼拜)[一二三四五六日天][)]| ?(?:星期|周|礼拜)[一二三四五六日天])?"

YEAR = re.compile(
    rf"(?P<y>{Y4}) ?(?:(?:学?年)(?:度(?!假|过))?份?(?![级轻])|{_LIST['年']}|(?=[上下]半年|第?[一二三四]季度|全年|[两二三四五六]年(?![级制])))"
    rf"|(?P<long>[一二两]千(?:零|〇)?(?:[一二三四五六七八九]百)?(?:零|〇)?(?:[一二三四五六七八九]?十)?[一二三四五六七八九]?)年(?![级轻来间多余前后以的历])"
    r"|(?P<y2>[0-9]{2}|[〇零一二三四五六七八九][〇零一二三四五六七八九])年(?:度|份)?(?![级轻])"
)
BARE_RANGE = re.compile(r"(?P<y>(?:1[5-9]|20)[0-9]{2})(?= ?(?:-{1,2}|~|至|到) ?(?:1[5-9]|20)[0-9]{2}(?![0-9,.]|[万亿多余]))")
BARE_END = re.compile(r"(?P<y>(?:1[5-9]|20)[0-9]{2})(?![0-9])(?:(?:学?年)(?:度|份)?)?")
BC = re.compile(r"(?P<bc>前)?(?P<y>[0-9]{1,4}|[一二三四五六七八九十百千零〇]{1,8})年")
REPUBLIC = re.compile(r"(?P<n>元|[0-9]{1,3}|廿[一二三四五六七八九]?|[一二三四]?十?[一二三四五六七八九十]?)年")
CENTURY = re.compile(r"(?P<c>[0-9]{1,2}|[一二]?十[一二三四五六七八九]?|[一二三四五六七八九])世纪")
DECADE = re.compile(r"(?P<d>[0-9]0|[一二三四五六七八九](?P<d2>[二三四五六七八九])?十)年代|(?P<yd>(?:1[0-9]|20)[0-9]0)年代")
# Pages were written after 2000: 上世纪 is the twentieth century.
THIS_CENTURY = re.compile(r"(?:上个?|本)世纪")
PHASE = re.compile(r"(?P<phase>初中期|初叶|末叶|初期|早期|中后期|中期|后期|末期|中叶|中|初|末|前期|晚期)")
YEAR_WORD = re.compile(r"(?P<w>大前年|去年|今年|明年|前年|后年|来年|上一年度?|下一年度?|本年度?|当年度?|同年|上年度?|次年|翌年|第二年|该年|(?:全年)(?=[1-9一二三四上下]))(?![级轻])")
YEAR_SHIFT = {"大前年": -3, "前年": -2, "去年": -1, "今年": 0, "本年": 0, "明年": 1, "来年": 1, "下一年": 1, "后年": 2}
YEAR_SAME = {"上一年": -1, "上年": -1, "当年": 0, "同年": 0, "该年": 0, "次年": 1, "翌年": 1, "第二年": 1, "全年": 0}
HALF = re.compile(r"(?P<h>[上下前后])半年(?!度)|(?P<h2>[上下])半年度")
QUARTER_WORD = re.compile(r"(?P<w>上|本|下|这)(?:一?个|一)?季度")
QUARTER = re.compile(rf"第?(?P<q>[一二三四1-4])(?:个?季度|{_LIST['季']})|(?P<first>首)季度?|(?:前|头)(?P<nq>[一二两三1-3])个?季度")
MONTHS = re.compile(rf"(?:前|头)(?P<nm>{N}|两)个?月(?![份初底末上中下])")
EDGE = re.compile(
    r"年?(?P<e>初|底|末|终|中)(?<!中)(?![级等学期国步步选审赛心中高次伏衷恋蕴线部层座气片色稿版端梢尾代秋])|(?P<mid>中)(?=[,。;、)至到前后:-]|$|\0)|(?P<stage>初期|中期|末期)"
)
BARE_EDGE = re.compile(r"(?P<u>年|月)(?P<e>初|底|末|终|中(?=[,。;、)至到]|\0))(?![级等学期国步选审一二三四五六七八九])")
SEASON = re.compile(r"(?P<s>[春夏秋冬])(?:季|天|末|初)?(?![节晚联运城奥令至考训耕游学风分眠衣瓜秋冬日雨雪])")
MONTH = re.compile(rf"(?P<m>1[0-2]|0?[1-9](?![0-9])|十[一二]?|[一二三四五六七八九](?![十一二三四五六七八九]?十)|元)(?: ?月(?:份)?(?!球|饼|季|嫂|薪|刊|均|老|亮|光|票|报|坛|租|费|度|供)|{_LIST['月']})")
MONTH_PAIR = re.compile(r"(?P<a>[一二三四五六七八九])(?P<b>[二三四五六七八九])月(?:份|间)?")
MONTH_WORD = re.compile(r"(?P<w>上上个?月|上个?月|下个?月|本月份?|当月|这个月|同月|次月)(?!薪|球)")
MONTH_SHIFT = {"上上个月": -2, "上上月": -2, "上个月": -1, "上月": -1, "下个月": 1, "下月": 1, "本月": 0, "这个月": 0, "本月份": 0}
MONTH_SAME = {"当月": 0, "同月": 0, "次月": 1}
DAY = re.compile(rf"(?P<d>3[01]|[12][0-9]|0?[1-9](?![0-9])|[一二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九](?!十))(?: ?(?P<unit>日(?![元圆币])|号(?![楼线馆厅厂机码牌文令]|召[力唤]))|{_LIST['日']}){_WEEKDAY}")
DAY_BARE = re.compile(r"(?P<d>3[01]|[12][0-9]|0?[1-9])(?![0-9:.,%日号月年])")
TEN_DAYS = re.compile(r"(?P<tt>上中|中下)旬|(?P<t>[上中下])旬|(?P<mid>中)(?=[,。;、)至到]|$|\0)|(?P<e>初|底|末)(?![级等学期步选审])")
DAY_WORD = re.compile(
    r"(?P<w>大前[天日]|大后[天日]|前[天日](?!后)|昨[天日晚夜]|今[天日晚早晨]|明(?:[天晚早晨]|日(?!报))|后[天日](?!性|生)|当[天日晚]|同[日天]|次日|翌日|即日|本日)(?!之星|头条|重现|小学|幼儿园|教育)"
)
DAY_SHIFT = {"大前": -3, "前": -2, "昨": -1, "今": 0, "即": 0, "本": 0, "明": 1, "后": 2, "大后": 3}
DAY_SAME = {"当": 0, "同": 0, "次": 1, "翌": 1}
WEEK_WORD = re.compile(r"(?P<w>上上个?|上个?|下下个?|下个?|本|这个?|当)(?:星期|礼拜|周)(?P<d>[一二三四五六日天末])?")
WEEKDAY = re.compile(r"(?:星期|礼拜|周)(?P<d>[一二三四五六日天])(?![期年岁])")
NUMERIC = re.compile(r"(?P<y>(?:1[6-9]|20)[0-9]{2})(?P<s>[-./])(?P<m>1[0-2]|0?[1-9])(?P=s)(?P<d>3[01]|[12][0-9]|0?[1-9])(?![0-9])(?!(?P=s)[0-9])")
SEASON_YEARS = re.compile(r"(?P<y>(?:19|20)[0-9]{2})(?:-|/|~)(?P<e>[0-9]{2})(?:赛季|学年度?|年度)")
NUMERIC_END = re.compile(r"(?:(?P<m>1[0-2]|0?[1-9])[./-])?(?P<d>3[01]|[12][0-9]|0?[1-9])(?![0-9.万亿])")
NUMERIC_MONTH = re.compile(r"(?P<y>(?:19|20)[0-9]{2})(?P<s>[-./])(?P<m>1[0-2]|0[1-9])(?![0-9%])(?!(?P=s)[0-9])|(?P<ya>(?:19|20)[0-9]{2})\.(?P<ma>1[0-2]|[1-9])(?= ?(?:-|~|至|到) ?(?:19|20)[0-9]{2}\.)")
NUMERIC_MONTH_END = re.compile(r"(?P<y>(?:19|20)[0-9]{2})[-./](?P<m>1[0-2]|0?[1-9])(?![0-9.])")
COMPACT = re.compile(r"(?P<y>(?:19|20)[0-9]{2})(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12][0-9]|3[01])(?![0-9])")


@dataclass(slots=True)
class Point:
    """The parts of a date that are written. `*_shift` count from the reference, `*_same` from the date named before.

    `part` is H1 H2, Q1 to Q4, M1-n (first n months), begin end mid, spring to winter, T1 to T3 (ten days), decade or century with `phase`.
    """

    y: int | None = None
    m: int | None = None
    d: int | None = None
    y_shift: int | None = None
    y_same: int | None = None
    m_shift: int | None = None
    m_same: int | None = None
    d_shift: int | None = None
    d_same: int | None = None
    week: int | None = None
    quarter: int | None = None
    weekday: int | None = None
    span: int | None = None  # first year of a decade or century
    span_years: int = 0
    span_guess: bool = False  # 80年代 without its century
    part: str | None = None
    pair: bool = False
    two_digits: bool = False
    unknown: bool = False  # reign and lunar years: kept as text

    @property
    def has_year(self) -> bool:
        return self.y is not None or self.y_shift is not None or self.y_same is not None or self.span is not None

    @property
    def precision(self) -> str:
        if self.d is not None or self.d_shift is not None or self.d_same is not None or self.weekday is not None:
            return "day"
        if self.span is not None:
            return "century" if self.span_years == 100 else "decade"
        if self.quarter is not None:
            return "quarter"
        if self.part:
            return {"H": "half", "Q": "quarter", "S": "season"}.get(self.part[0], "part")
        if self.week is not None:
            return "part"
        return "month" if self.m is not None or self.m_shift is not None or self.m_same is not None else "year"


def number(text: str) -> int:
    """A numeral of a date; 元 is 1."""
    if text == "元":
        return 1
    if text.isdigit():
        return int(text)
    text = text.replace("O", "〇").replace("o", "〇").replace("廿", "二十")
    if all(char in numerals.DIGITS for char in text):
        return numerals.positional(text)
    worth = numerals.worth_of(text)
    return int(worth.value) if worth else 0
