"""Around a grant: who gave it, to whom, when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from pipeline.mentions import Period
from pipeline.packs import Packs
from pipeline.read.scene import Clause, Scene
from pipeline.read.subject import Subjects
from pipeline.values import DateSpan

_PASSIVE = re.compile(r"(?:被|由|经|受到|得到|获得|荣获|获|受)(?P<body>[\u3400-\u9fffA-Za-z、《》“”\"\s()]{2,40}?)$")
_ATTRIBUTIVE = re.compile(r"(?P<body>[\u3400-\u9fff、《》A-Za-z\s]{2,40}?)(?:颁发|授予|命名|评定|评选|认定|颁布|公布|表彰|联合授予|联合颁发)的$")
_PERSON = re.compile(r"(?:馆长|副馆长|书记|同志|学生|学员|馆员|职工|读者|小读者|选手|老师|教师|讲解员|主任|院长|员工|个人|(?:[一二三四五六七八九十\d]{1,3}(?:名|位|人)))")
_WORK = re.compile(r"[《“\"][^《》“”\"]{2,30}[》”\"](?:\s|节目|作品|一文|一书|舞蹈|小品|论文|歌曲|等)*$|(?:作品|节目|论文|案例|课题|舞蹈|小品|征文|展览|剧目|项目)(?:[《“\"].{0,30}[》”\"])?$")


@dataclass(frozen=True, slots=True)
class Recipient:
    name: str | None
    kind: str


class Contexts:
    """Reads what stands around a grant's verb."""

    def __init__(self, scene: Scene, packs: Packs, subjects: Subjects, institution: str | None) -> None:
        self._scene = scene
        self._subjects = subjects
        self._institution = institution
        self._bodies = tuple(packs.list("bodies"))

    def body(self, clause: Clause, verb_start: int) -> tuple[str | None, int]:
        """The granting body before the verb and where its words begin; (None, verb_start) where none stands."""
        before = self._scene.folded[clause.start : verb_start]
        found = _PASSIVE.search(before)
        if not found:
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
        return bool(self._institution and words.endswith(self._institution)) or words.endswith(("我馆", "本馆", "图书馆", "博物馆", "文化馆", "档案馆", "纪念馆"))

    def recipient(self, clause: Clause, verb_start: int) -> Recipient | None:
        """Who received it; None where it is nobody whose honours this page tells."""
        folded = self._scene.folded
        before = re.sub(r"(?:被|由|经).*$", "", folded[clause.start : verb_start])
        work = _WORK.search(re.sub(r"(?:先后|分别|均|再次|曾|共|也|还|,)+$", "", before))
        if work and not re.search(r"以|凭|因", before[: work.start()][-3:]):
            return Recipient(self._text(clause, work), "work")
        person = list(_PERSON.finditer(before))
        if person and "我馆" not in before[person[-1].end() :]:
            tail = before[person[-1].start() :]
            if len(tail) <= 14 and not re.search(r"为|向|对|给|服务", before[: person[-1].start()][-4:]):
                name = re.sub(r"(?:先后|分别|均|再次|曾|共|也|还|于|在.*|,)+$", "", tail)
                return Recipient(name or None, "person")
        subject = self._subjects.of(clause, verb_start)
        if subject.whose == "other":
            return None
        return Recipient(subject.name, "institution")

    def _text(self, clause: Clause, found: re.Match[str]) -> str:
        return self._scene.text[clause.start + found.start() : clause.start + found.end()].strip()

    def dates(self, clause: Clause, verb_start: int, last: Period | None, chain: bool = True) -> list[Period]:
        """Dates of the grant, one for each year named; the nearest before the verb, in its clause or the comma chain before it."""
        if "同年" in self._scene.folded[clause.start : verb_start] and last is not None and last.edtf:
            return [Period("unknown", last.edtf[:4], date(int(last.edtf[:4]), 1, 1), date(int(last.edtf[:4]), 12, 31), last.basis)]
        found = self._usable(clause.start, verb_start)
        clauses = self._scene.clauses[clause.sentence]
        for other in reversed(clauses[: clause.index]):
            if found or other.mark == ";" or not chain:
                break
            found = self._usable(other.start, other.end)
        return periods(self._scene, found)

    def _usable(self, start: int, end: int) -> list[DateSpan]:
        dates = [d for d in self._scene.dates(start, end) if d.edtf and "X" not in d.edtf and d.role not in ("vague", "duration")]
        return [d for d in dates if not re.match(r"度|建成|成立|创建|始建|建馆|开馆|落成", self._scene.folded[d.end : d.end + 2])]


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
    return [period for span in kept for period in _each_year(scene, span)]


def _each_year(scene: Scene, span: DateSpan) -> list[Period]:
    basis = "page" if span.inferred else "stated"
    years = re.findall(r"(?:19|20)\d\d", scene.folded[span.start : span.end])
    if len(years) > 1 and re.search(r"[、和与及]", scene.folded[span.start : span.end]):
        return [Period("annual", year, date(int(year), 1, 1), date(int(year), 12, 31), basis) for year in years]
    return [Period("unknown", span.edtf, span.earliest, span.latest, basis)]
