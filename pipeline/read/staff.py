"""Head counts: a word that is one by itself, or a category where staff is being counted."""

from __future__ import annotations

import re

from pipeline.mentions import Binding
from pipeline.packs import Category, Visit
from pipeline.read.bind import Match, best, matches
from pipeline.read.chain import Chain
from pipeline.read.countable import PEOPLE
from pipeline.read.link import is_link, links
from pipeline.read.scene import Clause, Scene
from pipeline.read.window import Window

# 15名职工参加…: some of the staff did something, which counts no staff.
_ACTION = re.compile(r"(?!中|里|其|和|及|均|平均|的平均)[\u3400-\u9fff]")

# 3人本科毕业, 16人为本科以上学历: what may follow a category that stands behind its number.
_BEHIND = r"(?:及)?(?:以上|以下)?(?:<<degree_words>>)*(?:的)?"
_POSTS = re.compile(r"编制[^()]{0,12}\([^()]*$")  # 核定编制58名(管理岗位9名): posts, whoever holds them
_GROWS = re.compile(r"[\u3400-\u9fff]{0,4}[从由增扩]")
_HOUSE = re.compile(r"(?:[馆院]内?|[馆院]里|除)(?:的|目前|现有)?$")  # 馆内9名讲解员轮流值班: all there are
_COUNTED = r"(?:及|以上|以下|<<degree_words>>|人员|的|者|有|占|共|达|为){0,4}\d{1,3}[人名位]"
_AGES = re.compile(r"\d{1,2}岁?(?:[至到~—-]{1,2}\d{1,2})?$")
_TO_NUMBER = r"(?:及)?(?:以上|以下)?(?:<<degree_words>>|人员)?(?:的|者|有|占|共|达|为|共有|各|约|近)*"


def head_count(scene: Scene, window: Window, clause: Clause, chain: Chain) -> Match | None:
    """The category of staff that the number counts, or None."""
    if window.unit not in PEOPLE:
        return None
    match = best(scene, window, Category)
    if match is None:
        return None
    rival = best(scene, window, Visit)
    whole = match.hits[0].word in ("全馆", "全院")
    if rival is not None and match.hits[-1].end <= window.start and all(hit.start >= window.end for hit in rival.hits):
        rival = None  # 讲解员4名，带出小讲解员20名: what stands before the number speaks first
    if rival is not None and (rival.chars > match.chars or whole):
        return None
    if (
        whole
        and not is_link(scene, scene.folded[match.hits[0].end : window.start])
        and not links(scene).lead.fullmatch(scene.folded, match.hits[0].end, window.start)
    ):
        return None
    last = max(hit.end for hit in match.hits)
    if scene.lexicon["<<leading_verbs>>"].search(scene.folded, match.hits[0].end if last > window.start else window.left, window.start):
        return None
    behind = all(hit.start >= window.end for hit in match.hits)
    all_there_are = _HOUSE.search(scene.folded, clause.start, window.start) and scene.folded[window.start] not in "几数"
    if behind and not all_there_are and _ACTION.match(scene.folded, _after(scene, last)):
        return None
    if scene.lexicon["<<put_to>>"].match(scene.folded, window.end):
        return None
    if match.hits[-1].word.endswith(("岗", "岗位")) and _POSTS.search(scene.folded, clause.start, window.start):
        return None
    match = _longest(scene, match, window)
    match = (_named_behind(scene, window) if whole else None) or match
    rule = match.rule
    return match if isinstance(rule, Category) and (rule.alone or _counts_staff(scene, clause, window, chain, match)) else None


def as_people(scene: Scene, bound: Binding, match: Match, block: int) -> Binding:
    """馆员从24人增加到51人: where a paragraph names no other title, 馆员 who grow in number are the staff."""
    if bound.rule != "intermediate" or match.hits[0].word != "馆员" or not _GROWS.match(scene.folded, match.hits[0].end):
        return bound
    where = scene.document.blocks[block]
    if scene.lexicon["<<title_signs>>"].search(scene.folded, where.start, where.end):
        return bound
    return bound._replace(dimension="total", rule="staff_total", target="staff_total")


def with_ages(scene: Scene, bound: Binding) -> Binding:
    """29岁以下6名: the words of an age begin with its figures."""
    if not scene.folded.startswith("岁", bound.start):
        return bound
    figures = _AGES.search(scene.folded, max(0, bound.start - 8), bound.start)
    return bound._replace(start=figures.start()) if figures else bound


def _after(scene: Scene, end: int) -> int:
    behind = scene.lexicon[_BEHIND].match(scene.folded, end)
    return behind.end() if behind else end


def _named_behind(scene: Scene, window: Window) -> Match | None:
    """全馆有18名在编人员: the category right behind the number, where only the whole house is named before it."""
    found = matches(scene, window, Category, window.end, window.right)
    return next((m for m in found if m.hits[0].start == window.end and m.rule.id != "staff_total"), None)


def _longest(scene: Scene, match: Match, window: Window) -> Match:
    """副研究馆员 holds 研究馆员 and 馆员: the category whose words cover the other's."""
    high = window.end if match.hits[0].end <= window.start else window.right
    return next(iter(matches(scene, window, Category, window.left, high)), match)


def _counts_staff(scene: Scene, clause: Clause, window: Window, chain: Chain, match: Match) -> bool:
    """Whether staff is being counted here: a head count earlier in the block, or its words earlier in the sentence."""
    block = scene.sentences[clause.sentence].block
    if chain.staff_block == block or (chain.staff_block >= 0 and _heads(scene, window, match)):
        return True
    if _is_post(scene, window, match) or _is_breakdown(scene, clause):
        return True
    if chain.staff_block >= 0 and block - chain.staff_block <= 2 and scene.folded.startswith("其中", scene.document.blocks[block].start):
        return True
    return any(
        isinstance(use.rule, Category) and use.rule.alone and use.combo >= 0
        for hit in scene.hits.of(Category, scene.sentences[clause.sentence].start, window.start)
        for use in hit.uses
    )


def _heads(scene: Scene, window: Window, match: Match) -> bool:
    """Whether the category stands alone before the number, as in a list: 正高2人. Then staff counted anywhere before is enough."""
    first, last = min(hit.start for hit in match.hits), max(hit.end for hit in match.hits)
    alone = last <= window.start and scene.lexicon[_TO_NUMBER].fullmatch(scene.folded, last, window.start) is not None
    ages = _AGES.search(scene.folded, window.left, first) if scene.folded.startswith("岁", first) else None
    return alone and links(scene).lead.fullmatch(scene.folded, window.left, ages.start() if ages else first) is not None


def _is_post(scene: Scene, window: Window, match: Match) -> bool:
    """馆长1人、副馆长2人: a post of the house right before how many hold it."""
    few = scene.folded[window.start : window.start + 1] in ("1", "2", "3", "4", "5", "一", "两", "三", "四", "五")
    return match.rule.id == "management" and few and _heads(scene, window, match)


def _is_breakdown(scene: Scene, clause: Clause) -> bool:
    """副高级2人、中级5人、初级4人: three categories told one after another break down a staff, though none is named."""
    sentence = scene.sentences[clause.sentence]
    if scene.lexicon["<<breakdown_others>>"].search(scene.folded, sentence.start, sentence.end):
        return False
    kinds = set()
    for hit in scene.hits.of(Category, sentence.start, sentence.end):
        rule = next((use.rule for use in hit.uses if isinstance(use.rule, Category) and use.combo >= 0), None)
        if rule is not None and rule.dimension in ("education", "title") and scene.lexicon[_COUNTED].match(scene.folded, hit.end):
            kinds.add(rule.id)
    return len(kinds) >= 3
