"""One page's honours: how its names, bodies, recipients and dates are read, and the mention they make."""

from __future__ import annotations

import re

from pipeline.fold import fold
from pipeline.mentions import HonourMention, Period, Step
from pipeline.packs import Grant
from pipeline.read.honours.body import Bodies
from pipeline.read.honours.dates import Dates
from pipeline.read.honours.recipient import Recipient, Recipients
from pipeline.read.honours.title import BATCH, Title, Titles
from pipeline.read.honours.words import TitleWords
from pipeline.read.scene import Scene
from pipeline.read.subject import Subjects

_CONTEST = re.compile(
    r"(?:全国|国际|世界|中国|[全本]?[省市县区州])[^,。;:\n《》]{1,24}(?:赛|评比|评选|[汇展会调]演|比武|考核|展示)(?:活动)?(?:[中上里],?|(?=[获荣夺]|$))[^,。;:\n]{0,20}$"
)
_KIND_OF_VERB = {"granted": "honorary_title", "designated": "designation", "selected": "selection"}


class HonourPage:
    """What the ways of finding honours share on one page."""

    def __init__(self, scene: Scene, words: TitleWords, subjects: Subjects, institution: str | None) -> None:
        self.scene = scene
        self.words = words
        self.titles = Titles(scene, words)
        self.bodies = Bodies(scene, words.bodies, institution)
        self.institution = institution
        self.recipients = Recipients(scene, subjects)
        self.dates = Dates(scene)

    def body_in(self, title: Title) -> str | None:
        """入选教育部第一批…: the body that stands before the batch."""
        cut = BATCH.sub("", title.before).strip("「『“")
        if len(cut) < 2 or not cut.endswith(self.words.bodies):
            return None
        at = self.scene.folded.rfind(cut, 0, title.start)
        return cut if at < 0 else self.scene.text[at : at + len(cut)]

    def _contest(self, start: int) -> str | None:
        """在全市讲解大赛中获一等奖: the level of the contest before the verb at `start`."""
        found = _CONTEST.search(self.scene.folded[max(0, start - 60) : start])
        return self.words.level_of(None, found.group(), "") if found else None

    def mention(
        self, start: int, title: Title, rule: Grant | None, recipient: Recipient, body: str | None, date: Period, word: str
    ) -> HonourMention:
        """The honour as the page tells it; `word` is what told that it is one."""
        status = rule is None or rule.form == "status"
        return HonourMention(
            start=min(start, title.start),
            end=title.whole_end,
            name=title.name,
            rule=rule.id if rule else "bare",
            kind=title.kind or (_KIND_OF_VERB.get(rule.id) if rule else None),
            level=self.words.level_of(fold(body) if body else None, title.before, fold(title.name)) or self._contest(start),
            form="status" if status else "shortlisted" if word == "入围" or title.short else "granted",
            recipient=recipient.name,
            recipient_kind=recipient.kind,
            body=body,
            grade=title.grade,
            batch=title.batch,
            date=date,
            name_start=min(title.start, title.end - 1),
            name_end=title.end,
            steps=(Step("granted", word), Step("kind", title.kind or "quoted")),
        )
