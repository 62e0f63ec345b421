"""The packs' examples are their tests: one for each rule."""

from __future__ import annotations

import pytest

from pipeline.corridor import Corridor
from pipeline.examples import check, mended
from pipeline.packs import Rule, load_packs

RULES = [pytest.param(rule, id=f"{rule.pack}-{rule.name}") for rule in load_packs().rules]


@pytest.fixture(scope="module")
def corridor() -> Corridor:
    return Corridor()


@pytest.mark.parametrize("rule", RULES)
def test_examples_hold(corridor: Corridor, rule: Rule) -> None:
    assert list(check(corridor, [rule])) == []


def test_what_was_to_do_and_holds_by_now_is_a_yes(corridor: Corridor) -> None:
    assert list(mended(corridor)) == []
