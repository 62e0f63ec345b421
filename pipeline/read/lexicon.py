"""The packs' closed lists as patterns and as sets, each made once; so a pack of one's own extends every place where a list is used."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, TypeVar

from pipeline.fold import fold
from pipeline.packs import Packs

T = TypeVar("T")
_LIST = re.compile(r"<<(\w+)>>")


def either(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longer first, so that none hides one that goes on; nothing matches where there are none."""
    return "|".join(map(re.escape, sorted(map(fold, words), key=len, reverse=True))) or "(?!)"


class Lexicon(dict[str, re.Pattern[str]]):
    """`lexicon["(?:<<roles>>)$"]` is the pattern in which the list `roles` of all packs stands for `<<roles>>`.

    The code says how words stand to each other, the packs which words they are. KeyError for a list that no built-in pack has.
    """

    def __init__(self, packs: Packs) -> None:
        super().__init__()
        self._packs = packs
        self.words = cache(self._words)
        self.set = cache(self._set)
        self._things: dict[Callable[[Lexicon], Any], Any] = {}

    def __missing__(self, template: str) -> re.Pattern[str]:
        made = self[template] = re.compile(_LIST.sub(lambda name: either(self._packs.list(name.group(1))), template))
        return made

    def made(self, maker: Callable[[Lexicon], T]) -> T:
        """What `maker` makes of the lists, made once."""
        if maker not in self._things:
            self._things[maker] = maker(self)
        thing: T = self._things[maker]
        return thing

    def _words(self, *names: str) -> tuple[str, ...]:
        """The words of one or more lists, folded; as `endswith` and `startswith` take them."""
        return tuple(fold(word) for name in names for word in self._packs.list(name))

    def _set(self, *names: str) -> frozenset[str]:
        return frozenset(self._words(*names))
