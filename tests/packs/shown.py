"""Where a pack's words stand: its examples, the further examples in words/, the gold, the sample dumps."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pipeline.clean import clean
from pipeline.fold import fold
from pipeline.model import RawPage
from pipeline.packs import Example, Rule
from pipeline.packs.parse import example

ROOT = Path(__file__).parents[2]
WORDS = Path(__file__).parent / "words"
NO_PAGES = (".jsonl", ".json", ".md")


def lines() -> Iterator[tuple[str, str, str]]:
    """Pack, rule and text of every further example. A rule's name in brackets heads its lines."""
    for file in sorted(WORDS.glob("*.txt")):
        rule = ""
        for line in filter(None, map(str.strip, file.read_text("utf-8").splitlines())):
            if line.startswith("["):
                rule = line.strip("[]")
            elif not line.startswith("#"):
                yield file.stem, rule, line


def parsed(line: str) -> tuple[Example, bool]:
    """The example, and whether the rule must speak: `=> none` says that it must not."""
    text, arrow, said = line.partition("=>")
    silent = said.strip() == "none"
    return example(text if silent else text + arrow + said), not silent


def terms(rule: Rule) -> Iterator[tuple[str, str]]:
    """Each word of a rule once, with the key it stands under."""
    words = {term for combo in getattr(rule, "words", ()) for group in combo for term in group}
    yield from (("words", term) for term in sorted(words))
    yield from (("unless", term) for term in sorted(set(getattr(rule, "unless", ()))))


def pages() -> Iterator[str]:
    """The texts of gold and samples: what a word may have been taken from."""
    for folder in (*sorted((ROOT / "tests" / "gold").glob("*/")), ROOT / "data" / "raw"):
        for file in sorted(folder.iterdir()):
            if file.is_file() and file.suffix not in NO_PAGES and not file.name.startswith("."):
                yield clean(RawPage(source=file.name, data=file.read_bytes())).text


def shown(rules: tuple[Rule, ...]) -> str:
    """All those texts in one, folded as the words are."""
    own = [one.text for rule in rules for one in (*rule.yes, *rule.no, *rule.todo)]
    further = [parsed(line)[0].text for _, _, line in lines()]
    return fold("\n".join((*own, *further, *pages())))
