"""Ids that packs add to those of the vocabulary."""

from __future__ import annotations

from functools import cache

from pipeline.packs import Indicator, Visit, load_packs
from pipeline.write.arrow import More


@cache
def allowed(packs: tuple[str, ...]) -> More:
    """The measures of the packs' rules, by `table.column`. PackError for a pack that can't be used."""
    loaded = load_packs(packs)
    return {
        "visits.measure": frozenset(rule.target for rule in loaded.of(Visit)),
        "indicators.measure": frozenset(rule.target for rule in loaded.of(Indicator)),
    }
