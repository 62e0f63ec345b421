"""The words the grammar reads: units, hedges, words that only look like numbers. Data; packs hand in more."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True)
class Lexicon:
    """Word lists, all in folded form. `units` maps a unit to its kind, the hedges map a word to its bound."""

    units: tuple[tuple[str, str], ...] = ()
    before: tuple[tuple[str, str], ...] = ()
    after: tuple[tuple[str, str], ...] = ()
    words: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    def extended(
        self, *, units: dict[str, str] | None = None, words: tuple[str, ...] = (), names: tuple[str, ...] = ()
    ) -> Lexicon:
        """This lexicon with more units (unit to kind), no-number words and names."""
        return replace(
            self,
            units=tuple((dict(self.units) | (units or {})).items()),
            words=self.words | frozenset(words),
            names=self.names | frozenset(names),
        )


def load(data: dict[str, Any]) -> Lexicon:
    """A lexicon of the tables of a TOML file."""
    sides: dict[str, dict[str, str]] = {"before": {}, "after": {}}
    for entry in data.get("hedges", ()):
        sides[entry["side"]].update(dict.fromkeys(entry["words"], entry["bound"]))
    return Lexicon(
        units=tuple((word, entry["kind"]) for entry in data.get("units", ()) for word in entry["words"]),
        before=tuple(sides["before"].items()),
        after=tuple(sides["after"].items()),
        words=frozenset(word for entry in data.get("words", ()) for word in entry["words"]),
        names=frozenset(word for entry in data.get("names", ()) for word in entry["words"]),
    )


@cache
def default() -> Lexicon:
    """The lexicon of `lexicon.toml`."""
    return load(tomllib.loads(files("pipeline.values").joinpath("lexicon.toml").read_text("utf-8")))


DEFAULT = default()
