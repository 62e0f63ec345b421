"""Rules and examples, written as their TOML writes them."""

from __future__ import annotations

from pipeline.packs import Combo, Example, Rule
from pipeline.packs.rules import KINDS


def kind(rule: Rule) -> str:
    """The word in the double brackets: [[visit]] makes visits."""
    return next(name for name, cls in KINDS.items() if type(rule) is cls)


def header(rule: Rule) -> str:
    """How a fault names the rule."""
    return f"[[{kind(rule)}]] {rule.id}"


def words(combo: Combo) -> str:
    """`接待|迎来 + 读者`."""
    return " + ".join("|".join(group) for group in combo)


def example(one: Example) -> str:
    """`全年{接待读者3万人次}。 => value=30000`."""
    text = one.text
    if one.start is not None and one.end is not None:
        text = f"{text[: one.start]}{{{text[one.start : one.end]}}}{text[one.end :]}"
    columns = " ".join(f"{name}={value}" for name, value in one.expect)
    return f"{text} => {columns}" if columns else text
