"""Verbs that grant: which words of a clause are such, and how far their names go."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipeline.packs import Grant
from pipeline.read.honours.hints import LEVEL_HINT, PRAISE
from pipeline.read.scene import Clause, Scene
from pipeline.read.terms import Hit

_PRIZE_AHEAD = re.compile(r"(?:[特一二三四金银铜][、和])*(?:[\u3400-\u9fff“”]{2,24}(?:奖|称号|[冠亚季]军|第[一二三]名)|[金银铜][牌奖])")
_AFTERWARDS = re.compile(r"之?后")
_HINTS = rf"{LEVEL_HINT}|{PRAISE}"
_MADE = r"(?P<verb><<made_verbs>>)(?:其|<<own_subjects>>)$"
_EXAMINED = r"(?:的)?(?:<<examinations>>)"


@dataclass(frozen=True, slots=True)
class Verb:
    start: int
    end: int
    rule: Grant
    word: str


def verbs_of(scene: Scene, clause: Clause) -> list[Verb]:
    """The verbs of grant in a clause, longest where they overlap; quotes and names hide those inside them."""
    found: list[Verb] = []
    for hit in scene.hits.of(Grant, clause.start, clause.end):
        rule = next((use.rule for use in hit.uses if isinstance(use.rule, Grant)), None)
        if rule is None or (found and scene.folded[hit.end : hit.end + 1] == "的"):
            continue
        if found and hit.start < found[-1].end:
            if found[-1].word != "被评" or hit.end <= found[-1].end:
                continue
            found.pop()  # 被评定为
        made = scene.lexicon[_MADE].search(scene.folded, clause.start, hit.start) if hit.word == "为" else None
        if made:
            found = [verb for verb in found if verb.end <= made.start()]
            rule = replace(rule, id="designated", form="granted", strong=True)
            found.append(Verb(made.start(), hit.end, rule, f"{made.group('verb')}为"))
            continue  # 省政府公布该馆为…
        if not _part_of_another(scene, clause, hit) and (rule.form != "status" or _is_copula(scene, clause, hit)):
            found.append(Verb(hit.start, hit.end, rule, hit.word))
    return found


def _part_of_another(scene: Scene, clause: Clause, hit: Hit) -> bool:
    """获悉, 入选作品, words in quotes: no verb that grants."""
    folded = scene.folded
    return bool(
        (hit.word.endswith("获") and folded[hit.end : hit.end + 1] in scene.lexicon.set("bound_followers"))
        or (hit.word in scene.lexicon.set("noun_verbs") and scene.lexicon["<<selected_nouns>>"].match(folded, hit.end))
        or (len(hit.word) == 1 and not _stands_alone(scene, hit.start, hit.end))
        or folded.count("“", clause.start, hit.start) > folded.count("”", clause.start, hit.start)
    )


def _stands_alone(scene: Scene, start: int, end: int) -> bool:
    """Whether a verb of one character is a word of its own, or the name of an honour begins right after it (周言获全省…)."""
    return {start, end} <= scene.boundaries or bool(
        scene.lexicon[_HINTS].match(scene.folded, end)
        or scene.folded[end : end + 1] in ("“", "此")
        or _PRIZE_AHEAD.match(scene.folded, end)
    )


def _is_copula(scene: Scene, clause: Clause, hit: Hit) -> bool:
    """是 and 为 only where they are no part of a word."""
    return not scene.lexicon["<<copula_words>>"].search(scene.folded[max(clause.start, hit.start - 2) : hit.end + 1])


def names_end(scene: Scene, clause: Clause, verb: Verb, later: list[Verb]) -> int | None:
    """Where the verb's words end: at the last comma before the next strong verb, or with the clause. None where 通过 grants nothing."""
    limit = _next_verb(scene, clause, verb, later)
    if later and later[0].word in scene.lexicon.set("giving_verbs") and limit == later[0].start and verb.rule.form != "status":
        return None  # 获国家图书馆颁发“…”: what stands between the two gives
    if "继" in scene.folded[clause.start : verb.start]:
        after = _AFTERWARDS.search(scene.folded, verb.end, limit)
        limit = after.start() if after else limit  # 继被评为…之后
    if verb.word != "通过":
        return limit
    examined = scene.lexicon[_EXAMINED].search(scene.folded, verb.end, limit)
    return examined.start() if examined else None


def _next_verb(scene: Scene, clause: Clause, verb: Verb, later: list[Verb]) -> int:
    following = next((other.start for other in later if other.rule.strong), None)
    if following is None:
        return clause.end
    cut = max(scene.folded.rfind(mark, verb.end, following) for mark in "、, ")
    return cut if cut >= 0 else following
