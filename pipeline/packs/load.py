"""Load packs by name or path, check them together, and merge them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from pipeline.fold import fold
from pipeline.packs.parse import PackError, Parsed, parse
from pipeline.packs.rules import Audience, Category, Honour, Indicator, Rule, Visit

BUILT_IN = ("institution", "library", "museum", "culture", "archive", "school", "hospital")
COMMON, READING = "common.toml", "reading.toml"
R = TypeVar("R", bound=Rule)


def vocabulary() -> dict[str, set[str]]:
    """Ids by `table` and `table.dimension`."""
    ids: dict[str, set[str]] = {}
    lines = files("pipeline").joinpath("vocabulary.csv").read_text("utf-8").splitlines()
    for row in csv.DictReader(lines):
        for key in (row["table"], f"{row['table']}.{row['dimension']}"):
            ids.setdefault(key, set()).add(row["id"])
    return ids


@dataclass(frozen=True)
class Packs:
    """Packs merged: their rules in order, their lists joined."""

    parsed: tuple[Parsed, ...]

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        return tuple(rule for pack in self.parsed for rule in pack.rules)

    def of(self, kind: type[R]) -> tuple[R, ...]:
        """The rules of one kind, in the order of their files."""
        return tuple(rule for rule in self.rules if isinstance(rule, kind))

    @cached_property
    def _lists(self) -> dict[str, tuple[str, ...]]:
        joined: dict[str, dict[str, None]] = {}
        for pack in self.parsed:
            for name, words in pack.lists.items():
                joined.setdefault(name, {}).update(dict.fromkeys(words))
        return {name: tuple(words) for name, words in joined.items()}

    def list(self, name: str) -> tuple[str, ...]:
        """One closed lexicon, joined over the packs, without repeats. KeyError where no built-in pack has it."""
        return self._lists[name]

    @property
    def hashes(self) -> dict[str, str]:
        """SHA-256 of each file by pack id."""
        return {pack.id: pack.sha256 for pack in self.parsed}

    def active(self, folded: str, institution: str | None) -> frozenset[str]:
        """Ids of the packs that a page needs by its own words: a sign in the text, a name in its institution's; all without either."""
        own = fold(institution or "")
        return frozenset(pack.id for pack in self.parsed if pack.wanted(folded, own))

    def words(self) -> Iterator[str]:
        """Every word of the packs, for the segmenter's dictionary."""
        seen: dict[str, None] = {}
        for rule in self.rules:
            for combo in getattr(rule, "words", ()):
                seen.update(dict.fromkeys(term for group in combo for term in group))
        seen.update(dict.fromkeys(self.list("words")))
        return iter(seen)


def _check_together(parsed: tuple[Parsed, ...]) -> None:
    names: dict[str, str] = {}
    packs: dict[str, str] = {}
    ids = vocabulary()
    lists = sorted({name for pack in parsed if pack.file in (COMMON, READING) for name in pack.lists})
    for pack in parsed:
        if pack.id in packs:
            raise PackError(pack.file, "[pack]", f"the id {pack.id!r} stands already in {packs[pack.id]}", "choose another id")
        packs[pack.id] = pack.file
        for key in pack.lists:
            if key not in lists:
                raise PackError(pack.file, f"[lists] {key}", "no such list", f"use one of {', '.join(lists)}")
        for rule in pack.rules:
            if rule.name in names:
                raise PackError(pack.file, rule.name, f"the id stands already in {names[rule.name]}", "choose another id")
            names[rule.name] = pack.file
            _check_columns(pack, rule, ids)


def _check_columns(pack: Parsed, rule: Rule, ids: dict[str, set[str]]) -> None:
    """Category, audience and honour ids stand in the vocabulary; a measure may be new, but not by a slip in `measure`."""
    if isinstance(rule, Category):
        target, allowed = rule.target, ids["staff"]
    elif isinstance(rule, Audience):
        target, allowed = rule.target, ids["visits.audience"]
    elif isinstance(rule, Honour):
        target, allowed = rule.target, ids["awards.kind"]
    elif isinstance(rule, Visit):
        target, allowed = rule.measure or "other", ids["visits.measure"]
    elif isinstance(rule, Indicator):
        target, allowed = rule.measure or "other", ids["indicators"]
    else:
        return
    if target not in allowed:
        raise PackError(pack.file, rule.name, f"{target!r} is not in vocabulary.csv", f"use one of {', '.join(sorted(allowed))}")
    if isinstance(rule, Category) and rule.dimension not in {key.split(".")[1] for key in ids if key.startswith("staff.")}:
        raise PackError(pack.file, rule.name, f"no dimension {rule.dimension!r}", "see vocabulary.csv")


def load_packs(names: tuple[str, ...] = ()) -> Packs:
    """The common pack and the reader's words, then the built-in packs named (all where none is), then your own by path, in the order given.

    PackError with one line for a broken or unknown pack.
    """
    home = Path(str(files("pipeline.packs")))
    paths = [home / COMMON, home / READING]
    own_packs = tuple(name for name in names if name.endswith(".toml"))
    chosen = tuple(name for name in names if name not in own_packs) or BUILT_IN
    for name in (*chosen, *own_packs):
        own = Path(name)
        path = own if own.suffix == ".toml" else home / f"{name}.toml"
        if not path.exists():
            raise PackError(str(name), "pack", "there is no such pack", f"use {', '.join(BUILT_IN)} or the path of a .toml file")
        paths.append(path)
    parsed = tuple(parse(path) for path in dict.fromkeys(paths))
    _check_together(parsed)
    return Packs(parsed)
