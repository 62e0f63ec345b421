"""Packs: rules as data, loaded and checked."""

from pipeline.packs.load import BUILT_IN, Packs, load_packs
from pipeline.packs.parse import PackError
from pipeline.packs.rules import (
    Audience,
    Category,
    Combo,
    Cue,
    Example,
    Grant,
    Honour,
    Indicator,
    Level,
    Measure,
    Rule,
    Visit,
)

__all__ = [
    "BUILT_IN", "Audience", "Category", "Combo", "Cue", "Example", "Grant", "Honour",
    "Indicator", "Level", "Measure", "PackError", "Packs", "Rule", "Visit", "load_packs",
]  # fmt: skip
