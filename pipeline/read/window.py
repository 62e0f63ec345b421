"""A number's own part of its clause: the words that are nearer to it than to another number."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from pipeline.read.countable import may_count
from pipeline.read.link import is_link
from pipeline.read.scene import Clause, Scene
from pipeline.values import Number

_RIGHT_STOP = re.compile(r"[、,;:。()]|以及|和(?!平|谐)|(?<![以普涉])及(?!时|格)|(?<!参)与")
_JOINT = re.compile(r"(?:和|(?<![普涉惠])及|(?<!参)与)$")
_LABEL = re.compile(r"[\u3400-\u9fff][\u3400-\u9fff()]{1,15}[ \t|:]*")
_PERSONS = frozenset(["人", "名", "位", "人次"])
_JOINED = frozenset(["、", "和", "与", "及", ","])


class Window(NamedTuple):
    """Words from `left`, the number at [start:end], words up to `right`; the unit as rules write it and as the page does."""

    left: int
    start: int
    end: int
    right: int
    unit: str | None
    unit_text: str | None


class Windows:
    """Cuts the window of each number of a page."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._clause: Clause | None = None
        self._numbers: list[Number] = []
        self._starts: list[int] = []

    def of(self, number: Number, clause: Clause) -> Window:
        """The window: from the number before (or a bracket, or the clause's start) to the next number or joint."""
        folded, start, end = self._scene.folded, number.start, number.end
        if self._clause is not clause:
            self._enter(clause)
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        left = self._numbers[low - 1].end if low else clause.start
        right = self._starts[high] if high < len(self._starts) else clause.end
        stop = _RIGHT_STOP.search(folded, end, right)
        if stop and number.unit in _PERSONS and stop.start() - end <= 8:
            right, stop = self._past_joint(high, right, stop, clause)
        opened = folded.rfind("(", left, start)
        if opened >= left and folded.find(")", opened, start) < 0:
            left = opened + 1
        if left < start and _JOINT.search(folded, left, start):
            left = start  # 2名馆员和36名志愿者: what stands before the joint was counted before it
        unit, unit_text = self._unit(number, clause)
        return Window(self._reach_back(left, number, clause), start, end, stop.start() if stop else right, unit, unit_text)

    def _enter(self, clause: Clause) -> None:
        """Gather the numbers of a clause that can count something."""
        scene = self._scene
        found = scene.numbers(clause.start, clause.end)
        self._numbers = [n for n in found if n.start not in scene.citations and n.start not in scene.row_codes and may_count(n)]
        self._clause, self._starts = clause, [n.start for n in self._numbers]

    def _reach_back(self, left: int, number: Number, clause: Clause) -> int:
        """职工：15人 and 编制（35名）: a number with no words of its own has those before the colon or the bracket."""
        if not is_link(self._scene, self._scene.folded[left : number.start]):
            return left
        if left > clause.start and self._scene.folded[left - 1] == "(":
            return clause.start
        if not clause.index and left == clause.start:
            return self._line_above(number, clause) or left
        before = self._scene.clauses[clause.sentence][clause.index - 1] if clause.index else None
        return before.start if before and before.mark == ":" and left == clause.start and before.end - before.start <= 16 else left

    def _line_above(self, number: Number, clause: Clause) -> int | None:
        """Where the line above begins, if it is a label and the number is all of its own line: a table that lost its cells."""
        blocks, place = self._scene.document.blocks, self._scene.sentences[clause.sentence].block
        own = self._scene.folded[number.end : blocks[place].end]
        if (
            not place
            or blocks[place].kind == "cell"
            or own.strip(" |\t")
            or not _LABEL.fullmatch(self._scene.folded, blocks[place - 1].start, blocks[place - 1].end)
        ):
            return None
        return blocks[place - 1].start

    def _past_joint(self, at: int, right: int, stop: re.Match[str], clause: Clause) -> tuple[int, re.Match[str] | None]:
        """560名小朋友和260位家长参加: people joined to others have what stands behind those, too."""
        told = self._scene.hits.listed("persons", stop.start() - 8, stop.start())
        beside = self._scene.hits.listed("persons", stop.end(), min(stop.end() + 6, clause.end))
        if told and told[-1].end == stop.start() and beside and beside[0].start == stop.end() and stop.group() in _JOINED:
            after = _RIGHT_STOP.search(self._scene.folded, beside[0].end, right)
            return right, after  # 160名孕妇及家属参加
        if stop.end() != right:
            return right, stop
        if at >= len(self._numbers) or self._numbers[at].unit not in _PERSONS or not told or told[-1].end != stop.start():
            return right, stop
        end = self._starts[at + 1] if at + 1 < len(self._starts) else clause.end
        return end, _RIGHT_STOP.search(self._scene.folded, self._numbers[at].end, end)

    def _unit(self, number: Number, clause: Clause) -> tuple[str | None, str | None]:
        """The unit folded and as written; 43万、40.1万和72.7万册次: numbers of a list without one have that of its end."""
        if number.unit == "个人":
            return "人", self._written(number)  # 职工只有6个人
        if number.unit == "个" and self._are_people(number.end):
            return "名", self._written(number)  # 来了1600多个孩子
        if number.unit is not None or number.kind != "count":
            return number.unit, self._written(number)
        at = number
        for other in self._scene.numbers(number.end, clause.end):
            if self._scene.folded[at.end : other.start] not in _JOINED:
                break
            if other.unit is not None:
                return other.unit, self._written(other)
            at = other
        return None, None

    def _are_people(self, place: int) -> bool:
        """Whether people are named at `place`; families are none that can be counted as such."""
        told = self._scene.hits.listed("persons", place, place + 4)
        return any(hit.start == place and not hit.word.endswith("家庭") for hit in told)

    def _written(self, number: Number) -> str | None:
        """The unit in the page's own characters."""
        if number.unit is None:
            return None
        at = self._scene.folded.find(number.unit, number.numeral_end - len(number.unit), number.end)
        return number.unit if at < 0 else self._scene.text[at : at + len(number.unit)]
