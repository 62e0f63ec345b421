"""Text of a page to pieces: HTML by lxml, by BeautifulSoup where lxml lost text; text dumps by lines."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from pipeline.clean.pieces import Parsed
from pipeline.clean.plain import read_plain
from pipeline.clean.soup import walk_soup
from pipeline.clean.tables import with_tables
from pipeline.clean.walk import Walk, listen

_XML = re.compile(r"^\s{0,64}<\?xml[^>]{0,200}>")
_TAG = re.compile(
    r"</?(?:!doctype|html|head|body|meta|title|link|table|tr|td|tbody|div|p|br|hr|span|font|a|b|i|u|strong|em|img|h[1-6]|ul|ol|li|dl|pre|script|style|center|"
    r"frameset|iframe|section|article|form|select|svg|blockquote|input)\b[^<>]{0,2000}>|<!doctype\b",
    re.IGNORECASE,
)
# lxml needs time quadratic in a tag's attributes and cannot be interrupted; no honest tag is so long but for data in its attributes.
_ENDLESS = re.compile(rb"<([A-Za-z][A-Za-z0-9]{0,20})[^<>]{20000,}>")
_LARGE = 100_000
_UNSHOWN = re.compile(
    r"<(script|style|title|textarea|select|noscript)\b[^>]{0,2000}>.*?(?:</\1|$)|<!--.*?(?:-->|$)", re.IGNORECASE | re.DOTALL
)
_ANY_TAG = re.compile(r"<[^<>]{1,4000}>")
_CJK = re.compile("[\u3400-\u9fff]+")
_KEPT = 0.9


def is_html(text: str) -> bool:
    """Whether the text is markup: at least two known tags, one in the first 4,000 characters."""
    found = _TAG.search(text[:4000])
    return found is not None and _TAG.search(text, found.end()) is not None


def parse_page(text: str, utf8: bytes | None = None) -> Parsed:
    """A page in pieces, tables of data as cells. `notes` says where the second parser was needed. `utf8` is the text encoded, where that is at hand."""
    if not is_html(text):
        return read_plain(text)
    if utf8 is None or _XML.match(text):
        utf8 = _XML.sub("", text).encode("utf-8", "replace")
    data = utf8
    if len(data) > _LARGE:
        data = _ENDLESS.sub(rb"<\1>", data)
    walk = walk_lxml(data)
    notes: list[str] = []
    if _lost_text(text, len(data), walk):
        again = walk_soup(data.decode("utf-8"))
        if _size(again) > _size(walk):
            walk, notes = again, [f"lxml kept {_size(walk)} of {_size(again)} characters; BeautifulSoup read the page"]
    return Parsed(with_tables(walk.pieces, walk.tree), walk.tree, walk.head.read(), walk.hidden, notes)


def walk_lxml(data: bytes) -> Walk:
    """The page in UTF-8, walked while lxml parses it.

    lxml gets bytes made here, never the page's own: it would fix the encoding before it has seen the meta element. And it makes no tree:
    building one it drops in silence what stands below 2,048 open elements, and puts what follows an early </html> into a second tree.
    """
    walk = Walk()
    target: Any = listen(walk)  # lxml's stubs want a method for comments too
    try:
        etree.fromstring(data, etree.HTMLParser(target=target, encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True))
    except etree.XMLSyntaxError:
        target.close()
    return walk


def _lost_text(source: str, size: int, walk: Walk) -> bool:
    """Whether more than a tenth of the Chinese that a reader would see is missing. The exact look is dear, so a guess comes first:
    every Chinese character adds two bytes to the source's UTF-8."""
    shown = _size(walk)
    if (size - len(source)) // 2 < 2 * shown + 20 and walk.pieces:
        return False
    visible = _ANY_TAG.sub("", _UNSHOWN.sub("", source))
    kept = sum(len(run) for piece in walk.pieces for run in _CJK.findall(piece.text)) + sum(map(len, walk.hidden))
    return kept < _KEPT * sum(map(len, _CJK.findall(visible))) or not walk.pieces


def _size(walk: Walk) -> int:
    return sum(len(piece.text) for piece in walk.pieces)
