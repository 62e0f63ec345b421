"""The score as text for a terminal."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from pipeline.score.baseline import Change
from pipeline.score.gold import Row
from pipeline.score.page import PageScore
from pipeline.score.tally import Figures, Tally

SHOWN = ("quote", "label", "title", "name", "value", "measure", "category", "date")


def show(total: Tally, pages: Sequence[PageScore] = (), changed: Iterable[Change] = (), *, against: str = "", locked: bool = False) -> str:
    """The score, line by line. `pages` are listed with their misses, `changed` are rows gained and lost against what `against` names; `locked` prints totals and nothing that a rule could be tuned on."""
    lines = [] if locked else [line for page in pages for line in _misses(page)]
    lines += [f"{total.pages} pages", HEAD, *(_table(name, figures) for name, figures in total.tables.items())]
    lines.append(f"traps fallen for: {total.fallen} of {total.traps}")
    lines.append(_numbers(total))
    if not locked:
        lines += [*_columns(total), *_rules(total), *_changes(list(changed), against)]
    return "\n".join(lines)


HEAD = f"{'table':12} {'gold':>5} {'rows':>5}   {'P':>4} {'R':>4} {'F1':>4} {'95 %':>11}   {'strict P':>8} {'R':>4} {'F1':>4} {'95 %':>11}"


def _table(name: str, f: Figures) -> str:
    return f"{name:12} {f.gold:5} {f.rows:5}  {_half(f, f.lenient, f.lenient_interval)}       {_half(f, f.strict, f.strict_interval)}"


def _half(f: Figures, hits: int, interval: tuple[float, float]) -> str:
    low, high = interval
    return f" {f.precision(hits):4.2f} {f.recall(hits):4.2f} {f.f1(hits):4.2f} [{low:.2f}, {high:.2f}]"


def _numbers(total: Tally) -> str:
    whole = sum(total.numbers.values()) or 1
    shares = ", ".join(
        f"{fate} {total.numbers.get(fate, 0)} ({total.numbers.get(fate, 0) / whole:.0%})" for fate in ("claimed", "refused", "unclaimed")
    )
    return f"numbers: {shares}"


def _columns(total: Tally) -> Iterator[str]:
    yield "columns that agree, of those the gold names, among the facts found:"
    for (table, column), (right, named) in total.columns.items():
        yield f"  {table + '.' + column:28} {right:5} of {named:5}  {right / named:.2f}"


def _rules(total: Tally) -> Iterator[str]:
    yield "precision of the rules:"
    for rule, (right, made) in total.rules.items():
        yield f"  {rule:44} {right:5} of {made:5}  {right / made:.2f}"


def _changes(changed: Sequence[Change], against: str) -> Iterator[str]:
    if not changed and not against:
        return
    gained = [change for change in changed if change.sign == "+"]
    yield f"against {against or 'the baseline'}: {len(gained)} rows gained ({sum(bool(c.right) for c in gained)} right), {len(changed) - len(gained)} lost"
    for change in changed:
        yield f"  {change.sign} {change.page} {change.row}" + ("" if change.right is not False else "  (not in the gold)")


def _misses(page: PageScore) -> Iterator[str]:
    for table, score in page.tables.items():
        for gold in score.missed:
            yield f"miss     {page.id} {table:12} {_brief(gold)}"
        for row in score.surplus:
            yield f"surplus  {page.id} {table:12} {row['rule']} {row['quote']!r} value={row.get('value')} name={row.get('name')}"
    for trap, quote in page.fallen:
        yield f"trap     {page.id} {trap['why']:12} {trap['quote']!r} -> {quote!r}"


def _brief(gold: Row) -> str:
    return json.dumps({column: gold[column] for column in SHOWN if column in gold}, ensure_ascii=False)
