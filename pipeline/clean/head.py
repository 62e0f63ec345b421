"""The page's head as the walk comes by it: title and meta elements, dates of structured data."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipeline.clean.blanks import collapse
from pipeline.clean.pieces import Head

# Structured data is often broken JSON: the one key that matters is read by itself.
_LD_DATE = re.compile(r'"(?:datePublished|pubDate)"\s{0,4}:\s{0,4}"([^"]{8,40})"')
_LONGEST_NAME = 16


class HeadReader:
    """Is told of title, meta, link and script elements, gives a list where it wants their text, and is handed that list back at their end."""

    def __init__(self) -> None:
        self._title = ""
        self._meta: dict[str, str] = {}
        self._date: str | None = None
        self._byline: str | None = None
        self._reading = ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> list[str] | None:
        """An element of the head begins; the result is where its text should go, None where nobody wants it."""
        if tag == "link":
            if attributes.get("rel") == "canonical" and (address := attributes.get("href", "").strip()):
                self._meta.setdefault("canonical", address)
            return None
        if tag == "meta":
            content = attributes.get("content")
            name = attributes.get("name") or attributes.get("property") or attributes.get("itemprop")
            if name and content and (content := collapse(content).strip()):
                self._meta.setdefault(name.strip().lower(), content)
            return None
        wanted = not self._title if tag == "title" else self._date is None and "ld+json" in attributes.get("type", "")
        self._reading = tag if wanted else ""
        return [] if wanted else None

    def end(self, texts: list[str]) -> bool:
        """The element that `start` was told of ends, these are its texts. False where there was none: they are another's."""
        reading, self._reading = self._reading, ""
        if reading == "title":
            self._title = collapse("".join(texts)).strip()
        elif reading and (found := _LD_DATE.search("".join(texts))):
            self._date = found[1]
        return bool(reading)

    def time(self, attributes: Mapping[str, str]) -> None:
        """A <time> element: its date counts where structured data tell none."""
        self._date = self._date or attributes.get("datetime")

    def sign(self, text: str) -> None:
        """A link that names the author by its `rel` (blogs)."""
        name = collapse(text).strip()
        self._byline = self._byline or (name if len(name) <= _LONGEST_NAME else None) or None

    def read(self) -> Head:
        """The head: meta elements by lower-case name, property or itemprop, the first of each that says something; `canonical` from its
        link element."""
        return Head(self._title, self._meta, self._date, self._byline)
