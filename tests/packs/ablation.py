"""Which words of the packs decide an example: without the word, one of its rule's examples must no longer hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Set
from dataclasses import dataclass, field, replace

from pipeline.corridor import Corridor
from pipeline.examples import check
from pipeline.fold import fold
from pipeline.packs import Packs, Rule

from .shown import lines, parsed, terms

Word = tuple[str, str, str, str]
"""Pack, rule, key (words or unless) and term."""


@dataclass(slots=True)
class Batch:
    """Words that are left out together: no example tried with them holds the word of another."""

    words: set[Word] = field(default_factory=set)
    tried: dict[Word, list[Rule]] = field(default_factory=dict)


def idle(packs: Packs, known: Set[Word] = frozenset()) -> list[Word]:
    """The words, but those known, without which every example of their rule holds as before."""
    cases = list(_cases(packs))
    own: dict[tuple[str, str], list[tuple[str, Rule]]] = defaultdict(list)
    for case in cases:
        own[case.pack, case.name].append((fold((*case.yes, *case.no)[0].text), case))
    every = {(rule.pack, rule.name, key, term): fold(term) for rule in packs.rules for key, term in terms(rule)}
    held = {id(case): {word for word, term in every.items() if term in text} for those in own.values() for text, case in those}
    found = []
    tried = {word: [case for text, case in own[word[:2]] if term in text] for word, term in every.items() if word not in known}
    for batch in _batches(tried, held):
        corridor = Corridor(packs=_without(packs, batch.words))
        found += [word for word, those in batch.tried.items() if not any(True for case in those for _ in check(corridor, [case]))]
    return sorted(found)


def _cases(packs: Packs) -> Iterator[Rule]:
    """Each rule with one example alone."""
    named = {(rule.pack, rule.name): rule for rule in packs.rules}
    for rule in packs.rules:
        yield from (replace(rule, yes=(one,), no=(), todo=()) for one in rule.yes)
        yield from (replace(rule, yes=(), no=(one,), todo=()) for one in rule.no)
    for pack, name, line in lines():
        one, speaks = parsed(line)
        yield replace(named[pack, name], yes=(one,) if speaks else (), no=() if speaks else (one,), todo=())


def _batches(examples: dict[Word, list[Rule]], held: dict[int, set[Word]]) -> list[Batch]:
    made: list[Batch] = []
    there: list[set[Word]] = []  # the words that a batch's examples hold
    for word, those in examples.items():
        near = {other for case in those for other in held[id(case)]}
        fits = (n for n, batch in enumerate(made) if word not in there[n] and not near & batch.words)
        place = next(fits, len(made))
        if place == len(made):
            made.append(Batch())
            there.append(set())
        made[place].words.add(word)
        made[place].tried[word] = those
        there[place] |= near
    return made


def _without(packs: Packs, words: set[Word]) -> Packs:
    gone: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for pack, name, key, term in words:
        gone[pack, name, key].add(term)
    return Packs(tuple(replace(pack, rules=tuple(_less(rule, gone) for rule in pack.rules)) for pack in packs.parsed))


def _less(rule: Rule, gone: dict[tuple[str, str, str], set[str]]) -> Rule:
    words, bars = gone.get((rule.pack, rule.name, "words"), set()), gone.get((rule.pack, rule.name, "unless"), set())
    if bars:
        rule = replace(rule, unless=tuple(term for term in rule.unless if term not in bars))  # type: ignore[attr-defined,call-arg]
    if words:
        left = (tuple(tuple(term for term in group if term not in words) for group in combo) for combo in rule.words)  # type: ignore[attr-defined]
        rule = replace(rule, words=tuple(combo for combo in left if all(combo)))  # type: ignore[call-arg]
    return rule
