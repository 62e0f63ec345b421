"""The words the grammar reads: units, hedges, words that only look like numbers. Data of `lexicon.toml`; packs hand in more."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import Any

from pipeline.fold import fold


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit or classifier. A `measure` can be followed by 多 or 半 (3米多, 两年半); an `indefinite` one makes 一 weak (一种)."""

    word: str
    kind: str = "count"
    measure: bool = False
    indefinite: bool = False
    not_before: str = ""


@dataclass(frozen=True, slots=True)
class Hedge:
    """A word beside a number that gives it a bound. It is none after the characters `not_after` or before `not_before`."""

    word: str
    bound: str
    side: str
    not_after: str = ""
    not_before: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """A word that holds numerals. `kind` is None where it is no number, `name` where its number names something."""

    word: str
    kind: str | None = None
    not_before: str = ""
    not_after: str = ""


@dataclass(frozen=True, eq=False)
class Lexicon:
    """All word lists, folded. Compared by identity, so that what is compiled from it is compiled once."""

    units: tuple[Unit, ...] = ()
    hedges: tuple[Hedge, ...] = ()
    words: tuple[Word, ...] = ()
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def extended(self, *, units: Mapping[str, str] | None = None, words: Iterable[str] = (), names: Iterable[str] = ()) -> Lexicon:
        """This lexicon with more units (word to kind), words that are no numbers, and names that hold numerals."""
        more = tuple(Unit(fold(word), kind) for word, kind in (units or {}).items())
        new = {unit.word for unit in more}
        return replace(
            self,
            units=(*(unit for unit in self.units if unit.word not in new), *more),
            words=(*self.words, *(Word(fold(word)) for word in words), *(Word(fold(name), "name") for name in names)),
        )


def load(data: Mapping[str, Any]) -> Lexicon:
    """A lexicon of the tables of a TOML file in the layout of `lexicon.toml`."""
    units = {
        fold(word): Unit(
            fold(word),
            entry["kind"],
            entry.get("measure", False),
            entry.get("indefinite", False),
            entry.get("not_before", {}).get(word, ""),
        )
        for entry in data.get("units", ())
        for word in entry["words"]
    }
    hedges = tuple(
        Hedge(
            fold(word), entry["bound"], entry["side"], entry.get("not_after", {}).get(word, ""), entry.get("not_before", {}).get(word, "")
        )
        for entry in data.get("hedges", ())
        for word in entry["words"]
    )
    words = tuple(
        Word(fold(word), entry.get("kind"), entry.get("not_before", {}).get(word, ""), entry.get("not_after", {}).get(word, ""))
        for entry in data.get("words", ())
        for word in entry["words"]
    )
    lists = {entry["id"]: tuple(map(fold, entry["words"])) for entry in data.get("lists", ())}
    return Lexicon(tuple(units.values()), hedges, words, lists)


@cache
def data() -> dict[str, Any]:
    """The tables of `lexicon.toml`, examples included."""
    return tomllib.loads(files("pipeline.values").joinpath("lexicon.toml").read_text("utf-8"))


DEFAULT = load(data())
