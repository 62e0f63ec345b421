"""The page's head: title and meta elements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.clean.blanks import collapse
from pipeline.clean.pieces import Head

if TYPE_CHECKING:
    from lxml.etree import _Element


def read_head(root: _Element) -> Head:
    """The title element and the meta elements (by lower-case name, property or itemprop; the first of each that says something)."""
    meta: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("name") or element.get("property") or element.get("itemprop")
        content = element.get("content")
        if name and content and content.strip():
            meta.setdefault(name.strip().lower(), collapse(content).strip())
    title = next((t for element in root.iter("title") if (t := collapse("".join(map(str, element.itertext()))).strip())), "")
    return Head(title, meta)
