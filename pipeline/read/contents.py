"""Tables of contents: headings one under the other that number nothing, because the points themselves come later."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.read.marks import Mark

_NAMED = re.compile(r"^[ \t【\[]*目[ \u3000]{0,6}[录次][】\]:]?[ \t]*$", re.MULTILINE)
_FEW = 5
_LINE = 44


def without_contents(folded: str, marks: Sequence[Mark]) -> list[Mark]:
    """The marks outside the page's table of contents."""
    kept: list[Mark] = []
    at = 0
    while at < len(marks):
        run = _run(folded, marks, at)
        if len(run) >= _FEW and (_is_named(folded, run[0]) or _told_again(folded, run, marks[at + len(run) :])):
            at += len(run)
            continue
        kept.append(marks[at])
        at += 1
    return kept


def _run(folded: str, marks: Sequence[Mark], at: int) -> list[Mark]:
    """The marks from `at` whose short lines follow one another, up to where the first scheme counts from the beginning again."""
    run = [marks[at]] if marks[at].at_line else []
    for mark in marks[at + 1 :] if run else ():
        again = mark.scheme.id == run[0].scheme.id and mark.numbers <= run[0].numbers
        if again or not mark.at_line or not _adjoin(folded, run[-1], mark):
            break
        run.append(mark)
    return run


def _adjoin(folded: str, mark: Mark, following: Mark) -> bool:
    """Whether the mark's line is short and the next line with anything in it is the following mark's."""
    line, _, rest = folded[mark.start : following.start].partition("\n")
    return len(line) <= _LINE and not rest.strip()


def _is_named(folded: str, mark: Mark) -> bool:
    before = folded[max(0, mark.start - 60) : mark.start].rstrip()
    return _NAMED.search(before.rpartition("\n")[2]) is not None


def _told_again(folded: str, run: Sequence[Mark], later: Sequence[Mark]) -> bool:
    """Whether most lines of the run head a point further on."""
    told = {_line(folded, mark) for mark in later}
    return sum(_line(folded, mark) in told for mark in run) > len(run) * 0.6


def _line(folded: str, mark: Mark) -> str:
    """The first characters of the point's line, without its page number."""
    return re.sub(r"[\s。.…·\d]", "", folded[mark.start : mark.start + _LINE].partition("\n")[0])[:12]
