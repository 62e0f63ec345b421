"""Every word of a pack is shown somewhere, and the further examples in words/ hold."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.corridor import Corridor
from pipeline.examples import check
from pipeline.fold import fold
from pipeline.packs import Rule, load_packs

from .shown import lines, parsed, shown, terms

RULES = load_packs().rules
NAMED = {(rule.pack, rule.name): rule for rule in RULES}
LINES = list(lines())


@pytest.fixture(scope="module")
def corridor() -> Corridor:
    return Corridor()


def unshown(rules: tuple[Rule, ...], there: str) -> list[str]:
    return [f"{rule.pack}: {rule.name}: {key} {term!r}" for rule in rules for key, term in terms(rule) if fold(term) not in there]


def test_every_word_is_shown() -> None:
    missing = unshown(tuple(RULES), shown(tuple(RULES)))
    mend = "write a line that shows the word into tests/packs/words/PACK.txt, or delete the word"
    assert not missing, "\n".join([f"{len(missing)} words stand nowhere; {mend}:", *missing])


def test_a_new_word_is_missed() -> None:
    rule = replace(RULES[0], words=((("从未见过的词",),),))  # type: ignore[call-arg]
    assert unshown((rule,), shown(tuple(RULES))).count(f"{rule.pack}: {rule.name}: words '从未见过的词'") == 1


@pytest.mark.parametrize(("pack", "name", "line"), LINES, ids=[line for _, _, line in LINES])
def test_further_examples_hold(corridor: Corridor, pack: str, name: str, line: str) -> None:
    one, speaks = parsed(line)
    rule = replace(NAMED[pack, name], yes=(one,) if speaks else (), no=() if speaks else (one,))
    assert list(check(corridor, [rule])) == []
