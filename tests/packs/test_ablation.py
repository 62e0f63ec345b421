"""A word decides an example of its rule, or stands in idle.txt: words that are shown but not yet proven to be needed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pipeline.packs import load_packs

from .ablation import Word, idle

PACKS = load_packs()
IDLE = Path(__file__).parent / "idle.txt"


def known() -> Iterator[Word]:
    """The words of idle.txt: pack, rule and key, then the words."""
    for line in IDLE.read_text("utf-8").splitlines():
        where, _, words = line.partition(": ")
        pack, name, key = where.split()
        yield from ((pack, name, key, word) for word in words.split("|"))


def test_every_other_word_decides_an_example() -> None:
    mend = "write a line that fails without the word into tests/packs/words/PACK.txt, or delete the word"
    found = idle(PACKS, set(known()))
    assert not found, "\n".join([f"{len(found)} words decide no example of their rule; {mend}:", *map(" ".join, found)])
