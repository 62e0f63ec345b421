"""`pipeline rules show`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from difflib import get_close_matches

from pipeline.cli.rules.written import example, header, words
from pipeline.packs import Packs, Rule

_SHOWN_APART = {"id", "pack", "words", "yes", "no", "todo"}


def found(packs: Packs, name: str) -> list[Rule]:
    """The rules of that name or id. `awards:granted` in a row's `rule` column is the [[grant]] of that id."""
    table, _, rule_id = name.rpartition(":")
    names = {name, f"grant:{rule_id}"} if table == "awards" else {name}
    return [rule for rule in packs.rules if rule.name in names or rule.id == name]


def near(packs: Packs, name: str) -> str:
    """What may have been meant, as the end of a sentence."""
    known = [known for rule in packs.rules for known in (rule.name, rule.id)]
    close = get_close_matches(name, dict.fromkeys(known), 3)
    return f"; did you mean {' or '.join(close)}?" if close else "; `pipeline rules list` names all"


def lines(packs: Packs, rule: Rule) -> Iterator[str]:
    """All that the rule says."""
    pack = next(pack for pack in packs.parsed if pack.id == rule.pack)
    yield f"{rule.name}    {header(rule)} in {pack.file}"
    if pack.signs:
        yield f"  only on pages with one of: {', '.join(pack.signs)}"
    combos = [words(combo) for combo in getattr(rule, "words", ())]
    alone = ", ".join(combo for combo in combos if "+" not in combo)
    yield from _list("words", [*([alone] if alone else []), *(combo for combo in combos if "+" in combo)])
    for field in fields(rule):
        value = getattr(rule, field.name)
        if field.name not in _SHOWN_APART and value not in ("", (), False):
            yield f"  {field.name:<7} {', '.join(value) if isinstance(value, tuple) else str(value).lower() if value is True else value}"
    for kind in ("yes", "no", "todo"):
        yield from _list(kind, [example(one) for one in getattr(rule, kind)])
    yield ""


def _list(name: str, values: list[str]) -> Iterator[str]:
    for place, value in enumerate(values):
        yield f"  {'' if place else name:<7} {value}"
