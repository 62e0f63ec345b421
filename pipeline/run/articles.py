"""Articles over several pages: their parts wait here for each other while a shard is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.clean import part_key, part_numbers
from pipeline.clean.parts import PartKey
from pipeline.corridor import Article, Cleaned

_ROOM = 32 << 20  # bytes that waiting parts may take, by estimate
_PAGE, _BLOCK, _CHARACTER = 4_000, 250, 2
Capture = dict[int | None, Cleaned]  # parts by the number in their addresses


class Articles:
    """Takes page after page and gives articles: a page without a pager at once, parts together when all pages have come.

    Where the waiting parts outgrow their room, the article that has waited longest for another part goes out as it is.
    """

    def __init__(self, room: int = _ROOM) -> None:
        self._room = room
        self._used = 0
        self._waiting: dict[PartKey, list[Capture]] = {}

    def add(self, page: Cleaned) -> Iterator[Article]:
        """What can go out now that this page has come."""
        key = part_key(page.document, page.address)
        if key is None:
            yield Article.alone(page)
            return
        self._wait(page, *key)
        while self._used > self._room:
            yield from self._out(next(iter(self._waiting)))

    def rest(self) -> Iterator[Article]:
        """All that still waits."""
        while self._waiting:
            yield from self._out(next(iter(self._waiting)))

    def _wait(self, page: Cleaned, key: PartKey, number: int | None) -> None:
        held = page._replace(document=replace(page.document, decoded=None, cuts=()))
        captures = self._waiting.pop(key, [])
        self._waiting[key] = captures  # at the end: it has just been touched
        capture = next((each for each in captures if number not in each), None)
        if capture is None:
            captures.append(capture := {})
        capture[number] = held
        self._used += _size(held)

    def _out(self, key: PartKey) -> Iterator[Article]:
        captures = self._waiting.pop(key)
        self._used -= sum(_size(page) for capture in captures for page in capture.values())
        return articles(captures)


def articles(captures: list[Capture]) -> Iterator[Article]:
    """The articles that captures of one article make. A later one with fewer pages, all of them known, adds none: it says parts again."""
    first, *others = captures
    again = [each for each in others if len(first) > len(each) and all(_same(page, first[number]) for number, page in each.items())]
    yield from _article(first, again)
    for capture in others:
        if not any(capture is each for each in again):
            yield from _article(capture, [])


def _article(capture: Capture, again: list[Capture]) -> Iterator[Article]:
    numbers = part_numbers({number: page.document for number, page in capture.items()})
    parts = {part: capture[number] for part, number in numbers.items()}
    if len(parts) == 1:
        yield from (Article.alone(page) for each in (capture, *again) for page in each.values())
        return
    by_text = {page.document.text: part for part, page in parts.items()}
    left = [page for number, page in capture.items() if number not in numbers.values()]
    left += [page for each in again for page in each.values()]
    yield Article(parts, [(by_text[page.document.text], page) for page in left])


def _same(one: Cleaned, other: Cleaned) -> bool:
    return one.document.text == other.document.text


def _size(page: Cleaned) -> int:
    return _PAGE + _BLOCK * len(page.document.blocks) + _CHARACTER * len(page.document.text)
