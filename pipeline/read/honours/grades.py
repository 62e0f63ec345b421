"""Prizes that share an ending, and works that share a verb: 《甲》、《乙》分别获表演二、三等奖 is two prizes, one to each."""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.read.honours.title import Title

_GRADE = r"[特一二三四金银铜]"
_SEVERAL = re.compile(
    rf"(?:了|得|过)?(?P<head>[\u3400-\u9fff]{{0,12}}?)(?P<grades>{_GRADE}(?:[、和及]{_GRADE})+)(?P<end>等奖|奖|牌)(?:各(?:一|1)[个项枚])?$"
)
# 晋升省三级、省二级档案馆
_STEPS = re.compile(
    r"(?:了|为|成)?(?P<steps>(?:国家|[省市县区])?[特一二三]级(?:[、和](?:国家|[省市县区])?[特一二三]级)+)(?P<end>[\u3400-\u9fff]{0,4}馆)$"
)
# 省、市爱国主义教育基地
_LEVELS = re.compile(
    r"(?:了|为|成)?(?P<levels>(?:国家|[省市县区])级?(?:[、和](?:国家|[省市县区])级?)+)(?P<end>(?![两三各]级)[\u3400-\u9fff]{4,20})$"
)
# 获戏剧类、曲艺类银奖
_CLASSES = re.compile(
    rf"(?:了|得)?(?P<classes>[\u3400-\u9fff]{{1,6}}[类组](?:[、和][\u3400-\u9fff]{{1,6}}[类组])+)(?P<end>{_GRADE}等?[奖牌])$"
)


def grades_apart(folded: str, low: int, high: int, read: Callable[[int, int], Title | None]) -> list[Title]:
    """The title that `read` finds in [low:high], once for each grade that the words coordinate."""
    found = _SEVERAL.match(folded, low, high)
    title = read(low, high) or (read(high - 1 - len(found.group("end")), high) if found else None)
    classes = _CLASSES.match(folded, low, high)
    if classes and title is not None:
        end = classes.group("end")
        return [title._replace(name=f"{one}{end}", before="", grade=end) for one in re.split("[、和]", classes.group("classes"))]
    steps = _STEPS.match(folded, low, high)
    if steps and title is not None:
        return [
            title._replace(name=one + steps.group("end"), before="", grade=one[-2:]) for one in re.split("[、和]", steps.group("steps"))
        ]
    levels = _LEVELS.match(folded, low, high)
    if levels and title is not None and not title.quoted:
        end = levels.group("end").removesuffix("荣誉称号").removesuffix("称号")
        step = "级" if levels.group("levels").endswith("级") else ""
        return [
            title._replace(name=f"{one.removesuffix('级')}{step}{end}", before="") for one in re.split("[、和]", levels.group("levels"))
        ]
    if not found or title is None:
        return [title] if title else []
    ends, head = found.group("end"), found.group("head")
    start = found.start("head")
    return [
        title._replace(start=start, end=found.end("end"), name=f"{head}{grade}{ends}", before="", grade=f"{grade}{ends}")
        for grade in re.findall(_GRADE, found.group("grades"))
    ]
