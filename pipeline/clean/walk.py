"""The one walk over a page: a parser's events to pieces, without a tree and without recursion."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from pipeline.clean.blanks import collapse, indented
from pipeline.clean.head import HeadReader
from pipeline.clean.markers import ListMarkers
from pipeline.clean.pieces import Piece, Tree

if TYPE_CHECKING:
    from pipeline.model import BlockKind

_BLOCKS = (
    "address article aside blockquote body center dd details dialog div dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header "
    "hgroup html legend main nav noframes p section summary table tbody td tfoot th thead tr caption"
)
_SKIPPED = "style noscript textarea iframe select option optgroup template object embed svg canvas audio video button map datalist marquee"
_BLOCK, _ITEM, _LIST, _PRE, _LINK, _BREAK, _HEAD, _SKIP = range(1, 9)
_ROLE = (
    dict.fromkeys(_BLOCKS.split(), _BLOCK)
    | dict.fromkeys(("ol", "ul", "menu", "dir", "dl"), _LIST)
    | dict.fromkeys(("pre", "xmp", "listing", "plaintext"), _PRE)
    | dict.fromkeys(("title", "meta", "script"), _HEAD)
    | dict.fromkeys(_SKIPPED.split(), _SKIP)
    | {"li": _ITEM, "br": _BREAK, "hr": _BREAK, "a": _LINK}
)
_PARAGRAPH: tuple[BlockKind, int] = ("paragraph", 0)
_SHAPE: dict[str, tuple[BlockKind, int]] = {
    "li": ("item", 1),
    "dt": ("item", 1),
    "dd": ("item", 1),
    "caption": ("caption", 0),
    "figcaption": ("caption", 0),
}
_SHAPE |= {f"h{n}": ("heading", n) for n in range(1, 7)}
_LOST = "\ufffd"  # a piece of nothing else is a stray byte between tags
_HIDERS = frozenset(("style", "hidden", "aria-hidden"))
_HIDING = re.compile(r"display\s{0,4}:\s{0,4}none", re.IGNORECASE)


class Walk:
    """A parser's target: it is told of each start, end and text. After `close`, `pieces` and `tree` hold what the page shows, `head` what its
    head says, `hidden` the text of hidden spans inside lines. Most of a page's time goes here, so it asks each element as little as it can."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.tree = tree = Tree([-1], [0], [{}], ["html"])
        self._parents, self._ends, self._attributes, self._tags = tree.parents, tree.ends, tree.attributes, tree.tags
        self.head = HeadReader()
        self.hidden: list[str] = []
        self._node = 0
        self._parts: list[str] = []
        self._fresh = True  # whether the next text begins a new part
        self._links = 0
        self._link_from = -1
        self._signing = False  # whether the open link names the author
        self._hidden_at = -1
        self._pre_at = -1
        self._broken = False
        self._skipping = 0  # elements open inside one that is not shown
        self._unseen: list[str] | None = None
        self._markers = ListMarkers()

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if self._skipping:
            self._skipping += 1
            return
        role = _ROLE.get(tag)
        if role is None:
            self._fresh = True
            if attributes and self._start_inline(tag, attributes):
                self._skipping = 1
        elif role == _LINK:
            self._fresh = True
            if "href" in attributes:
                self._link_from = len(self._parts)
                self._signing = "rel" in attributes and attributes["rel"] == "author"
        elif role > _BREAK:
            self._skipping = 1
            self._unseen = self.head.start(tag, attributes) if role == _HEAD else None
        else:
            if self._parts:
                self._flush()
            if role == _BREAK:
                self._broken = tag == "br"
                return
            self._broken = False
            self._parents.append(self._node)
            self._node = node = len(self._ends)
            self._ends.append(0)
            self._attributes.append(attributes)
            self._tags.append(tag)
            if attributes and self._hidden_at < 0 and not _HIDERS.isdisjoint(attributes) and _hides(attributes):
                self._hidden_at = node
            if role > _BLOCK:
                self._start_special(tag, role, attributes)

    def data(self, text: str) -> None:
        """A text, or a part of one."""
        if self._skipping:
            if self._unseen is not None:
                self._unseen.append(text)
        elif not self._fresh:
            self._parts[-1] += text
        elif self._parts or not text.isspace():
            self._parts.append(text)
            self._fresh = False

    def end(self, tag: str) -> None:
        """The element that was begun last ends."""
        if self._skipping:
            self._skipping -= 1
            if not self._skipping and self._unseen is not None:
                self._end_unseen(self._unseen)
            return
        role = _ROLE.get(tag)
        if role is None:
            self._fresh = True
        elif role < _LINK:
            if self._parts:
                self._flush()
            node = self._node
            self._broken = False
            if self._hidden_at == node:
                self._hidden_at = -1
            if role > _BLOCK:
                self._end_special(tag, role)
            if node > 0:
                self._ends[node] = len(self._ends)
                self._node = self._parents[node]
        elif role == _LINK:
            self._fresh = True
            if self._link_from >= 0:
                self._end_link()

    def close(self) -> Walk:
        """The page ends."""
        if self._parts:
            self._flush()
        self._ends[0] = len(self._ends)
        return self

    def _start_inline(self, tag: str, attributes: Mapping[str, str]) -> bool:
        """Whether an inline element is hidden; its text is then gathered as such."""
        if tag == "time":
            self.head.time(attributes)
        if not _hides(attributes):
            return False
        self._unseen = []
        return True

    def _end_unseen(self, texts: list[str]) -> None:
        """An element of the head ends, or a hidden one inside a line."""
        self._unseen = None
        if not self.head.end(texts) and (text := collapse("".join(texts)).strip()):
            self.hidden.append(text)

    def _start_special(self, tag: str, role: int, attributes: Mapping[str, str]) -> None:
        """A list, an item or preformatted text begins."""
        if role == _PRE:
            self._pre_at = self._node if self._pre_at < 0 else self._pre_at
        elif role == _LIST or self._markers.numbered:
            self._markers.start(tag, attributes)

    def _end_special(self, tag: str, role: int) -> None:
        if role == _PRE:
            self._pre_at = -1 if self._pre_at == self._node else self._pre_at
        elif role == _LIST or self._markers.numbered:
            self._markers.end(tag)

    def _end_link(self) -> None:
        for part in self._parts[self._link_from :]:
            self._links += len(part.strip())
        if self._signing:
            self.head.sign("".join(self._parts[self._link_from :]))
            self._signing = False
        self._link_from = -1

    def _flush(self) -> None:
        """Make a piece of what has been gathered since the last block boundary or <br>."""
        if self._link_from >= 0:
            self._end_link()
            self._link_from = 0
        parts = self._parts
        if self._pre_at >= 0:
            for line in "".join(parts).split("\n"):
                self._add(line, ())
                self._broken = True
        elif len(parts) == 1:
            self._add(parts[0], ())
        else:
            self._add("".join(parts), tuple(parts))
        parts.clear()
        self._fresh = True
        self._links = 0

    def _add(self, raw: str, parts: tuple[str, ...]) -> None:
        text = collapse(raw).strip()
        if not text or (text[0] == _LOST and not text.strip(_LOST + " ")):
            return
        kind, level = _SHAPE.get(self._tags[self._node], _PARAGRAPH)
        if kind == "item":
            level = self._markers.depth
        if self._markers.numbered and (marker := self._markers.take()):
            kind = "item"
            text = text if text.startswith(marker.rstrip()) else marker + text
        blanks = raw[0] != text[0] and indented(raw)
        self.pieces.append(Piece(text, kind, level, self._node, self._links, self._hidden_at >= 0, self._broken, blanks, parts))
        self._broken = False


def _hides(attributes: Mapping[str, str]) -> bool:
    """Whether an element is hidden by its own attributes."""
    style = attributes.get("style")
    if style is not None and _HIDING.search(style):
        return True
    return "hidden" in attributes or attributes.get("aria-hidden") == "true"
