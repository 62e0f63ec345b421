"""To whom an honour goes: the institution, a person, a work, or nobody whose honours the page tells."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.fold import fold
from pipeline.read.honours.noun import noun_before
from pipeline.read.scene import Clause, Scene
from pipeline.read.subject import NOBODY, Subjects

_PERSON = (
    r"(?:(?:<<recipient_titles>>)(?P<name>[\u3400-\u9fff]{2,4})?|(?P<name2>[\u3400-\u9fff]{2,3})(?:<<recipient_forms>>)"
    r"|\d{1,3}(?:名|位|人)[\u3400-\u9fff]{0,6})(?:等)?$"
)
_WORK = (
    r"(?P<name>[《“\"「][^《》“”\"「」]{2,30}[》”\"」](?:<<work_nouns_behind>>)?)(?:\s|等)*$"
    r"|(?:<<work_nouns>>)(?P<name2>[《“\"][^《》“”\"]{2,30}[》”\"])?$"
)
_OTHERS = r"(?:<<other_recipients>>)$|(?:<<helping_verbs>>)的[\u3400-\u9fff]+(?:<<helped_ends>>)$"


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
        if self._scene.lexicon[_OTHERS].search(noun):
            return None
        work = self._scene.lexicon[_WORK].search(noun)
        if work:
            return Recipient(self._written(work.group("name") or work.group("name2") or noun[-20:], clause, verb_start), "work")
        person = self._scene.lexicon[_PERSON].search(noun)
        if person:
            return Recipient(self._written(person.group("name") or person.group("name2") or noun[-14:], clause, verb_start), "person")
        if noun.endswith(self._scene.lexicon.words("house_units")) and len(noun) <= 14:
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
