"""The page's head: title and meta elements, structured data, and who signs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.clean.blanks import collapse
from pipeline.clean.pieces import Head

if TYPE_CHECKING:
    from lxml.etree import _Element

# Structured data is often broken JSON: the one key that matters is read by itself.
_LD_DATE = re.compile(r'"(?:datePublished|pubDate)"\s{0,4}:\s{0,4}"([^"]{8,40})"')
_SIGNED = frozenset(("author", "fn"))
_LONGEST_NAME = 16


def read_head(root: _Element) -> Head:
    """The title element and the meta elements (by lower-case name, property or itemprop; the first of each that says something)."""
    head = root.find("head")
    title, meta = _told(root if head is None else head)
    if not title and head is not None:
        title, meta = _told(root)
    return Head(title, meta)


def _told(part: _Element) -> tuple[str, dict[str, str]]:
    """Title and meta elements of a part of the page."""
    meta: dict[str, str] = {}
    title = ""
    for element in part.iter("meta", "title"):
        if element.tag == "title":
            title = title or _text(element)
            continue
        content = element.get("content")
        name = element.get("name") or element.get("property") or element.get("itemprop")
        if name and content and (content := collapse(content).strip()):
            meta.setdefault(name.strip().lower(), content)
    return title, meta


def structured_date(root: _Element) -> str | None:
    """The date of publication that structured data or a <time> element tells, as written there."""
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "") and (found := _LD_DATE.search(script.text or "")):
            return found[1]
    return next((told for time in root.iter("time") if (told := time.get("datetime"))), None)


def byline(root: _Element) -> str | None:
    """The author that a link names by its rel or class (blogs)."""
    for link in root.iter("a"):
        told = f"{link.get('rel') or ''} {link.get('class') or ''}".split()
        if any(name in _SIGNED for name in told) and 0 < len(name := _text(link)) <= _LONGEST_NAME:
            return name
    return None


def _text(element: _Element) -> str:
    return collapse("".join(map(str, element.itertext()))).strip()
