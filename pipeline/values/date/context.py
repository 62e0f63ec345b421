"""What is known beside a date, and what a date resolves to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_BREAK = re.compile(r"[。!?\n]")


@dataclass(slots=True)
class Context:
    """What is known beside a date: the document's day, and the last dated neighbour with the offset where it ends."""

    reference: date | None
    folded: str
    previous: tuple[int | None, int | None, int | None] = (None, None, None)
    previous_end: int = 0
    previous_edtf: tuple[str, str] | None = None
    previous_inferred: bool = False
    repeated_end: int = -1  # where the last of a set ends
    previous_guessed: bool = False  # its year is but the nearest to the reference: the next one guesses for itself

    def repeats(self, at: int) -> bool:
        """Whether the date at `at` goes on a set: the second of 每月1日、15日."""
        return self.repeated_end == at - 1 and self.folded[at - 1] in "、和及与"

    def told_year(self, at: int) -> int | None:
        """The year that the last date of the sentence of `at` tells, in whatever way."""
        return self.previous[0] if self.near(at) and not self.previous_guessed else None

    def near(self, at: int) -> bool:
        """Whether the last date stands in the sentence of `at`."""
        return self.previous_edtf is not None and not _BREAK.search(self.folded, self.previous_end, at)


@dataclass(slots=True)
class Ends:
    """EDTF of the first and last part of a date; whether the reference filled something."""

    low: str
    high: str
    inferred: bool
    parts: tuple[int | None, int | None, int | None]
