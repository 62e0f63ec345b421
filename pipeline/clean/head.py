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
_LD_HEADLINE = re.compile(r'"headline"\s{0,4}:\s{0,4}"([^"\\]{4,120})"')
_SIGNED = frozenset(("author", "fn"))
_MARKS = ('rel="author', 'fn n"')
_LONGEST_NAME = 16


def read_head(root: _Element, text: str) -> Head:
    """The title element and the meta elements (by lower-case name, property or itemprop; the first of each that says something).

    `text` is the page's source: dates of structured data and <time> are added as `ld:date` and `time:date`, a byline's link as `byline`.
    """
    head = root.find("head")
    title, meta = _told(root if head is None else head)
    if not title and head is not None:
        title, meta = _told(root)
    if "ld+json" in text:
        _add_structured(meta, text)
    if "datetime=" in text:
        _add(meta, "time:date", next((time.get("datetime") for time in root.iter("time") if time.get("datetime")), None))
    if any(mark in text for mark in _MARKS):
        _add(meta, "byline", next((name for link in root.iter("a") if _signs(link) and len(name := _text(link)) <= _LONGEST_NAME), None))
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


def _add_structured(meta: dict[str, str], text: str) -> None:
    for key, pattern in (("ld:date", _LD_DATE), ("ld:headline", _LD_HEADLINE)):
        found = pattern.search(text)
        _add(meta, key, found[1] if found else None)


def _add(meta: dict[str, str], key: str, value: str | None) -> None:
    if value:
        meta.setdefault(key, value)


def _signs(link: _Element) -> bool:
    """Whether a link names the author by its rel or class (blogs)."""
    told = f"{link.get('rel') or ''} {link.get('class') or ''}".split()
    return any(name in _SIGNED for name in told)


def _text(element: _Element) -> str:
    return collapse("".join(map(str, element.itertext()))).strip()
