"""A page's honours in the order of the text: those of tables first, then each sentence by its verbs and its plain lines."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.mentions import HonourMention
from pipeline.read.honours.granted import Grants
from pipeline.read.honours.line import Lines
from pipeline.read.honours.page import HonourPage
from pipeline.read.honours.tables import honour_lines
from pipeline.read.honours.verb import names_end, verbs_of
from pipeline.read.honours.words import TitleWords
from pipeline.read.scene import Clause, Scene
from pipeline.read.subject import Subjects


def read_honours(scene: Scene, words: TitleWords, subjects: Subjects, institution: str | None) -> tuple[HonourMention, ...]:
    """Every honour that the page says was granted or is held, in order; one told twice stands twice."""
    return tuple(_read(HonourPage(scene, words, subjects, institution)))


def _read(page: HonourPage) -> Iterator[HonourMention]:
    tabled = list(_tabled(page))
    yield from tabled
    cells = {honour.name_start for honour in tabled}
    grants, lines = Grants(page), Lines(page)
    for clauses in page.scene.clauses:
        if not any(clauses[0].start <= start < clauses[-1].end for start in cells):
            yield from _told(page.scene, clauses, grants, lines)


def _tabled(page: HonourPage) -> Iterator[HonourMention]:
    """The rows of tables of honours."""
    for line in honour_lines(page.scene):
        title = page.titles.read(line.start, line.end)
        clause = page.scene.clauses[page.scene.sentence_at(line.start)][0]
        recipient = page.recipients.of(clause, clause.start, listed=True)
        if title is not None and recipient is not None:
            yield page.mention(line.start, title, None, recipient, line.body or page.body_in(title), line.period, "its table's head")


def _told(scene: Scene, clauses: tuple[Clause, ...], grants: Grants, lines: Lines) -> Iterator[HonourMention]:
    """The honours of a sentence; what a list has taken already is read no second time."""
    done = -1
    for clause in clauses:
        verbs = verbs_of(scene, clause)
        for place, verb in enumerate(verbs):
            limit = names_end(scene, clause, verb, verbs[place + 1 :]) if verb.start >= done else None
            for made in grants.of(clause, verb, limit) if limit is not None else ():
                done = max(done, made.end)
                yield made
        if clause.start >= done:
            yield from lines.of(clause)
