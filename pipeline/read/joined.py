"""Numbers joined to the one before: people to their sessions, parts to what was done."""

from __future__ import annotations

from pipeline.mentions import Binding
from pipeline.packs import Indicator, Visit
from pipeline.read.bind import binding, taking
from pipeline.read.chain import Chain
from pipeline.read.own_words import residue_of, taken_over
from pipeline.read.scene import Clause, Scene
from pipeline.read.window import Window

_SHARING = frozenset(["", "、", "共", "计", "共计", "、共", "、共计", "合计"])
_HOLDINGS = frozenset(
    ["collection_total", "collection_ancient", "collection_ebooks", "collection_digital", "collection_objects", "archive_holdings"]
)
_KIND_OF_UNIT = {"册次": "册", "卷": "件", "册": "册", "本": "册", "件(套)": "件", "套": "件", "卷(件)": "件"}


def adjoined(scene: Scene, window: Window, chain: Chain) -> Binding | None:
    """举办讲座11场2140人次: people right behind the sessions that they came to."""
    last, bound, held = chain.last, chain.bound, chain.rule
    if last is None or bound is None or not isinstance(held, Indicator) or not held.attendance or bound.rule != held.id:
        return None
    if window.unit not in ("人次", "人", "名") or scene.folded[last.number.end : window.start] not in ("", "共", "(", ",共"):
        return None
    return Binding("visits", held.id, held.attendance, window.start, window.end, bound.words, unit=window.unit_text)


def shared(scene: Scene, window: Window, clause: Clause, chain: Chain) -> Binding | None:
    """接待团队826批43600人, 接待单位210个、群众1.9万人次: a number joined to one whose words count it too."""
    near = chain.near
    if near is None or chain.clause is not clause or window.unit is None:
        return None
    between, residue = scene.folded[near.number.end : window.start].strip(), residue_of(scene, window)
    if between not in _SHARING if not residue else (between[:1] != "、" or len(residue) > 8):
        return None
    wide = window._replace(left=chain.left)
    found = taking(scene, wide, Visit, chain.left, window.start if residue else near.number.start)
    fit = (one for one in found if not getattr(one.rule, "last", False))
    match = next((one for one in fit if not residue or any(hit.start >= near.number.end for hit in one.hits)), None)
    if match is None:
        return None
    return taken_over(scene, window, binding(scene, wide, match, match.rule.KIND))._replace(words=match.hits[0].word)


def part_of_whole(scene: Scene, window: Window, made: Binding, chain: Chain) -> Binding:
    """修复文物120件，其中青铜器36件: holdings named as parts of what was done are counted with it."""
    if made.target not in _HOLDINGS:
        chain.whole = None
        return made
    last = chain.bound
    if chain.last is not None and last is not None and "其中" in scene.folded[chain.last.number.end : window.start]:
        chain.whole = last if last.table == "indicators" and last.target not in _HOLDINGS else None
    elif made.target == "collection_total":
        chain.whole = None
    whole = chain.whole
    if whole is None or _KIND_OF_UNIT.get(window.unit or "", window.unit) != _KIND_OF_UNIT.get(whole.unit or "", whole.unit):
        return made
    return made._replace(rule=whole.rule, target=whole.target)
