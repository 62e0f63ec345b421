"""Heads handed on: of coordinations, of clauses before, of totals for their parts, of the point's name."""

from __future__ import annotations

import re

from pipeline.mentions import Binding, Quantity
from pipeline.packs import Indicator, Rule, Visit
from pipeline.read.bind import binding, fits, taking
from pipeline.read.chain import JOINTS, MARKED, Chain
from pipeline.read.own_words import lead_of, residue_of, taken_over
from pipeline.read.scene import Clause, Scene
from pipeline.read.window import Window

_LISTED = frozenset("、,;")
_SUM = re.compile(r"[共总合]计|总数|总共|^\W*共\W*$")
_HEADS = frozenset(["人", "名", "位"])
# 2020年受闭馆影响降为…: words that say how a count went on, and nothing of what it counts.
GOES_ON = r"(?:受[\u3400-\u9fff]{1,6}?影响|<<goes_on>>)*"


def inherited(scene: Scene, window: Window, clause: Clause, chain: Chain) -> Binding | None:
    """The head of the number before it, or of a clause before it, where this number has no words of its own."""
    residue = residue_of(scene, window)
    last = chain.bound
    if window.unit in _HEADS and scene.lexicon["<<put_to>>"].match(scene.folded, window.end):
        return None  # 参加培训136人次，4人晋升职称
    if chain.last is not None and last is not None:
        alike = _same_unit(last, window)
        if alike and not residue and _sums(scene, window, last):
            whole = taken_over(scene, window, last)
            return whole._replace(rule="staff_total", target="staff_total", dimension="total", scope="exact")
        if chain.rule is not None and _is_new(scene, window, chain.rule, last):
            flow = getattr(chain.rule, "flow", "") or "other"
            return taken_over(scene, window, last)._replace(target=flow) if alike else None
        if alike and (
            not residue or _is_audience(scene, window, residue) or (chain.near is chain.last and scene.lexicon[GOES_ON].fullmatch(residue))
        ):
            return taken_over(scene, window, last)
        if not residue and (_coordinated(scene, window, chain) or _same_things(scene, window, chain.last, last)):
            return taken_over(scene, window, last)
        if residue and chain.rule is not None and _is_object(scene, window, chain.rule, residue) and fits(chain.rule, window.unit, False):
            return taken_over(scene, window, last)
        if alike and residue and _is_part(scene, window, chain.last, last, residue):
            part = taken_over(scene, window, last)
            words = residue[-12:]
            return part._replace(dimension="other", target="other", scope="exact", words=words) if part.table == "staff" else part
    if not residue:
        if chain.near is not None and chain.near.number.end == window.start:
            return None  # 文艺队31支860人
        return _head_before(scene, window, clause) or _headed(scene, window, clause)
    return _headed(scene, window, clause) if scene.lexicon[GOES_ON].fullmatch(residue) else None


def _sums(scene: Scene, window: Window, last: Binding) -> bool:
    """在编18人，聘用22人，共计40人: groups of staff taken together are all of it."""
    grouped = last.table == "staff" and last.dimension in ("employment", "role", "sex", "other")
    return grouped and _SUM.search(scene.folded[window.left : window.start]) is not None


def _coordinated(scene: Scene, window: Window, chain: Chain) -> bool:
    """馆藏16万卷又21万件, 地方文献31种153册: joined to the number before it, in a unit that its rule takes too."""
    if chain.last is None or chain.rule is None or window.unit is None or (chain.bound is not None and chain.bound.rule == "other"):
        return False
    return scene.folded[chain.last.number.end : window.start].strip() in JOINTS and fits(chain.rule, window.unit, False)


def _is_part(scene: Scene, window: Window, last: Quantity, bound: Binding, residue: str) -> bool:
    """志愿者406名，其中教师130名: a part of the total before it, by words that no rule knows."""
    if len(residue) > 8 or scene.lexicon["<<doing_verbs>>"].search(residue):
        return False
    if residue.endswith(scene.lexicon.words("house_places")) and (window.unit is None or window.unit_text == bound.unit):
        return True
    if window.unit not in _HEADS:
        return False
    between = scene.folded[last.number.end : window.start]
    if bound.table == "staff" and (between.startswith(":") or (bound.target == "other" and between[:1] in _LISTED)):
        return True  # 职工24人：音乐5人、舞蹈4人
    return "其中" in between


def _same_unit(last: Binding, window: Window) -> bool:
    return window.unit is None or window.unit_text == last.unit or {window.unit, last.unit} <= _HEADS


def _is_audience(scene: Scene, window: Window, residue: str) -> bool:
    hits = scene.hits.listed("persons", window.left, window.start)
    return bool(hits) and residue.endswith(hits[-1].word) and len(residue) <= 10


def _is_new(scene: Scene, window: Window, rule: Rule, last: Binding) -> bool:
    """持证读者5.8万人，其中今年新增6200人: a flow of what was counted as a stock."""
    level = isinstance(rule, Indicator) and rule.id == last.rule and (rule.stock or rule.flow)
    return bool(level) and bool(scene.hits.listed("flows", window.left, window.start))


def _same_things(scene: Scene, window: Window, before: Quantity, last: Binding) -> bool:
    """收集地方文献320种560册: the same things in another unit."""
    return last.rule == "other" and before.number.end == window.start and window.unit in scene.lexicon.set("other_units")


def _is_object(scene: Scene, window: Window, rule: Rule, residue: str) -> bool:
    """新购图书2万册、报刊480种: another object of the same verb; 古籍2万册 has none."""
    if not any(len(combo) > 1 for combo in getattr(rule, "words", ())):
        return False
    hits = scene.hits.listed("objects", window.left, window.start)
    return bool(hits) and residue.endswith(hits[-1].word) and len(residue) <= 8


def _head_before(scene: Scene, window: Window, clause: Clause) -> Binding | None:
    """读者接待量持续攀升，日均达2000人次: the nearest clause before with words of a measure that takes the unit."""
    if not window.unit or window.unit in ("个", "次"):
        return None
    for other in reversed(scene.clauses[clause.sentence][max(0, clause.index - 3) : clause.index]):
        if other.mark == ";":
            return None
        wide = window._replace(left=other.start, right=window.end)
        found = taking(scene, wide, Visit, other.start, other.end)
        match = next((one for one in found if not getattr(one.rule, "last", False)), None)
        if match is not None:
            made = binding(scene, wide, match, match.rule.KIND)
            return made._replace(start=lead_of(scene, window), end=window.end, words=match.hits[0].word)
    return None


def _headed(scene: Scene, window: Window, clause: Clause) -> Binding | None:
    """2．读者到馆量。2018年51.6万，2019年57.3万: the point's name is the head of the sentence behind it."""
    if not clause.sentence or window.unit in ("个", "次"):
        return None
    name, own = scene.sentences[clause.sentence - 1], scene.sentences[clause.sentence]
    if name.block != own.block or name.end - name.start > 16 or not MARKED.match(scene.folded, name.start):
        return None
    wide = window._replace(left=name.start, right=window.end)
    match = next(iter(taking(scene, wide, Visit, name.start, name.end)), None)
    if match is None:
        return None
    made = binding(scene, wide, match, match.rule.KIND)
    return made._replace(start=lead_of(scene, window), end=window.end, words=match.hits[0].word)
