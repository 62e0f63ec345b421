"""What a sentence hands from number to number: heads of coordinations, of clauses before, and of totals for their parts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.mentions import Binding, Quantity
from pipeline.packs import Indicator, Rule, Visit
from pipeline.read.bind import binding, fits, taking
from pipeline.read.link import links, trimmed
from pipeline.read.scene import Clause, Scene
from pipeline.read.window import Window

_JOINTS = frozenset(["", "、", "又", "和", "及", ",", "与", "/", "("])
_LISTED = frozenset("、,;")
_SUM = re.compile(r"[共总合]计|总数|总共|^\W*共\W*$")
_SHARING = frozenset(["", "、", "共", "计", "共计", "、共", "、共计", "合计"])
_HOLDINGS = frozenset(
    ["collection_total", "collection_ancient", "collection_ebooks", "collection_digital", "collection_objects", "archive_holdings"]
)
_KIND_OF_UNIT = {"册次": "册", "卷": "件", "册": "册", "本": "册", "件(套)": "件", "套": "件", "卷(件)": "件"}
_HEADS = frozenset(["人", "名", "位"])
# 2020年受闭馆影响降为…: words that say how a count went on, and nothing of what it counts.
_GOES_ON = r"(?:受[\u3400-\u9fff]{1,6}?影响|<<goes_on>>)*"
_MARKED = re.compile(r"\d{1,2}[.、]|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|[①-⑳]")


@dataclass(slots=True)
class Chain:
    """What the numbers before hand on: the last one that counted, what it counts (though it be no fact), the rule that said so.

    `near` is the last number at all, in `clause`; `staff_block` the last block in which staff was counted;
    `visit` the last visits that were counted, in `visit_block`.
    """

    last: Quantity | None = None
    bound: Binding | None = None
    near: Quantity | None = None
    left: int = 0  # where the words of `near` begin
    clause: Clause | None = None
    rule: Rule | None = None
    staff_block: int = -1
    visit: Binding | None = None
    visit_block: int = -1
    whole: Binding | None = None  # what 其中 divides, while its parts are told

    def new_sentence(self) -> None:
        """Nothing but the place of staff and the last visits goes on beyond a sentence."""
        self.last = self.bound = self.near = self.clause = self.rule = self.whole = None


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
    between, residue = scene.folded[near.number.end : window.start].strip(), _residue(scene, window)
    if between not in _SHARING if not residue else (between[:1] != "、" or len(residue) > 8):
        return None
    wide = window._replace(left=chain.left)
    found = taking(scene, wide, Visit, chain.left, window.start if residue else near.number.start)
    fit = (one for one in found if not getattr(one.rule, "last", False))
    match = next((one for one in fit if not residue or any(hit.start >= near.number.end for hit in one.hits)), None)
    if match is None:
        return None
    return _taken_over(scene, window, binding(scene, wide, match, match.rule.KIND))._replace(words=match.hits[0].word)


def inherited(scene: Scene, window: Window, clause: Clause, chain: Chain) -> Binding | None:
    """The head of the number before it, or of a clause before it, where this number has no words of its own."""
    residue = _residue(scene, window)
    last = chain.bound
    if window.unit in _HEADS and scene.lexicon["<<put_to>>"].match(scene.folded, window.end):
        return None  # 参加培训136人次，4人晋升职称
    if chain.last is not None and last is not None:
        alike = _same_unit(last, window)
        if alike and not residue and _sums(scene, window, last):
            whole = _taken_over(scene, window, last)
            return whole._replace(rule="staff_total", target="staff_total", dimension="total", scope="exact")
        if chain.rule is not None and _is_new(scene, window, chain.rule, last):
            flow = getattr(chain.rule, "flow", "") or "other"
            return _taken_over(scene, window, last)._replace(target=flow) if alike else None
        if alike and (
            not residue or _is_audience(scene, window, residue) or (chain.near is chain.last and scene.lexicon[_GOES_ON].fullmatch(residue))
        ):
            return _taken_over(scene, window, last)
        if not residue and (_coordinated(scene, window, chain) or _same_things(scene, window, chain.last, last)):
            return _taken_over(scene, window, last)
        if residue and chain.rule is not None and _is_object(scene, window, chain.rule, residue) and fits(chain.rule, window.unit, False):
            return _taken_over(scene, window, last)
        if alike and residue and _is_part(scene, window, chain.last, last, residue):
            part = _taken_over(scene, window, last)
            words = residue[-12:]
            return part._replace(dimension="other", target="other", scope="exact", words=words) if part.table == "staff" else part
    if not residue:
        if chain.near is not None and chain.near.number.end == window.start:
            return None  # 文艺队31支860人
        return _head_before(scene, window, clause) or _headed(scene, window, clause)
    return _headed(scene, window, clause) if scene.lexicon[_GOES_ON].fullmatch(residue) else None


def _sums(scene: Scene, window: Window, last: Binding) -> bool:
    """在编18人，聘用22人，共计40人: groups of staff taken together are all of it."""
    grouped = last.table == "staff" and last.dimension in ("employment", "role", "sex", "other")
    return grouped and _SUM.search(scene.folded[window.left : window.start]) is not None


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


def told_on(scene: Scene, window: Window, clause: Clause, chain: Chain) -> Binding | None:
    """到馆16万人次，次年升到18万人次: the visits counted before in the block, where this clause only says how they went on."""
    last = chain.visit
    if last is None or window.unit is None or window.unit_text != last.unit or scene.sentences[clause.sentence].block != chain.visit_block:
        return None
    return _taken_over(scene, window, last) if scene.lexicon[_GOES_ON].fullmatch(_residue(scene, window)) else None


def as_before(scene: Scene, made: Binding, clause: Clause, chain: Chain) -> Binding:
    """10月2日更以1.36万人次刷新纪录: person-times whose measure nothing says are those that the block counted before."""
    last = chain.visit
    if made.target == "other" and _came(scene, clause):
        return made._replace(target="visits_physical")
    if made.target == "other" and scene.hits.listed("activities", scene.sentences[clause.sentence].start, made.end):
        return made._replace(target="attendance_events")
    if last is None or made.target != "other" or made.unit != last.unit or scene.sentences[clause.sentence].block != chain.visit_block:
        return made
    return made._replace(target=last.target)


def _came(scene: Scene, clause: Clause) -> bool:
    """5.观众。2017年51.2万人次: whether the sentence, or the point's name before it, tells of those who come to the house."""
    own = scene.sentences[clause.sentence]
    start = own.start
    if clause.sentence:
        name = scene.sentences[clause.sentence - 1]
        if name.block == own.block and name.end - name.start <= 16 and _MARKED.match(scene.folded, name.start):
            start = name.start
    return scene.lexicon["<<comers>>"].search(scene.folded, start, clause.end) is not None


def same_meaning(scene: Scene, window: Window, clause: Clause, chain: Chain) -> tuple[str, str] | None:
    """增长14%和24%: a coordinated number is meant as the one before it."""
    near = chain.near
    if near is None or chain.clause != clause or near.meant == "stated" or near.reason is None:
        return None
    joined = scene.folded[near.number.end : window.start] in _JOINTS
    return (near.meant, near.reason.partition(": ")[2]) if joined else None


def _taken_over(scene: Scene, window: Window, last: Binding) -> Binding:
    return last._replace(start=_lead(scene, window), end=window.end, unit=window.unit_text or last.unit)


def _coordinated(scene: Scene, window: Window, chain: Chain) -> bool:
    """馆藏16万卷又21万件, 地方文献31种153册: joined to the number before it, in a unit that its rule takes too."""
    if chain.last is None or chain.rule is None or window.unit is None:
        return False
    return scene.folded[chain.last.number.end : window.start].strip() in _JOINTS and fits(chain.rule, window.unit, False)


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


def _lead(scene: Scene, window: Window) -> int:
    lead = links(scene).lead.match(scene.folded, window.left, window.start)
    return lead.end() if lead else window.left


def _residue(scene: Scene, window: Window) -> str:
    """The words left of a number that are neither dates nor links nor leading words."""
    parts, at = [], window.left
    for date in scene.dates(window.left, window.start):
        parts.append(scene.folded[at : date.start])
        at = date.end
    parts.append(scene.folded[at : window.start])
    return "".join(part[slice(*trimmed(scene, part))] for part in parts).strip("、,;:()的在约 ")


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
        match = next(iter(taking(scene, wide, Visit, other.start, other.end)), None)
        if match is not None:
            made = binding(scene, wide, match, match.rule.KIND)
            return made._replace(start=_lead(scene, window), end=window.end, words=match.hits[0].word)
    return None


def _headed(scene: Scene, window: Window, clause: Clause) -> Binding | None:
    """2．读者到馆量。2018年51.6万，2019年57.3万: the point's name is the head of the sentence behind it."""
    if not clause.sentence or window.unit in ("个", "次"):
        return None
    name, own = scene.sentences[clause.sentence - 1], scene.sentences[clause.sentence]
    if name.block != own.block or name.end - name.start > 16 or not _MARKED.match(scene.folded, name.start):
        return None
    wide = window._replace(left=name.start, right=window.end)
    match = next(iter(taking(scene, wide, Visit, name.start, name.end)), None)
    if match is None:
        return None
    made = binding(scene, wide, match, match.rule.KIND)
    return made._replace(start=_lead(scene, window), end=window.end, words=match.hits[0].word)
