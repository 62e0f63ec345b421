"""Around a grant: who gave it, to whom, when."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipeline.fold import fold
from pipeline.mentions import Period
from pipeline.read.scene import Clause, Scene
from pipeline.read.stated import stated_period
from pipeline.read.subject import NOBODY, Subjects
from pipeline.values import DateSpan, years

_PASSIVE = re.compile(r"(?:被|由|经|受到|得到|获得|荣获|获|受)(?P<body>[\u3400-\u9fffA-Za-z、《》“”\"\s()]{2,40}?)$")
_ATTRIBUTIVE = re.compile(
    r"(?P<body>[\u3400-\u9fff、《》A-Za-z\s]{2,40}?)(?:颁发|授予|命名|评定|评选|认定|颁布|公布|表彰|联合授予|联合颁发)的"
)
_PERSON = re.compile(
    r"(?:(?:馆长|副馆长|书记|主任|院长|学生|学员|馆员|职工|小?读者|小?选手|老师|教师|讲解员|员工|队员|队长|会员|小朋友|同学|志愿者|演员|骨干)(?P<name>[\u3400-\u9fff]{2,4})?|(?P<name2>[\u3400-\u9fff]{2,3})(?:同志|同学|老师|家庭)|\d{1,3}(?:名|位|人)[\u3400-\u9fff]{0,6})(?:等)?$"
)
_WORK = re.compile(
    r"(?P<name>[《“\"「][^《》“”\"「」]{2,30}[》”\"」](?:基本陈列|展览|一书|舞蹈|小品|项目|品牌|活动|节目|作品|案例)?)(?:\s|等)*$|(?:作品|节目|论文|舞蹈|小品|征文|剧目|微视频|微电影|歌曲|声乐|合唱|短视频|情景剧)(?P<name2>[《“\"][^《》“”\"]{2,30}[》”\"])?$"
)
_PART = re.compile(r"(?:部|室|科|支部|党支部|团支部|服务队|志愿队|艺术团|合唱团|工会|团队|小组|组|队)$")
_OTHERS = re.compile(r"代表队$|支队伍$|获奖者$|参赛者$|作者$|(?:公司|企业|村|乡|镇|社区|小学|中学|幼儿园)$|家庭$|支代表队$|选手们?$")
_BY_BODY = frozenset(
    ["授予", "评为", "命名为", "命名", "评定为", "认定为", "核定为", "确定为", "列为", "表彰为", "公布为", "评选为", "评其为"]
)
_BODY_PART = re.compile(r"(?:被|由|经|受到)[^,，]{0,60}$")
_ADVERBS = re.compile(
    r"(?:先后|分别|均|再次|曾|共|也|还|又|多次|连续[\u3400-\u9fff\d]{1,3}[年次届]|首次|光荣|一举|成功|双双|并|已|就|更|共同|已经|都|皆|于|在[^,，]{2,30}?(?:中|上|里)|年度|当年|,|，|\s)+$"
)
_LEAD_IN = re.compile(
    r"^(?:其中|同时|此外|另外|由该馆选送的|由我馆选送的|我馆选送的|选送的|我馆的?|本馆的?|该馆的?|馆内|近日|日前|截至|目前|由于成绩突出|\s|,|，)+"
)


@dataclass(frozen=True, slots=True)
class Recipient:
    name: str | None
    kind: str


class Contexts:
    """Reads what stands around a grant's verb."""

    def __init__(self, scene: Scene, bodies: tuple[str, ...], subjects: Subjects, institution: str | None) -> None:
        self._scene = scene
        self._subjects = subjects
        self._institution = institution
        self._bodies = bodies

    def body(self, clause: Clause, verb_start: int, verb: str = "授予") -> tuple[str | None, int]:
        """The granting body before the verb and where its words begin; (None, verb_start) where none stands."""
        before = self._scene.folded[clause.start : verb_start]
        found = _PASSIVE.search(before)
        if not found and verb in _BY_BODY:
            plain = re.search(r"(?:^|[,、\s]|年|月|日|于|,)(?P<body>[\u3400-\u9fff、]{2,30})$", before)
            found = plain if plain and plain.group("body").endswith(self._bodies) and not self._own(plain.group("body")) else None
        if not found or not found.group("body").strip().endswith(self._bodies) or self._own(found.group("body")):
            return None, clause.start + found.start() if found and before[found.start()] in "被" else verb_start
        start = clause.start + found.start("body")
        stated = self._scene.text[start : start + len(found.group("body"))].strip()
        return stated, clause.start + found.start()

    def attributive(self, start: int, end: int) -> tuple[str | None, int]:
        """省政府命名的“…”: the body in the words [start:end] before a name, and where the name's words begin."""
        found = _ATTRIBUTIVE.match(self._scene.folded, start, end)
        if found and found.group("body").endswith(self._bodies):
            return self._scene.text[found.start("body") : found.end("body")], found.end()
        return None, start

    def _own(self, words: str) -> bool:
        return bool(self._institution and words.endswith(fold(self._institution))) or words.endswith(
            ("我馆", "本馆", "图书馆", "博物馆", "文化馆", "档案馆", "纪念馆")
        )

    def recipient(self, clause: Clause, verb_start: int, listed: bool = False, told: Recipient | None = None) -> Recipient | None:
        """Who received it; None where it is nobody whose honours this page tells. `told` is the last one of the sentence."""
        noun = self._noun_before(clause, verb_start)
        if _OTHERS.search(noun):
            return None
        work = _WORK.search(noun)
        if work:
            return Recipient(self._written(work.group("name") or work.group("name2") or noun[-20:], clause, verb_start), "work")
        person = _PERSON.search(noun)
        if person:
            return Recipient(self._written(person.group("name") or person.group("name2") or noun[-14:], clause, verb_start), "person")
        if _PART.search(noun) and len(noun) <= 14:
            return Recipient(self._written(noun, clause, verb_start), "institution")
        if (
            noun
            and self._scene.hits.listed("other_subjects", verb_start - len(noun) - 4, verb_start)
            and noun.startswith(("全", "各", "我市", "我县", "我区", "我省"))
        ):
            return None
        if not noun and (told is not None or self._subjects.own):
            return told or Recipient(self._subjects.institution, "institution")
        subject = self._subjects.of(clause, verb_start, sectors=False)
        if subject is NOBODY and listed:
            return Recipient(None, "institution")
        return None if subject.whose == "other" else Recipient(subject.name, "institution")

    def _written(self, folded: str, clause: Clause, verb_start: int) -> str:
        """The words as the page writes them."""
        at = self._scene.folded.find(folded, clause.start, verb_start)
        return folded if at < 0 else self._scene.text[at : at + len(folded)]

    def _noun_before(self, clause: Clause, verb_start: int) -> str:
        """The words before the verb without dates, the granting body, adverbs and lead-ins: who is said to receive."""
        before, at = "", clause.start
        for span in self._scene.dates(clause.start, verb_start):
            before += self._scene.folded[at : span.start]
            at = max(at, span.end)
        before += self._scene.folded[at:verb_start] if at < verb_start else ""
        before = _BODY_PART.sub("", _LEAD_IN.sub("", before.lstrip(" ,、")))
        return _LEAD_IN.sub("", _ADVERBS.sub("", before)).strip(" ,，、:：")

    def dates(self, clause: Clause, verb_start: int, last: Period | None, chain: bool = True) -> list[Period]:
        """Dates of the grant, one for each year named; the nearest before the verb, in its clause or the comma chain before it."""
        if "同年" in self._scene.folded[clause.start : verb_start] and last is not None and last.edtf:
            return [replace(stated_period(last.edtf[:4], last.basis), kind="unknown")]
        found = self._usable(clause.start, verb_start)
        named = bool(self._noun_before(clause, verb_start))
        for other in reversed(self._scene.clauses[clause.sentence][: clause.index] if chain else ()):
            if found:
                break
            if (named or other.mark == ";") and not self._only_date(other):
                named = True
                continue
            found = self._usable(other.start, other.end)
        return periods(self._scene, found)

    def _only_date(self, clause: Clause) -> bool:
        """2013年12月，: a clause that is nothing but a date governs the whole sentence."""
        dates = self._scene.dates(clause.start, clause.end)
        return bool(dates) and clause.end - dates[-1].end <= 2 and dates[0].start - clause.start <= 2

    def _usable(self, start: int, end: int) -> list[DateSpan]:
        dates = [d for d in self._scene.dates(start, end) if d.edtf and "X" not in d.edtf and d.role not in ("vague", "duration")]
        dates = [d for d in dates if not self._in_quotes(d.start)]
        return [d for d in dates if not re.match(r"度|建成|成立|创建|始建|建馆|开馆|落成", self._scene.folded[d.end : d.end + 2])]

    def _in_quotes(self, place: int) -> bool:
        """“2009—2011年度先进集体”: the years of an honour's name are no date of another's."""
        before = self._scene.folded[max(0, place - 30) : place]
        return before.rfind("“") > before.rfind("”")


# 2009、2011两年: years before the last have no 年 of their own.
_YEARS_BEFORE = re.compile(r"(?<!\d)(?:(?:19|20)\d\d年?[、,和与])+$")


def periods(scene: Scene, found: list[DateSpan]) -> list[Period]:
    """The last date and those joined to it by 、 or 和, each its own period; `2004、2005年` is two."""
    if not found:
        return [Period()]
    kept = [found[-1]]
    for earlier in reversed(found[:-1]):
        between = scene.folded[earlier.end : kept[0].start]
        if between not in ("、", "和", "与", "及", ",", ""):
            break
        kept.insert(0, earlier)
    told = _YEARS_BEFORE.search(scene.folded, max(0, kept[0].start - 30), kept[0].start)
    before = [stated_period(year) for year in years(told.group())] if told else []
    return [*before, *(period for span in kept for period in _each_year(scene, span))]


def _each_year(scene: Scene, span: DateSpan) -> list[Period]:
    basis = "page" if span.inferred else "stated"
    named = years(scene.folded[span.start : span.end])
    if len(named) > 1 and re.search(r"[、和与及]", scene.folded[span.start : span.end]):
        return [stated_period(year, basis) for year in named]
    return [Period("unknown", span.edtf, span.earliest, span.latest, basis)]
