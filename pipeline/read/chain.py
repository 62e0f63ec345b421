"""What a sentence hands from number to number."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.mentions import Binding, Quantity
from pipeline.packs import Rule
from pipeline.read.scene import Clause, Scene
from pipeline.read.window import Window

JOINTS = frozenset(["", "、", "又", "和", "及", ",", "与", "/", "("])
MARKED = re.compile(r"\d{1,2}[.、]|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|[①-⑳]")


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


def same_meaning(scene: Scene, window: Window, clause: Clause, chain: Chain) -> tuple[str, str] | None:
    """增长14%和24%: a coordinated number is meant as the one before it."""
    near = chain.near
    if near is None or chain.clause != clause or near.meant == "stated" or near.reason is None:
        return None
    joined = scene.folded[near.number.end : window.start] in JOINTS
    return (near.meant, near.reason.partition(": ")[2]) if joined else None
