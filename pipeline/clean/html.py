"""HTML text to a tree. lxml gets UTF-8 bytes made here, never the page's own: it fixes the encoding before it has seen the meta element."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element

# An included header often closes the page in its middle; what follows would land in a second root and be lost.
_CLOSING = re.compile(r"</(?:html|body)\s{0,8}>", re.IGNORECASE)
_XML = re.compile(r"^\s{0,64}<\?xml[^>]{0,200}>")
_TAG = re.compile(
    r"<(?:!doctype|html|head|body|table|div|p|br|td|span|meta|title|font|a|h[1-6]|ul|li|script|center|frameset)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)


def is_html(text: str) -> bool:
    """Whether the text is markup: at least two known tags, one in the first 4,000 characters."""
    found = _TAG.search(text[:4000])
    return found is not None and _TAG.search(text, found.end()) is not None


def parse(text: str) -> _Element | None:
    """The root element; None where there is no element at all."""
    source = _CLOSING.sub("", _XML.sub("", text)).encode("utf-8", "replace")
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        return etree.fromstring(source, parser)
    except etree.XMLSyntaxError:
        return None
