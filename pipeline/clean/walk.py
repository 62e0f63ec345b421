"""The one walk over the tree: elements to pieces, without recursion."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.clean.blanks import collapse, indented
from pipeline.clean.markers import ListMarkers
from pipeline.clean.pieces import Piece, Tree

if TYPE_CHECKING:
    from pipeline.clean.pieces import Element, Events
    from pipeline.model import BlockKind

_BLOCKS = (
    "address article aside blockquote body center dd details dialog div dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header "
    "hgroup html legend main nav noframes p section summary table tbody td tfoot th thead tr caption"
)
_SKIPPED = (
    "script style noscript textarea iframe select option optgroup template object embed svg canvas audio video button title map head datalist "
    "input meta link img marquee"
)
_BLOCK, _ITEM, _LIST, _PRE, _LINK, _BREAK, _SKIP = 1, 2, 3, 4, 5, 6, 7
_ROLE = (
    dict.fromkeys(_BLOCKS.split(), _BLOCK)
    | dict.fromkeys(("ol", "ul", "menu", "dir", "dl"), _LIST)
    | dict.fromkeys(("pre", "xmp", "listing", "plaintext"), _PRE)
    | dict.fromkeys(_SKIPPED.split(), _SKIP)
    | {"li": _ITEM, "br": _BREAK, "hr": _BREAK, "a": _LINK}
)
_PARAGRAPH: tuple[BlockKind, int] = ("paragraph", 0)
_SHAPE: dict[str, tuple[BlockKind, int]] = {"li": ("item", 1), "dt": ("item", 1), "dd": ("item", 1), "caption": ("caption", 0), "figcaption": ("caption", 0)}
_SHAPE |= {f"h{n}": ("heading", n) for n in range(1, 7)}
_LOST = "\ufffd"  # a piece of nothing else is a stray byte between tags
_HIDING = re.compile(r"display\s{0,4}:\s{0,4}none", re.IGNORECASE)


class Walk:
    """Walks a tree once. After `run`, `pieces` and `tree` hold the page, `hidden` the text of hidden spans inside lines."""

    def __init__(self, attributes: bool = True) -> None:
        """`attributes`: whether the page has `hidden` or `aria-hidden` anywhere; asking each element costs."""
        self._attributes = attributes
        self.pieces: list[Piece] = []
        self.tree = Tree()
        self.hidden: list[str] = []
        self._parts: list[str] = []
        self._links = 0
        self._link_from = -1
        self._hidden_at = -1
        self._pre_at = -1
        self._broken = False
        self._markers = ListMarkers()

    def run(self, events: Events) -> None:
        """Walk a whole tree by its events. The loop is where a page's time goes: it asks each element as little as it can."""
        tree, parts, hides = self.tree, self._parts, self._hides
        parents, ends, elements, tags = tree.parents, tree.ends, tree.elements, tree.tags
        role_of, link, skip, plain = _ROLE.get, _LINK, _SKIP, _BLOCK
        node = -1
        for event, element in events:
            tag = element.tag
            role = role_of(tag, 0) if node >= 0 else plain  # the root is a block whatever it is called
            if event == "start":
                if role == link:
                    if element.get("href") is not None:
                        self._link_from = len(parts)
                elif role == skip or (not role and hides(element)):
                    self._skip(element, role)
                    events.skip_subtree()
                    continue
                elif role:
                    if parts:
                        self._flush(node)
                    self._broken = tag == "br"
                    if role < link:
                        parents.append(node)
                        node = len(ends)
                        ends.append(0)
                        elements.append(element)
                        tags.append(tag)
                        if self._hidden_at < 0 and hides(element):
                            self._hidden_at = node
                        if role > plain:
                            self._open(element, node, role)
                text = element.text
            else:
                if role == link:
                    if self._link_from >= 0:
                        self._end_link()
                elif role and role < link:
                    if parts:
                        self._flush(node)
                    if self._hidden_at == node:
                        self._hidden_at = -1
                    if role > plain:
                        self._close(node, role)
                    self._broken = False
                    ends[node] = len(ends)
                    node = parents[node]
                text = element.tail
            if text and (parts or not text.isspace()):
                parts.append(text)
        if parts:
            self._flush(node)
        if ends:
            ends[0] = len(ends)

    def _skip(self, element: Element, role: int) -> None:
        if not role and (text := collapse("".join(map(str, element.itertext()))).strip()):
            self.hidden.append(text)

    def _open(self, element: Element, node: int, role: int) -> None:
        """A list, an item or preformatted text begins."""
        if role == _PRE:
            self._pre_at = node if self._pre_at < 0 else self._pre_at
        elif role == _LIST or self._markers.numbered:
            self._markers.open(element, self.tree.tags[node])

    def _close(self, node: int, role: int) -> None:
        """A list, an item or preformatted text ends."""
        if self._pre_at == node:
            self._pre_at = -1
        elif role == _LIST or self._markers.numbered:
            self._markers.close(self.tree.tags[node])

    def _hides(self, element: Element) -> bool:
        """Whether an element is hidden by its own attributes."""
        style = element.get("style")
        if style is not None and _HIDING.search(style):
            return True
        return self._attributes and (element.get("hidden") is not None or element.get("aria-hidden") == "true")

    def _end_link(self) -> None:
        for part in self._parts[self._link_from :]:
            self._links += len(part.strip())
        self._link_from = -1

    def _flush(self, node: int) -> None:
        """Make a piece of what has been gathered since the last block boundary or <br>."""
        inside_link = self._link_from >= 0
        if inside_link:
            self._end_link()
            self._link_from = 0
        parts = self._parts
        raw = parts[0] if len(parts) == 1 else "".join(parts)
        if self._pre_at < 0:
            self._add(raw, node, tuple(parts) if len(parts) > 1 else ())
        else:
            for line in raw.split("\n"):
                self._add(line, node, ())
                self._broken = True
        parts.clear()
        self._links = 0

    def _add(self, raw: str, node: int, parts: tuple[str, ...]) -> None:
        text = collapse(raw).strip()
        if not text or (text[0] == _LOST and not text.strip(_LOST + " ")):
            return
        kind, level = _SHAPE.get(self.tree.tags[max(node, 0)], _PARAGRAPH)
        if kind == "item":
            level = self._markers.depth
        if self._markers.numbered and (marker := self._markers.take()):
            kind = "item"
            text = text if text.startswith(marker.rstrip()) else marker + text
        self.pieces.append(Piece(text, kind, level, node, self._links, self._hidden_at >= 0, self._broken, raw[0] != text[0] and indented(raw), parts))
        self._broken = False
