"""To whom an honour goes: the institution, a person, a work, or nobody whose honours the page tells."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.fold import fold
from pipeline.read.honours.noun import noun_before
from pipeline.read.scene import Clause, Scene
from pipeline.read.subject import NOBODY, Subjects

_PERSON = re.compile(
    r"(?:(?:馆长|副馆长|书记|主任|院长|学生|学员|馆员|职工|小?读者|小?选手|老师|教师|讲解员|员工|队员|队长|会员|小朋友|同学|志愿者|演员|骨干)(?P<name>[\u3400-\u9fff]{2,4})?|(?P<name2>[\u3400-\u9fff]{2,3})(?:同志|同学|老师|家庭)|\d{1,3}(?:名|位|人)[\u3400-\u9fff]{0,6})(?:等)?$"
)
_WORK = re.compile(
    r"(?P<name>[《“\"「][^《》“”\"「」]{2,30}[》”\"」](?:基本陈列|展览|一书|舞蹈|小品|项目|品牌|活动|节目|作品|案例)?)(?:\s|等)*$|(?:作品|节目|论文|舞蹈|小品|征文|剧目|微视频|微电影|歌曲|声乐|合唱|短视频|情景剧)(?P<name2>[《“\"][^《》“”\"]{2,30}[》”\"])?$"
)
_PART = re.compile(r"(?:部|室|科|支部|党支部|团支部|服务队|志愿队|艺术团|合唱团|工会|团队|小组|组|队)$")
_OTHERS = re.compile(
    r"代表队$|支队伍$|获奖者$|参赛者$|作者$|(?:公司|企业|村|乡|镇|社区|小学|中学|幼儿园)$|家庭$|支代表队$|选手们?$|(?:指导|辅导|帮扶|扶持|包联|联系|对口)的[\u3400-\u9fff]+(?:站|馆|社区|学校|书屋|中心)$"
)


@dataclass(frozen=True, slots=True)
class Recipient:
    name: str | None
    kind: str


class Recipients:
    """Tells who received what a verb grants."""

    def __init__(self, scene: Scene, subjects: Subjects) -> None:
        self._scene = scene
        self._subjects = subjects

    def of(
        self, clause: Clause, verb_start: int, listed: bool = False, told: Recipient | None = None, body: str | None = None
    ) -> Recipient | None:
        """Who received it; None where it is nobody whose honours this page tells. `told` is the last one of the sentence."""
        noun = noun_before(self._scene, clause, verb_start)
        if body and noun.endswith(fold(body)):
            noun = noun.removesuffix(fold(body))  # 中宣部命名为…: who grants receives nothing
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
