"""Statistics that the vocabulary has no measure for: a number with a unit and a noun of its own."""

from __future__ import annotations

import re

from pipeline.mentions import Binding
from pipeline.read.bind import Match
from pipeline.read.link import trimmed
from pipeline.read.scene import Clause, Scene
from pipeline.read.window import Window
from pipeline.values import Number

_NOUN = re.compile(r"[\u3400-\u9fffA-Za-z“”\"《》·]{2,16}$")
_RIGHT = re.compile(r"(?!均|全部|都|已|上台|登台|参加|参与)[\u3400-\u9fffA-Za-z“”\"《》·]{2,14}")
_THRESHOLD = re.compile(r"[十百千]?万元(?:及)?以[上下]")
_HAN = re.compile(r"[\u3400-\u9fff“《]")
# particles and prepositions: grammar
_WEAK_LEFT = re.compile(r"(?:的|了|是|在|把|将|对|向|以|用|从|被|给|与|和|这|那|每|各|某|另|第|前|后|上|下|同|占|比|按|需|让)$")
_VISITED = r"(?:<<visited>>)(?:全[省市县区]|了|的)?$|^[^,;。]{0,12}(?:为|向|给|对|与|到|在)[^,;。]{2,40}等$"

_GONE_TO = r"(?:<<gone_to>>)(?:了|到|全[省市县区]|辖区)*$"
_PLACES = frozenset(["个", "家", "所", "座", "处", "支"])


def is_mean(scene: Scene, span: Number) -> bool:
    """平均每天1.5场: what comes in whole ones and is stated in parts is a mean."""
    return span.unit in scene.lexicon.set("whole_units") and span.value is not None and span.value % 1 != 0


def in_passing(scene: Scene, span: Number) -> bool:
    """两张书桌, 一位读者: a few, in words."""
    hanzi = not any(c.isdigit() for c in scene.folded[span.numeral_start : span.numeral_end])
    return hanzi and span.value is not None and span.value <= (20 if span.unit in scene.lexicon.set("vague_units") else 10)


def told_as_one(scene: Scene, span: Number) -> bool:
    """是一座遗址, 完成一台手术: 一 before what it names is an article, but where things are counted (设有一个分馆)."""
    if scene.folded[span.numeral_start : span.numeral_end] != "一" or span.unit is None or not _HAN.match(scene.folded, span.end):
        return False
    return scene.lexicon[r"(?:<<holding_verbs>>|[、和及])$"].search(scene.folded[max(0, span.start - 4) : span.start]) is None


def of_places(scene: Scene, window: Window, match: Match) -> bool:
    """14个国家举办展览, 5个乡镇巡展: the number counts the places; what was done there is not so many."""
    if window.unit not in _PLACES or any(hit.start < window.end for hit in match.hits):
        return False
    among = scene.hits.listed("others_nouns", window.end, window.end + 5)
    places = [hit.end for hit in among if hit.start == window.end]
    first = min(hit.start for hit in match.hits)
    return bool(places) and first >= max(places) and not (first == max(places) and getattr(match.rule, "stock", False))


def gone_to(scene: Scene, window: Window) -> bool:
    """活动走进26个村: places that somebody went to or came from."""
    if window.unit not in _PLACES:
        return False
    if scene.lexicon[_GONE_TO].search(scene.folded, window.left, window.start):
        return True
    among = scene.hits.listed("others_nouns", window.end, window.end + 5)  # 在12个县建成分馆12个
    return (
        bool(among) and among[0].start <= window.end + 1 and scene.folded[window.start - 1 : window.start] in ("在", "于", "对", "与", "从")
    )


def other_indicator(scene: Scene, window: Window, span: Number) -> Binding | None:
    """A binding to `other` with the noun beside the number, or None where there is none that can be counted."""
    if (
        (span.unit not in scene.lexicon.set("other_units") and not _many_hours(span))
        or span.value is None
        or is_mean(scene, span)
        or (span.value < 2 and not _single(scene, window, span))
    ):
        return None
    if scene.hits.listed("other_subjects", window.left, window.start) or measures_a_thing(scene, span):
        return None
    low, high = _noun(scene, window)
    if low is None or high is None:
        return None
    words = scene.folded[low:high]
    if low >= window.end and scene.hits.listed("others_nouns", low, high):
        return None
    if (
        any(hit.end >= high - 2 for hit in scene.hits.listed("abstract", low, high))
        or scene.lexicon["<<prose>>"].search(words)
        or len(words) < 2
    ):
        return None
    if span.unit not in scene.lexicon.set("done_units") and scene.lexicon[_VISITED].search(scene.folded[window.left : span.start]):
        return None
    if scene.folded[low:high].endswith("奖"):
        return None  # 评出银奖28个: prizes are no holdings
    if span.unit in ("户", "组", "个") and scene.folded[low:high].endswith("家庭"):
        return None  # families are told, not held
    if in_passing(scene, span):
        return None
    start, end = min(low, span.start), max(high, span.end)
    return Binding("indicators", "other", "other", start, end, scene.text[low:high], unit=window.unit_text)


def measures_a_thing(scene: Scene, span: Number) -> bool:
    """塔高38米, 全长1200米, 400米跑道, 800座剧场: how large a thing is counts nothing; 书架132米 does."""
    if span.unit == "元" and _THRESHOLD.match(scene.folded, span.start):
        return True  # 万元以上设备
    if span.unit in ("米", "座") and scene.lexicon["(?:<<sized_things>>)"].match(scene.folded, span.end):
        return True
    return span.unit == "米" and scene.folded[max(0, span.start - 2) : span.start].rstrip("约达").endswith(("长", "高", "宽", "深", "径"))


def _many_hours(span: Number) -> bool:
    """免费上网机时6.8万小时: so many hours are a sum of use, no length of a day."""
    return span.unit in ("小时", "个小时") and span.value is not None and span.value >= 500


def _single(scene: Scene, window: Window, span: Number) -> bool:
    """汽车图书馆1辆: one machine, in a figure right behind its noun."""
    behind = span.start > window.left and "\u3400" <= scene.folded[span.start - 1] <= "\u9fff"
    return span.value == 1 and span.unit in ("台", "辆", "台(套)") and scene.folded[span.start : span.start + 1] == "1" and behind


def by_unit(scene: Scene, window: Window, clause: Clause, span: Number) -> Binding | None:
    """A number with a unit that only holdings, rooms and money have, whose words stand further off: 向结对学校赠书，412册."""
    if (
        span.unit not in scene.lexicon.set("strong_units")
        or span.value is None
        or span.value < 2
        or not span.text[:1].strip("约近超逾达共计为有")
    ):
        return None
    if not any(c.isdigit() for c in scene.folded[span.numeral_start : span.numeral_end]) or scene.lexicon[_VISITED].search(
        scene.folded[window.left : span.start]
    ):
        return None
    if scene.hits.listed("other_subjects", clause.start, span.start) or scene.hits.listed("others_nouns", window.end, window.right):
        return None
    low, high = trimmed(scene, scene.folded[window.left : window.start])
    words = scene.text[window.left + low : window.left + high]
    if not words and clause.index:
        before = scene.clauses[clause.sentence][clause.index - 1]
        words = scene.text[before.start : before.end].rstrip("，,；;：: ")[-16:]
    return Binding("indicators", "other", "other", window.left + low, span.end, words, unit=window.unit_text) if words else None


def _noun(scene: Scene, window: Window) -> tuple[int | None, int | None]:
    """The noun right before the number (展厅48个), else right after it (20个标准篮球场)."""
    right = _RIGHT.match(scene.folded, window.end, window.right)
    low, high = trimmed(scene, scene.folded[window.left : window.start])
    left = _NOUN.search(scene.folded, window.left + low, window.left + high)
    if (
        left
        and not _WEAK_LEFT.search(left.group())
        and not (right and len(right.group()) >= 2 and window.unit in ("个", "家", "所", "座", "间", "项", "种", "处", "支"))
    ):
        return left.start(), left.end()
    if right:
        return right.start(), right.end()
    return (left.start(), left.end()) if left else (None, None)
