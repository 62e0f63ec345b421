"""No word stands in a pack that a shorter one of the same rule makes needless."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pipeline.fold import fold
from pipeline.packs import Cue, Honour, Rule, load_packs

RULES = load_packs().rules
ENDINGS = [(fold(word), rule) for rule in RULES if isinstance(rule, Honour) for combo in rule.words for word in combo[-1]]


def singles(rule: Rule) -> list[str]:
    """The words that suffice alone."""
    return [fold(word) for combo in getattr(rule, "words", ()) if len(combo) == 1 for word in combo[0]]


def held(words: list[str], rule: Rule) -> Iterator[tuple[str, str]]:
    """Words that hold another of them; of a cue that touches its number, at their end."""
    touching = isinstance(rule, Cue) and rule.side == "touching"
    for word in words:
        yield from ((word, short) for short in words if short != word and (word.endswith(short) if touching else short in word))


def test_no_bar_holds_another() -> None:
    assert [(rule.name, *pair) for rule in RULES for pair in held([fold(word) for word in getattr(rule, "unless", ())], rule)] == []


def test_no_cue_holds_another() -> None:
    assert [(rule.name, *pair) for rule in RULES if isinstance(rule, Cue) for pair in held(singles(rule), rule)] == []


def test_no_ending_of_an_honour_is_needless() -> None:
    """The longest ending decides: one is needed only if the next shorter is another rule's."""
    for word, rule in ENDINGS:
        shorter = [(other, of) for other, of in ENDINGS if other != word and word.endswith(other)]
        longest = max(shorter, key=lambda one: len(one[0]), default=None)
        assert longest is None or longest[1] is not rule, (rule.name, word, longest[0])


def test_no_word_twice() -> None:
    assert [(rule.name, word) for rule in RULES for word, times in Counter(singles(rule)).items() if times > 1] == []
