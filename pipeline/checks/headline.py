"""What the headline announces (九大, 四项措施) against the points that follow."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks.row import Place, check
from pipeline.fold import fold
from pipeline.mentions import Reading
from pipeline.model import Document
from pipeline.schema import CheckRow
from pipeline.values import integer

_ANNOUNCER = re.compile(
    r"[“\"]?(?P<n>[一二三四五六七八九十两]|\d{1,2})(?P<w>大|项|个方面|条|个|措并举|抓|招|强化|举措|型|坚持|到位)[\u3400-\u9fff”\"]"
)


def headline(document: Document, reading: Reading) -> Iterator[CheckRow]:
    """Each announcer of the headline that is not the number of top-level points, by itself."""
    top = [point for point in reading.points if point.level == 1]
    title = fold(document.metadata.title or "")
    for match in _ANNOUNCER.finditer(title):
        expected = integer(match.group("n")) or 0
        if not top or expected < 2 or expected == len(top):
            continue
        message = f"the headline announces {match.group('n')}{match.group('w')}, {len(top)} numbered points follow"
        first = Place("title", match.start("n"), match.end("w"))
        second = Place("text", top[0].start, top[0].label_end)
        yield check(document, "headline_count", message, (expected, len(top)), first, second, "info")
