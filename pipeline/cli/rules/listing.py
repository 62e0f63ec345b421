"""`pipeline rules list`."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Sequence

from pipeline.cli.rules.written import example, kind, words
from pipeline.packs import Rule

_WORDS, _EXAMPLE = 44, 60  # columns of a terminal


def lines(rules: Sequence[Rule], kinds: Collection[str], packs: Collection[str]) -> Iterator[str]:
    """A line for each rule of the kinds and packs (none: all), in columns."""
    chosen = [rule for rule in rules if (not kinds or kind(rule) in kinds) and (not packs or rule.pack in packs)]
    first, second = (max((len(getattr(rule, key)) for rule in chosen), default=0) for key in ("name", "pack"))
    for rule in chosen:
        said = ", ".join(words(combo) for combo in getattr(rule, "words", ()))
        yield f"{rule.name:<{first}}  {rule.pack:<{second}}  {_fitted(said, _WORDS)}  {_fitted(example(rule.yes[0]), _EXAMPLE)}".rstrip()
    yield f"{len(chosen)} rule{'s' * (len(chosen) != 1)}"


def _fitted(text: str, width: int) -> str:
    """The text cut or filled to `width` columns; Chinese characters take two."""
    room = width
    for place, char in enumerate(text):
        room -= _columns(char)
        if room < (place + 1 < len(text)):
            return text[:place] + "…" + " " * (room + _columns(char) - 1)
    return text + " " * room


def _columns(char: str) -> int:
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
