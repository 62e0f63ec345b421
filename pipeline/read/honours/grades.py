"""Prizes that share an ending, and works that share a verb: 《甲》、《乙》分别获表演二、三等奖 is two prizes, one to each."""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.read.honours.title import Title

_GRADE = r"[特一二三四金银铜]"
_SEVERAL = re.compile(
    rf"(?:了|得|过)?(?P<head>[\u3400-\u9fff]{{0,12}}?)(?P<grades>{_GRADE}(?:[、和及]{_GRADE})+)(?P<end>等奖|奖|牌)(?:各(?:一|1)[个项枚])?$"
)
_WORK = re.compile(r"《[^《》]{1,30}》")


def grades_apart(folded: str, low: int, high: int, read: Callable[[int, int], Title | None]) -> list[Title]:
    """The title that `read` finds in [low:high], once for each grade that the words coordinate."""
    found = _SEVERAL.match(folded, low, high)
    title = read(low, high) or (read(high - 1 - len(found.group("end")), high) if found else None)
    if not found or title is None:
        return [title] if title else []
    ends, head = found.group("end"), found.group("head")
    start = found.start("head")
    return [
        title._replace(start=start, end=found.end("end"), name=f"{head}{grade}{ends}", before="", grade=f"{grade}{ends}")
        for grade in re.findall(_GRADE, found.group("grades"))
    ]


def works_before(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the works stand that [start:end] names one after the other, right up to its end."""
    works = [match.span() for match in _WORK.finditer(folded, start, end)]
    return works if works and re.fullmatch(r"等?(?:分别|依次|双双|均|都|又|还|也)?", folded[works[-1][1] : end]) else []
