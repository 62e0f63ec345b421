"""Statistics that the vocabulary has no measure for: a number with a unit and a noun of its own."""

from __future__ import annotations

import re

from pipeline.mentions import Binding
from pipeline.read.link import trimmed
from pipeline.read.scene import Clause, Scene
from pipeline.read.window import Window
from pipeline.values import Number

UNITS = (
    "册", "件", "种", "部", "卷", "套", "张", "幅", "份", "篇", "条", "本", "台", "个", "间", "座", "家", "所", "处", "支", "项", "场", "期", "次",
    "场次", "册次", "平方米", "平米", "亩", "公顷", "平方公里", "元", "TB", "GB", "件(套)", "件(组)", "架", "辆", "户", "队", "班", "门", "课时", "集", "首", "组", "类", "箱", "副", "段", "只", "单", "根", "封", "趟", "拍", "字", "株", "盘", "格", "瓶", "枚", "堂", "节", "批", "尊", "具", "面", "棵", "盆", "床", "张", "卷次", "件次", "人·次", "块", "盏", "盒", "枚", "通", "页", "万字", "米", "起", "车次", "台次", "叶", "轮", "台(套)", "回",
)  # fmt: skip
_NOUN = re.compile(r"[\u3400-\u9fffA-Za-z“”\"《》·]{2,16}$")
_RIGHT = re.compile(r"(?!均|全部|都|已|上台|登台|参加|参与)[\u3400-\u9fffA-Za-z“”\"《》·]{2,14}")
_WEAK_LEFT = re.compile(r"(?:的|了|是|在|把|将|对|向|以|用|从|被|给|与|和|这|那|每|各|某|另|第|前|后|上|下|同|占|比|按|需|让)$")
_VISITED = re.compile(
    r"(?:走进|深入|覆盖|联合|与|邀请|来自|前往|到|为|向|给|针对|面向|联系|辐射|遍布|涉及|赴|携手|协同|同|跑遍|走遍|分布在|惠及|服务)(?:全[省市县区]|了|的)?$"
    r"|^[^,;。]{0,12}(?:为|向|给|对|与|到|在)[^,;。]{2,40}等$"
)
_STRONG = frozenset(
    [
        "册",
        "册次",
        "件",
        "平方米",
        "部",
        "张",
        "台",
        "幅",
        "篇",
        "条",
        "场",
        "场次",
        "元",
        "种",
        "套",
        "段",
        "只",
        "单",
        "根",
        "封",
        "趟",
        "盘",
        "箱",
        "卷",
        "页",
    ]
)
_WHOLE = frozenset(["场", "次", "个", "项", "期", "人", "名", "位", "家", "所", "座", "间", "台", "部", "条", "场次", "届", "支"])
_VAGUE = frozenset(["个", "种", "项", "条", "类", "次", "部", "家", "件"])
_PROSE = re.compile(r"之一|以来|多年|一体|左右手|其他|左右逢源|世界|时代")


def is_mean(span: Number) -> bool:
    """平均每天1.5场: what comes in whole ones and is stated in parts is a mean."""
    return span.unit in _WHOLE and span.value is not None and span.value % 1 != 0


def in_passing(folded: str, span: Number) -> bool:
    """两张书桌, 一位读者: a few, in words."""
    hanzi = not any(c.isdigit() for c in folded[span.numeral_start : span.numeral_end])
    return hanzi and span.value is not None and span.value <= (20 if span.unit in _VAGUE else 10)


def other_indicator(scene: Scene, window: Window, span: Number) -> Binding | None:
    """A binding to `other` with the noun beside the number, or None where there is none that can be counted."""
    if span.unit not in UNITS or span.value is None or is_mean(span) or (span.value < 2 and not _single(scene, window, span)):
        return None
    if scene.hits.listed("other_subjects", window.left, window.start) or _measures_a_thing(scene, span):
        return None
    low, high = _noun(scene, window)
    if low is None or high is None:
        return None
    words = scene.folded[low:high]
    if low >= window.end and scene.hits.listed("others_nouns", low, high):
        return None
    if any(hit.end >= high - 2 for hit in scene.hits.listed("abstract", low, high)) or _PROSE.search(words) or len(words) < 2:
        return None
    if _VISITED.search(scene.folded[window.left : span.start]):
        return None
    if in_passing(scene.folded, span):
        return None
    start, end = min(low, span.start), max(high, span.end)
    return Binding("indicators", "other", "other", start, end, scene.text[low:high], unit=window.unit_text)


def _measures_a_thing(scene: Scene, span: Number) -> bool:
    """塔高38米, 全长1200米: how long a thing is counts nothing; 书架132米 does."""
    return span.unit == "米" and scene.folded[max(0, span.start - 2) : span.start].rstrip("约达").endswith(("长", "高", "宽", "深", "径"))


def _single(scene: Scene, window: Window, span: Number) -> bool:
    """汽车图书馆1辆: one machine, in a figure right behind its noun."""
    behind = span.start > window.left and "\u3400" <= scene.folded[span.start - 1] <= "\u9fff"
    return span.value == 1 and span.unit in ("台", "辆", "台(套)") and scene.folded[span.start : span.start + 1] == "1" and behind


def by_unit(scene: Scene, window: Window, clause: Clause, span: Number) -> Binding | None:
    """A number with a unit that only holdings, rooms and money have, whose words stand further off: 向结对学校赠书，412册."""
    if span.unit not in _STRONG or span.value is None or span.value < 2 or not span.text[:1].strip("约近超逾达共计为有"):
        return None
    if not any(c.isdigit() for c in scene.folded[span.numeral_start : span.numeral_end]) or _VISITED.search(
        scene.folded[window.left : span.start]
    ):
        return None
    if scene.hits.listed("other_subjects", clause.start, span.start) or scene.hits.listed("others_nouns", window.end, window.right):
        return None
    low, high = trimmed(scene.folded[window.left : window.start])
    words = scene.text[window.left + low : window.left + high]
    if not words and clause.index:
        before = scene.clauses[clause.sentence][clause.index - 1]
        words = scene.text[before.start : before.end].rstrip("，,；;：: ")[-16:]
    return Binding("indicators", "other", "other", window.left + low, span.end, words, unit=window.unit_text) if words else None


def _noun(scene: Scene, window: Window) -> tuple[int | None, int | None]:
    """The noun right before the number (展厅48个), else right after it (20个标准篮球场)."""
    right = _RIGHT.match(scene.folded, window.end, window.right)
    low, high = trimmed(scene.folded[window.left : window.start])
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
