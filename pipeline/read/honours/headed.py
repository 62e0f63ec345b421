"""Lines under a heading of honours: 所获荣誉, 获奖情况."""

from __future__ import annotations

import re

from pipeline.read.honours.lists import LEVEL
from pipeline.read.honours.title import Titles
from pipeline.read.scene import Clause, Scene

_HEADING = "<<honour_headings>>"
_BRACKETED = r"[【\[](?:[\u3400-\u9fff]{0,4})(?:<<honour_headings>>)[\u3400-\u9fff]{0,4}[】\]]"
_LEVEL_LINE = re.compile(r"[【\[(]?(?:国家|全国|省|市|县|区|校|院|国际|部|厅)级?[】\])]?(?:荣誉)?:?\s*")


def headed_lines(scene: Scene, titles: Titles) -> frozenset[int]:
    """Starts of the sentences that stand under such a heading, itself among them."""
    starts, on = set(), False
    for clauses in scene.clauses:
        words = scene.folded[clauses[0].start : clauses[-1].end]
        if len(words) <= 14 and scene.lexicon[_HEADING].search(words):
            on = True
        elif on and (len(words) > 60 or (len(words) <= 14 and _is_other_heading(titles, clauses, words))):
            on = False
        if on:
            starts.add(clauses[0].start)
    return frozenset(starts)


def headed_clauses(scene: Scene) -> frozenset[int]:
    """Starts of the clauses of 获奖情况：2016年，被评为…；2017年，“…” that begin as an honour's name does; the date before it aside."""
    starts: set[int] = set()
    for head, *others in scene.clauses:
        if head_length(scene, head):
            starts.update(clause.start for clause in (head, *others) if _begins(scene, clause))
        if head.mark != ":" or not _names_honours(scene, head):
            continue
        for clause in others:
            if _begins(scene, clause):
                starts.add(clause.start)
    return frozenset(starts)


def _begins(scene: Scene, clause: Clause) -> bool:
    """Whether a clause begins as an honour's name does, behind a date or the heading."""
    low = clause.start + head_length(scene, clause)
    dates = scene.dates(low, low + 2)
    return LEVEL.match(scene.folded, dates[0].end if dates else low, clause.end) is not None


def head_length(scene: Scene, clause: Clause) -> int:
    """【荣誉】…: how long the heading in brackets is that a clause begins with, 0 without one."""
    found = scene.lexicon[_BRACKETED].match(scene.folded, clause.start, clause.end)
    return found.end() - clause.start if found else 0


def _names_honours(scene: Scene, clause: Clause) -> bool:
    words = scene.folded[clause.start : clause.end]
    return len(words) <= 14 and scene.lexicon[_HEADING].search(words) is not None


def _is_other_heading(titles: Titles, clauses: tuple[Clause, ...], words: str) -> bool:
    """A short line that is no level (国家级), no name and no date."""
    return not (_LEVEL_LINE.fullmatch(words) or titles.read(clauses[0].start, clauses[-1].end) or re.search(r"\d{4}", words))


def follows_heading(scene: Scene, clause: Clause) -> bool:
    """主要荣誉：… : whether the clause before names honours and nothing else."""
    if not clause.index:
        return False
    before = scene.clauses[clause.sentence][clause.index - 1]
    return before.mark == ":" and _names_honours(scene, before)
