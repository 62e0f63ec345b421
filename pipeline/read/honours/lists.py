"""Lists of honours: 获全国文明单位、省绿色窗口、市先进党组织等荣誉称号 names three, whatever their names end with."""

from __future__ import annotations

import re

from pipeline.read.scene import Scene

_CLOSED = r"等[^、,;。“”\"]{0,8}(?:<<list_closers>>)[^、,;。“”\"]{0,12}$"
_JOINT = re.compile(r"[、,]|(?<=[”\"》])(?=[“\"《])|(?:以及|和|及)(?=[“\"]|全国|国家|全省|全市|全县|全区|省|市|县|区)")
LEVEL = re.compile(
    r"[“\"]|全国|国家|中国|全[省市县区州]|(?:[\u3400-\u9fff]{2,4})?[省市县区州]|首批|第[一二三四五六七八九十]批|(?:19|20)\d\d|[一二三]级"
)
_LEAST = 2


def closed_list(scene: Scene, start: int, end: int) -> list[tuple[int, int]]:
    """The items of the list in [start:end] that 等…称号 closes, without what closes it; none where an item is no honour's name."""
    folded = scene.folded
    while end > start and folded[end - 1] in ",;。:!?、. \n":
        end -= 1
    closed = scene.lexicon[_CLOSED].search(folded, start, end)
    if not closed:
        return []
    items = _apart(folded, start, closed.start())
    named = all(LEVEL.match(folded, low, high) and 4 <= high - low <= 40 for low, high in items)
    return items if len(items) >= _LEAST and named else []


def headed_list(scene: Scene, start: int, end: int) -> list[tuple[int, int]]:
    """The items of the list in [start:end] that a heading like 主要荣誉： introduces; none where an item is no honour's name."""
    folded = scene.folded
    while end > start and folded[end - 1] in ",;。:!?、. \n":
        end -= 1
    closed = scene.lexicon[_CLOSED].search(folded, start, end)
    items = _apart(folded, start, closed.start() if closed else end)
    return items if all(LEVEL.match(folded, low, high) and 4 <= high - low <= 40 for low, high in items) else []


def _apart(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """[start:end] cut at the joints outside quotes and brackets."""
    items, low = [], start
    for joint in _JOINT.finditer(folded, start, end):
        if _inside(folded, low, joint.start()):
            continue
        items.append((low, joint.start()))
        low = joint.end()
    return [*items, (low, end)]


def _inside(folded: str, low: int, place: int) -> bool:
    part = folded[low:place]
    return part.count("“") > part.count("”") or part.count("(") > part.count(")") or part.count("《") > part.count("》")
