"""BeautifulSoup's tree as the events the walk reads: the second parser, for pages on which lxml lost text."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from itertools import takewhile

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, NavigableString, Tag, XMLParsedAsHTMLWarning
from bs4.element import PageElement, PreformattedString


class SoupElement:
    """A bs4 tag with the attributes of an lxml element that the walk uses: `tag`, `text` before the first child, `tail` after the end."""

    __slots__ = ("_tag", "tag", "tail", "text")

    def __init__(self, tag: Tag) -> None:
        self._tag = tag
        self.tag = tag.name
        self.text = _strings(tag.contents)
        self.tail = _strings(tag.next_siblings)

    def get(self, name: str) -> str | None:
        """An attribute's value; None where the element has none."""
        value = self._tag.get(name)
        return " ".join(value) if isinstance(value, list) else value

    def itertext(self) -> Iterator[str]:
        """All texts inside, in order."""
        return (str(node) for node in self._tag.descendants if _is_text(node))


class SoupEvents:
    """Start and end of each element under a root, as lxml's `iterwalk` gives them."""

    def __init__(self, root: Tag) -> None:
        self._root = root
        self._skip = False

    def skip_subtree(self) -> None:
        """Do not enter the element whose start was given last."""
        self._skip = True

    def __iter__(self) -> Iterator[tuple[str, SoupElement]]:
        first = SoupElement(self._root)
        yield "start", first
        opened = [(first, _children(self._root))]
        while opened:
            element, children = opened[-1]
            child = next(children, None)
            if child is None:
                opened.pop()
                yield "end", element
                continue
            inner, self._skip = SoupElement(child), False
            yield "start", inner
            if self._skip:
                yield "end", inner
            else:
                opened.append((inner, _children(child)))


def soup_events(source: str) -> SoupEvents:
    """The events of a page's source."""
    return SoupEvents(soup(source, "html.parser"))


def soup(source: str, parser: str) -> BeautifulSoup:
    """A page's tree, without the advice that bs4 gives to people who parse XML or file names."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        return BeautifulSoup(source, parser)


def _children(tag: Tag) -> Iterator[Tag]:
    return (child for child in tag.contents if isinstance(child, Tag))


def _is_text(node: PageElement) -> bool:
    return isinstance(node, NavigableString) and not isinstance(node, PreformattedString)


def _strings(nodes: Iterable[PageElement]) -> str:
    """The texts up to the next tag."""
    return "".join(str(node) for node in takewhile(lambda node: not isinstance(node, Tag), nodes) if _is_text(node))
