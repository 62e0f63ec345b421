"""To whom an honour goes: the institution, a person, a work, or nobody whose honours the page tells."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.fold import fold
from pipeline.read.honours.noun import noun_before
from pipeline.read.scene import Clause, Scene
from pipeline.read.subject import NOBODY, Subjects
from pipeline.read.trade import tells_trade

_PERSON = (
    r"(?:(?:<<recipient_titles>>)(?P<name>[\u3400-\u9fff]{2,4})?|(?P<name2>[\u3400-\u9fff]{2,3})(?:<<recipient_forms>>)"
    r"|\d{1,3}(?:名|位|人)[\u3400-\u9fff]{0,6})(?:等)?$"
)
_WORK = (
    r"(?P<name>[《“\"「][^《》“”\"「」]{2,30}[》”\"」](?:<<work_nouns_behind>>)?)(?:\s|等)*$"
    r"|(?:<<work_nouns>>)(?P<name2>[《“\"][^《》“”\"]{2,30}[》”\"])?$"
)
_OTHERS = r"(?:<<other_recipients>>)$|(?:<<helping_verbs>>)的[\u3400-\u9fff]+(?:<<helped_ends>>)$|(?:<<shown_verbs>>)的?[\u3400-\u9fff]{0,4}(?:作品|展品|影片|剧目)$"
# 学员张某、李某 and 借阅部、少儿部 and 舞蹈《甲》、小品《乙》: what stands before 、 or 和 is of one kind with what stands behind
_NAMES = r"^(?:[\u3400-\u9fff]{0,12}?(?:<<recipient_titles>>))?(?P<names>(?:<<surnames>>)[\u3400-\u9fff]{1,2}(?:[、和](?:<<surnames>>)[\u3400-\u9fff]{1,2})+)$"
_WORKS = re.compile(r"《[^《》]{1,30}》(?=[、和与及《]|等?$)")
_HOUSES = r"[\u3400-\u9fff]{1,10}?(?:<<venues>>)(?:[、和与及][\u3400-\u9fff]{1,10}?(?:<<venues>>))+"
_UNITS = r"[\u3400-\u9fff]{1,10}(?:<<house_units>>)(?:[、和][\u3400-\u9fff]{1,10}(?:<<house_units>>))+"
_ONE = r"(?:<<surnames>>)[\u3400-\u9fff]{1,2}(?<![馆队部院校室组班会站所园区市县省中])"
_COUNTED = re.compile(r"(?<![等\d])(?:[2-9]|[1-9]\d{1,2})(?:名|位|人)[\u3400-\u9fff]{0,6}$")  # 5名同学获二等奖: nobody is named
_QUOTED = re.compile(r"[“《][^“”《》]{2,30}[”》][\u3400-\u9fff]{1,6}$")  # “小小考古家”研学课程


@dataclass(frozen=True, slots=True)
class Recipient:
    name: str | None
    kind: str


class Recipients:
    """Tells who received what a verb grants."""

    def __init__(self, scene: Scene, subjects: Subjects) -> None:
        self._scene = scene
        self._subjects = subjects
        self._institution = fold(subjects.institution or "")

    def of(
        self, clause: Clause, verb_start: int, listed: bool = False, told: Recipient | None = None, body: str | None = None
    ) -> Recipient | None:
        """Who received it; None where it is nobody whose honours this page tells. `told` is the last one of the sentence."""
        noun = noun_before(self._scene, clause, verb_start)
        if body and noun.endswith(fold(body)):
            noun = noun.removesuffix(fold(body))  # 中宣部命名为…: who grants receives nothing
        if _COUNTED.search(noun) or (self._scene.lexicon[_OTHERS].search(noun) and not self._is_own(noun, clause, verb_start)):
            return None
        if self._subjects.own and self._is_of_other_houses(noun):
            return None
        named = self._named(noun, clause, verb_start)
        if named is not None:
            return named if self._subjects.own or self._of_a_house(clause, verb_start) else None
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

    def joint(self, clause: Clause, verb_start: int) -> list[Recipient]:
        """Those whom the words before the verb join by 、 or 和, each by itself; none where they name one."""
        noun = noun_before(self._scene, clause, verb_start)
        works = [found.group() for found in _WORKS.finditer(noun)]
        if len(works) > 1:
            return [Recipient(self._written(work, clause, verb_start), "work") for work in works]
        persons = self._scene.lexicon[_NAMES].search(noun)
        if persons:
            return [Recipient(self._written(name, clause, verb_start), "person") for name in re.split("[、和]", persons.group("names"))]
        if not self._subjects.own and self._scene.lexicon[_HOUSES].fullmatch(noun):
            return [Recipient(self._written(house, clause, verb_start), "institution") for house in re.split("[、和与及]", noun)]
        units = self._scene.lexicon[_UNITS].fullmatch(noun)
        return [Recipient(self._written(unit, clause, verb_start), "institution") for unit in re.split("[、和]", noun)] if units else []

    def _named(self, noun: str, clause: Clause, verb_start: int) -> Recipient | None:
        """The work, the person or the part of a house that the words end with."""
        work = self._scene.lexicon[_WORK].search(noun)
        if work:
            return Recipient(self._written(work.group("name") or work.group("name2") or noun[-20:], clause, verb_start), "work")
        person = self._scene.lexicon[_PERSON].search(noun)
        if person:
            return Recipient(self._written(person.group("name") or person.group("name2") or noun[-14:], clause, verb_start), "person")
        if self._scene.lexicon[_ONE].fullmatch(noun) and not noun.endswith(self._scene.lexicon.words("house_units")):
            return Recipient(self._written(noun, clause, verb_start), "person")
        if noun.endswith(self._scene.lexicon.words("house_units")) and len(noun) <= 14:
            return Recipient(self._written(noun, clause, verb_start), "institution")
        quoted = _QUOTED.search(noun)
        if quoted:
            return Recipient(self._written(quoted.group(), clause, verb_start), "work")
        return None

    def _is_of_other_houses(self, noun: str) -> bool:
        """市文化馆、县博物馆均被评为…: several houses, none of them the page's own."""
        houses = re.split("[、和与及]", noun) if self._institution and self._scene.lexicon[_HOUSES].fullmatch(noun) else []
        return bool(houses) and not any(self._institution.endswith(house) or house.endswith(self._institution) for house in houses)

    def _of_a_house(self, clause: Clause, verb_start: int) -> bool:
        """Whether a page that is nobody's own tells of houses here: no news of others, no firm's work."""
        if not tells_trade(self._scene):
            return False
        subject = self._subjects.of(clause, verb_start)
        return subject is NOBODY or subject.whose != "other"

    def _is_own(self, noun: str, clause: Clause, verb_start: int) -> bool:
        """北屏市实验小学 on its own page, or 小学 there; 我馆代表队."""
        at = self._scene.folded.rfind(noun, clause.start, verb_start)
        if at > 0 and self._scene.folded.endswith(self._scene.lexicon.words("own_owners"), clause.start, at):
            return True
        return bool(self._institution) and (noun.endswith(self._institution) or (len(noun) > 1 and self._institution.endswith(noun)))

    def _written(self, folded: str, clause: Clause, verb_start: int) -> str:
        """The words as the page writes them."""
        at = self._scene.folded.find(folded, clause.start, verb_start)
        return folded if at < 0 else self._scene.text[at : at + len(folded)]
