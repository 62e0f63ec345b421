"""The packs of a run, read once a process, and the ids that they add to those of the vocabulary."""

from __future__ import annotations

from functools import cache

from pipeline.packs import Indicator, Packs, Visit, load_packs
from pipeline.write.arrow import More


@cache
def loaded(packs: tuple[str, ...]) -> Packs:
    """The packs by name or path. PackError for one that can't be used."""
    return load_packs(packs)


@cache
def allowed(packs: tuple[str, ...]) -> More:
    """The measures of the packs' rules, by `table.column`. PackError for a pack that can't be used."""
    return {
        "visits.measure": frozenset(rule.target for rule in loaded(packs).of(Visit)),
        "indicators.measure": frozenset(rule.target for rule in loaded(packs).of(Indicator)),
    }
