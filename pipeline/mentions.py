"""What reading finds on a page: numbers, honours and numbered points, each with how it was read. Frozen; offsets as in `Document.text`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from pipeline.values import DateSpan, Number


class Period(NamedTuple):
    """The time a number covers. `edtf` is None where no date is said; `basis` is stated or page."""

    kind: str = "unknown"
    edtf: str | None = None
    earliest: date | None = None
    latest: date | None = None
    basis: str | None = None


class Subject(NamedTuple):
    """Whose number it is. `whose`: own (the reporting institution), venue (another institution, named), other (nobody's fact)."""

    whose: str
    name: str | None = None
    word: str = ""


class Binding(NamedTuple):
    """What a number counts: the table and rule, the vocabulary id, and the words [start:end] that decided it."""

    table: str
    rule: str
    target: str
    start: int
    end: int
    words: str
    dimension: str = ""
    scope: str = "exact"
    unit: str | None = None

    @property
    def claim(self) -> str:
        return f"{self.table}:{self.rule}"


class Step(NamedTuple):
    """One step of a derivation, for `pipeline explain`: what was decided, by which word, and where it stands."""

    decided: str
    word: str


class Quantity(NamedTuple):
    """A number or date of the text with its reading. Without a `binding` it is no fact, and `reason` says why."""

    number: Number | DateSpan
    field: str = "text"
    meant: str = "stated"
    reason: str | None = None
    binding: Binding | None = None
    subject: Subject | None = None
    period: Period = Period()
    audience: str | None = None
    audience_text: str | None = None
    steps: tuple[Step, ...] = ()


class HonourMention(NamedTuple):
    """A grant of one honour, as told at one place. `numbers` are the spans of numbers that the name or batch holds."""

    start: int
    end: int
    name: str
    rule: str
    kind: str | None
    level: str | None
    form: str
    recipient: str | None
    recipient_kind: str
    body: str | None = None
    grade: str | None = None
    batch: str | None = None
    date: Period = Period()
    name_start: int = 0
    name_end: int = 0
    steps: tuple[Step, ...] = ()


class Point(NamedTuple):
    """A numbered point. `start:end` is its whole text, `label_end` ends the mark, `title_start:title_end` is its name."""

    initiative_id: str
    parent_id: str | None
    level: int
    ordinal: int
    scheme: str
    start: int
    end: int
    label_end: int
    title_start: int
    title_end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read of one page."""

    institution: str | None
    quantities: tuple[Quantity, ...]
    honours: tuple[HonourMention, ...]
    points: tuple[Point, ...]
