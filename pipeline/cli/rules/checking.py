"""`pipeline rules check`."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from pipeline.cli.rules.written import header
from pipeline.corridor import Corridor
from pipeline.examples import check as examples_that_fail
from pipeline.examples import mended
from pipeline.packs import PackError, Packs, Rule, load_packs
from pipeline.packs.parse import parse

_MENDS = {
    "yes": "mend the rule's words, or move the example to todo",
    "no": "narrow the rule's words or units, or name in `unless` what bars it",
}


def check(own: Sequence[str]) -> int:
    """Print a line for each fault, file, rule, reason and mend; the exit code, 1 where there is one."""
    broken = dict(_broken(own))
    whole = [name for name in own if name not in broken]
    faults = [str(error) for error in broken.values()]
    try:
        packs = load_packs(tuple(whole))
    except PackError as error:
        return _said([*faults, str(error)])
    mine = {pack.id for pack in packs.parsed[-len(whole) :]} if whole else {pack.id for pack in packs.parsed}
    corridor = Corridor(packs=packs)
    faults += _faults(corridor, mine)
    faults += [f"{line} (it holds without {' and '.join(whole)})" for line in _broken_by(corridor, mine)] if whole else []
    if faults or broken:
        return _said(faults)
    print(*mended(corridor), _summary(packs, mine), sep="\n")
    return 0


def _said(faults: Sequence[str]) -> int:
    print(*faults, sep="\n", file=sys.stderr)
    return 1


def _broken(own: Sequence[str]) -> Iterator[tuple[str, PackError]]:
    """Every pack that can't be used, not just the first."""
    for name in own:
        try:
            parse(Path(name))
        except PackError as error:
            yield name, error


def _faults(corridor: Corridor, packs: Collection[str]) -> list[str]:
    """The examples of these packs that don't hold."""
    return [line for rule in corridor.packs.rules if rule.pack in packs for line in _lines(corridor, rule)]


def _broken_by(corridor: Corridor, mine: Collection[str]) -> list[str]:
    """The examples of the other packs that don't hold beside these, and do without them."""
    others = {pack.id for pack in corridor.packs.parsed} - set(mine)
    faults = _faults(corridor, others)
    anyway = _faults(Corridor(), others) if faults else []
    return [line for line in faults if line not in anyway]


def _lines(corridor: Corridor, rule: Rule) -> Iterator[str]:
    file = next(pack.file for pack in corridor.packs.parsed if pack.id == rule.pack)
    for line in examples_that_fail(corridor, [rule]):
        said = line.removeprefix(f"{rule.pack}: {rule.name}: ")
        yield f"{file}: {header(rule)}: {said}; {_MENDS[said.partition(' ')[0]]}"


def _summary(packs: Packs, mine: Collection[str]) -> str:
    rules = [rule for rule in packs.rules if rule.pack in mine]
    examples = sum(len(rule.yes) + len(rule.no) for rule in rules)
    todo = sum(len(rule.todo) for rule in rules)
    return f"{len(rules)} rule{'s' * (len(rules) != 1)}, {examples} examples hold{f', {todo} to do' if todo else ''}"
