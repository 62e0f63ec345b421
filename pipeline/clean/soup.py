"""BeautifulSoup: the second parser, for pages on which lxml lost text, and the one that understands CSS selectors."""

from __future__ import annotations

import warnings
from collections.abc import Iterator

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, NavigableString, Tag, XMLParsedAsHTMLWarning
from bs4.element import PageElement, PreformattedString

from pipeline.clean.walk import Walk, listen


def make_soup(source: str, parser: str) -> BeautifulSoup:
    """A page's tree, without the advice that bs4 gives to people who parse XML or file names."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        return BeautifulSoup(source, parser)


def walk_soup(source: str) -> Walk:
    """The page walked by Python's own HTML parser."""
    walk = Walk()
    target = listen(walk)
    root = make_soup(source, "html.parser")
    opened: list[tuple[str, Iterator[PageElement]]] = [("[document]", iter(root.contents))]
    while opened:
        tag, children = opened[-1]
        child = next(children, None)
        if child is None:
            opened.pop()
            target.end(tag)
        elif isinstance(child, Tag):
            target.start(child.name, {name: " ".join(value) if isinstance(value, list) else value for name, value in child.attrs.items()})
            opened.append((child.name, iter(child.contents)))
        elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
            target.data(str(child))
    target.close()
    return walk
