"""The packs' examples, run: each `yes` text must give what it says, no `no` text may."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.corridor import Corridor
from pipeline.model import Block, Document, Metadata
from pipeline.packs import Audience, Cue, Example, Grant, Honour, Level, Rule

SITES = {
    "school": "云川市第一中学",
    "hospital": "云川市人民医院",
    "museum": "云川博物馆",
    "culture": "云川市文化馆",
    "archive": "云川市档案馆",
}
Row = object


def page(text: str, pack: str) -> Document:
    """The example as the only paragraph of a page of an institution that the pack is for."""
    site = SITES.get(pack, "云川市图书馆")
    return Document("example", text, (Block("paragraph", 0, len(text)),), Metadata(site=site), kind="report")


def check(corridor: Corridor, rules: Sequence[Rule] | None = None) -> Iterator[str]:
    """A line for every example that does not hold, naming pack, rule and text."""
    for rule in corridor.packs.rules if rules is None else rules:
        for example in rule.yes:
            said = _yes(corridor, rule, example)
            if said:
                yield f"{rule.pack}: {rule.name}: yes {example.text!r}: {said}"
        for example in rule.no:
            said = _no(corridor, rule, example)
            if said:
                yield f"{rule.pack}: {rule.name}: no {example.text!r}: {said}"


def mended(corridor: Corridor) -> Iterator[str]:
    """A line for every `todo` example that holds by now and can move to `yes`."""
    for rule in corridor.packs.rules:
        for example in rule.todo:
            if _yes(corridor, rule, example) is None:
                yield f"{rule.pack}: {rule.name}: todo {example.text!r} holds: move it to yes"


def _rows(corridor: Corridor, rule: Rule, example: Example) -> list[Row]:
    """The rows that the rule's examples speak of."""
    made: Mapping[str, Sequence[Row]] = corridor.tables(page(example.text, rule.pack))
    if isinstance(rule, Cue):
        return list(made["quantities"])
    if isinstance(rule, Audience):
        return [*made["visits"], *made["indicators"]]
    if isinstance(rule, (Grant, Honour, Level)):
        return list(made["awards"])
    return list(made[rule.KIND])


def _overlaps(row: Row, example: Example) -> bool:
    if example.start is None or example.end is None:
        return True
    return bool(getattr(row, "start") < example.end and getattr(row, "end") > example.start)  # noqa: B009


def _made_by(rule: Rule, row: Row) -> bool:
    """Whether the rule itself made the row, where rows say so."""
    if isinstance(rule, Grant):
        return getattr(row, "rule", "") == f"awards:{rule.id}"
    if isinstance(rule, (Cue, Audience, Honour, Level)):
        return True
    return getattr(row, "rule", "") == rule.name


def _differences(row: Row, expect: tuple[tuple[str, str], ...]) -> list[str]:
    return [f"{column}={getattr(row, column, None)}" for column, wanted in expect if not _same(getattr(row, column, None), wanted)]


def _same(got: object, wanted: str) -> bool:
    if isinstance(got, (int, float)) and not isinstance(got, bool):
        try:
            return abs(float(got) - float(wanted)) < 1e-9
        except ValueError:
            return False
    return ("null" if got is None else str(got)) == wanted


def _yes(corridor: Corridor, rule: Rule, example: Example) -> str | None:
    rows = [row for row in _rows(corridor, rule, example) if _overlaps(row, example) and _made_by(rule, row)]
    if not rows:
        return "no row of this rule"
    said = [_differences(row, example.expect) for row in rows]
    return None if any(not one for one in said) else "; ".join(said[0])


def _no(corridor: Corridor, rule: Rule, example: Example) -> str | None:
    rows = [row for row in _rows(corridor, rule, example) if _overlaps(row, example) and _made_by(rule, row)]
    if example.expect:
        hits = [row for row in rows if not _differences(row, example.expect)]
    elif isinstance(rule, Audience):
        hits = [row for row in rows if getattr(row, "audience", None) == rule.target]
    elif isinstance(rule, Honour):
        hits = [row for row in rows if getattr(row, "kind", None) == rule.target]
    else:
        hits = rows
    return f"gives {getattr(hits[0], 'quote', hits[0])!r}" if hits else None
