"""What a pack can say. Each class is one kind of rule; its fields are the keys its TOML table may have."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar, Literal

Meant = Literal["plan", "change", "capacity", "negated", "other"]
Combo = tuple[tuple[str, ...], ...]
_HEADS = ("人", "名", "位")
_SAME = {"平米": "平方米", "㎡": "平方米", "m2": "平方米"}


@dataclass(frozen=True, slots=True)
class Example:
    """A text, the span marked in it with braces (None where nothing is marked), and the columns expected of its row."""

    text: str
    start: int | None = None
    end: int | None = None
    expect: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What every rule has: an id, the pack it stands in, and its examples."""

    KIND: ClassVar[str] = ""
    id: str
    pack: str
    yes: tuple[Example, ...]
    no: tuple[Example, ...]
    todo: tuple[Example, ...] = ()

    @property
    def name(self) -> str:
        return f"{self.KIND}:{self.id}"

    def takes(self, unit: str | None) -> bool:
        """Whether a number with this unit can be the rule's; of those without one some are, where its words stand close."""
        return unit is None or unit in _HEADS


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Rule):
    """Words that name a measure. `words`: any one suffices; `接待|迎来 + 读者|观众` wants one of each group in the clause.

    `last`: only where no other rule and no head before the number claims it.
    """

    words: tuple[Combo, ...]
    units: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    measure: str = ""
    last: bool = False

    @property
    def target(self) -> str:
        """The vocabulary id: `measure` where it is given, else the rule's own id."""
        return self.measure or self.id

    def takes(self, unit: str | None) -> bool:
        if unit is None:
            return True
        unit = _SAME.get(unit, unit)
        return not self.units or unit in self.units or re.split(r"[(（/]", unit)[0] in self.units


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit(Measure):
    """People. `follows`: what was held just before (举办展览3期，观众2万人次) decides which attendance it is; `held`: only then it counts."""

    KIND: ClassVar[str] = "visits"
    follows: bool = False
    held: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Measure):
    """A measure of the institution.

    `stock`: what it has; new ones (新建分馆3个) are a flow and go to `flow`, or to `other`. `attendance`: the visits measure of those who came to it.
    """

    KIND: ClassVar[str] = "indicators"
    stock: bool = False
    flow: str = ""
    attendance: str = ""

    def takes(self, unit: str | None) -> bool:
        return not (self.stock or self.attendance) if unit is None else Measure.takes(self, unit)


@dataclass(frozen=True, slots=True, kw_only=True)
class Category(Rule):
    """Words that name a category of staff. `alone`: it is a head count without a total before it (职工, 工作人员)."""

    KIND: ClassVar[str] = "staff"
    dimension: str
    words: tuple[Combo, ...]
    unless: tuple[str, ...] = ()
    category: str = ""
    alone: bool = False

    @property
    def target(self) -> str:
        return self.category or self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue(Rule):
    """Words that decide how a number is meant. `side`: where they stand of the number; `reach`: how far they govern."""

    KIND: ClassVar[str] = "cue"
    meant: Meant
    words: tuple[Combo, ...]
    side: Literal["before", "after", "touching"] = "before"
    reach: Literal["clause", "sentence", "point"] = "clause"
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience(Rule):
    """Words that name an audience."""

    KIND: ClassVar[str] = "audience"
    words: tuple[Combo, ...]
    audience: str = ""

    @property
    def target(self) -> str:
        return self.audience or self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant(Rule):
    """Words that grant an honour. `given`: the institution gives it away (向读者颁发), so the recipient is another."""

    KIND: ClassVar[str] = "grant"
    words: tuple[Combo, ...]
    form: Literal["granted", "status", "shortlisted"] = "granted"
    strong: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Honour(Rule):
    """How names of honours of one kind end. `bare`: such a name is an honour without quotes and without a verb."""

    KIND: ClassVar[str] = "honour"
    words: tuple[Combo, ...]
    bare: bool = False
    kind: str = ""

    @property
    def target(self) -> str:
        return self.kind or self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Level(Rule):
    """Words of a granting body, a place or a name that tell an honour's level."""

    KIND: ClassVar[str] = "level"
    words: tuple[Combo, ...]


KINDS: dict[str, type[Rule]] = {
    "visit": Visit, "indicator": Indicator, "staff": Category, "cue": Cue,
    "audience": Audience, "grant": Grant, "honour": Honour, "level": Level,
}  # fmt: skip
