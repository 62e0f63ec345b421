"""The room: one page's finds put together."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from pipeline.fold import fold
from pipeline.mentions import HonourMention, Point, Quantity, Reading
from pipeline.model import Document, Sentence
from pipeline.packs import Packs
from pipeline.read.countable import REASONS
from pipeline.read.honours import TitleWords, read_honours
from pipeline.read.institution import page_institution
from pipeline.read.lexicon import Lexicon
from pipeline.read.names import names
from pipeline.read.outline import read_outline
from pipeline.read.quantities import Reader
from pipeline.read.scene import Scene
from pipeline.read.subject import Subjects
from pipeline.read.terms import HitList, Terms
from pipeline.read.years import with_told_years
from pipeline.values import DEFAULT, DateSpan, dates, spans

_YEAR_AHEAD = re.compile(r"((?:19|20)\d\d)年")
_DONE = re.compile(r"完成|实现|达成|落实")  # 绩效目标完成情况
_REPORT_YEAR = re.compile(r"((?:19|20)\d\d)年")


Tags = Callable[[Sequence[str]], tuple[str, ...]]


class ReadingRoom:
    """Reads documents with the packs' words. Holds no state between pages."""

    def __init__(self, packs: Packs, tags: Tags) -> None:
        """`tags` gives the dictionary's part-of-speech tags of words."""
        self._tags = tags
        self._packs = packs
        self._terms = Terms(packs)
        self._words = Lexicon(packs)
        self._titles = TitleWords(packs, self._words)
        self._lexicon = DEFAULT.extended(units=dict.fromkeys(packs.list("units"), "count")) if packs.list("units") else DEFAULT

    def read(self, document: Document, sentences: tuple[Sentence, ...]) -> Reading:
        """Everything the page states: numbers with their reading, honours, numbered points."""
        folded = fold(document.text)
        title = document.metadata.title or ""
        reference = self._reference(document)
        found = with_told_years(spans(document.text, reference, self._lexicon), document.blocks, folded)
        words = self._terms.find(folded)
        listed = self._terms.listed(words)
        scene = Scene(document, sentences, HitList(listed), found, self._words, self._report_year(document))
        named = names(scene, self._tags)
        institution, sure = page_institution(document, scene, named)
        scene.hits = self._terms.sorted(
            words, self._packs.active(f"{fold(title)}\n{fold(document.metadata.site or '')}\n{folded}", institution), listed
        )
        subjects = Subjects(scene, institution, named, sure)
        points = read_outline(document, folded)
        honours = read_honours(scene, self._titles, subjects, institution) if document.kind != "list" else ()
        taken = [(honour.name_start, honour.name_end) for honour in honours]
        plans = self._plans(scene, points)
        quantities = Reader(scene, subjects, plans, taken, self._plans_from(title) if plans else None).read()
        return Reading(institution, (*self._title(title, reference), *quantities), honours, points)

    def _reference(self, document: Document) -> str | None:
        """The page's own date: as published, else the year its headline reports on."""
        return document.metadata.published or document.metadata.published_meta or self._report_year(document)

    def _report_year(self, document: Document) -> str | None:
        """The year that the headline reports on: 2012年工作总结."""
        year = _REPORT_YEAR.search(fold(document.metadata.title or ""))
        return year.group(1) if year else None

    def _title(self, title: str, reference: str | None) -> tuple[Quantity, ...]:
        """The headline's numbers: it repeats the body, so none is a fact."""
        return tuple(
            Quantity(span, field="title", reason=REASONS["date"] if isinstance(span, DateSpan) else "in the headline")
            for span in spans(title, reference, self._lexicon)
        )

    def _plans_from(self, title: str) -> date | None:
        """The first day of what the headline plans (2024年工作要点, “十四五”规划)."""
        told = [span.earliest for span in dates(title, None, self._lexicon) if span.earliest]
        return told[0] if told else None

    def _announces(self, scene: Scene, names: str) -> bool:
        """Whether the headline says that the page is a plan or a rule, and no account of one."""
        first = scene.folded[: max(scene.folded.find("\n"), 0)]
        title = fold(scene.document.metadata.title or ("" if len(first) > 60 or first.endswith("。") else first))
        return any(word in title for word in self._packs.list(names)) and not self._words["<<accounts>>"].search(title)

    def _plans(self, scene: Scene, points: tuple[Point, ...]) -> list[tuple[int, int]]:
        """Stretches about what is to come: points and headed sections whose name says so."""
        if self._announces(scene, "plan_titles") or self._announces(scene, "rule_titles"):
            return [(0, len(scene.text))]
        stretches = []
        for point in points:
            name = (point.title_start, min(point.title_end, point.title_start + 40))
            planned = scene.hits.listed("plan_headings", *name) or _is_of_a_later_year(scene, *name)
            if planned and not _DONE.search(scene.folded, *name):
                stretches.append((point.start, point.end))
        headings = [block for block in scene.document.blocks if block.kind == "heading"]
        for place, block in enumerate(headings):
            if scene.hits.listed("plan_headings", block.start, block.end):
                until = headings[place + 1].start if place + 1 < len(headings) else len(scene.text)
                stretches.append((block.end, until))
        return stretches


def _is_of_a_later_year(scene: Scene, start: int, end: int) -> bool:
    """八、2024年主要工作 in the report on 2023."""
    told = _YEAR_AHEAD.match(scene.folded, start, end)
    return told is not None and scene.report_year is not None and told.group(1) > scene.report_year


__all__ = ["HonourMention", "ReadingRoom"]
