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
_KIND: dict[str, BlockKind] = {"li": "item", "dt": "item", "dd": "item", "caption": "caption", "figcaption": "caption"}
_LEVEL = {f"h{n}": n for n in range(1, 7)}
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
        self._node = -1
        self._parts: list[str] = []
        self._links = 0
        self._link_from = -1
        self._hidden_at = -1
        self._pre_at = -1
        self._broken = False
        self._markers = ListMarkers()

    def run(self, events: Events) -> None:
        """Walk a whole tree by its events. The loop is where a page's time goes: it asks each element as little as it can."""
        walking = iter(events)
        for _, root in walking:
            self._enter(root, root.tag)  # a block, whatever it is called
            self._parts.append(root.text or "")
            break
        role_of, parts, hides = _ROLE.get, self._parts, self._hides
        link, skip = _LINK, _SKIP
        for event, element in walking:
            tag = element.tag
            role = role_of(tag, 0)
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
                        self._flush()
                    self._broken = tag == "br"
                    if role < link:
                        self._enter(element, tag)
                        if role > 1:
                            self._open(element, tag, role)
                text = element.text
            else:
                if role == link:
                    if self._link_from >= 0:
                        self._end_link()
                elif role and role < link:
                    if parts:
                        self._flush()
                    self._close(role)
                text = element.tail
            if text and (parts or not text.isspace()):
                parts.append(text)
        if parts:
            self._flush()
        if self.tree.ends:
            self.tree.ends[0] = len(self.tree.ends)

    def _enter(self, element: Element, tag: str) -> None:
        """A block element begins."""
        tree, node = self.tree, len(self.tree.ends)
        tree.parents.append(self._node)
        tree.ends.append(0)
        tree.elements.append(element)
        tree.tags.append(tag)
        self._node = node
        if self._hidden_at < 0 and self._hides(element):
            self._hidden_at = node

    def _skip(self, element: Element, role: int) -> None:
        if not role and (text := collapse("".join(map(str, element.itertext()))).strip()):
            self.hidden.append(text)

    def _open(self, element: Element, tag: str, role: int) -> None:
        """A list, an item or preformatted text begins."""
        if role == _PRE and self._pre_at < 0:
            self._pre_at = self._node
        if role == _LIST or (role == _ITEM and self._markers.numbered):
            self._markers.open(element, tag)

    def _close(self, role: int) -> None:
        """The block element that was opened last ends."""
        node, tree = self._node, self.tree
        if node < 0:
            return
        self._broken = False
        if self._hidden_at == node:
            self._hidden_at = -1
        if self._pre_at == node:
            self._pre_at = -1
        tree.ends[node] = len(tree.ends)
        self._node = tree.parents[node]
        if role == _LIST or (role == _ITEM and self._markers.numbered):
            self._markers.close(tree.tags[node])

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

    def _flush(self) -> None:
        """Make a piece of what has been gathered since the last block boundary or <br>."""
        inside_link = self._link_from >= 0
        if inside_link:
            self._end_link()
            self._link_from = 0
        parts = tuple(self._parts)
        self._parts.clear()
        links, self._links = self._links, 0
        raw = parts[0] if len(parts) == 1 else "".join(parts)
        if self._pre_at < 0:
            self._add(raw, links, parts)
            return
        for line in raw.split("\n"):
            self._add(line, links, ())
            self._broken = True

    def _add(self, raw: str, links: int, parts: tuple[str, ...]) -> None:
        text = collapse(raw).strip()
        if not text or (text[0] == _LOST and not text.strip(_LOST + " ")):
            return
        tag = self.tree.tags[self._node] if self._node >= 0 else "body"
        kind: BlockKind = "paragraph"
        level = 0
        if tag in _KIND:
            kind, level = _KIND[tag], self._markers.depth
        elif tag in _LEVEL:
            kind, level = "heading", _LEVEL[tag]
        if self._markers.numbered and (marker := self._markers.take()):
            kind = "item"
            text = text if text.startswith(marker.rstrip()) else marker + text
        self.pieces.append(
            Piece(text, kind, level, self._node, links, self._hidden_at >= 0, self._broken, raw[0] != text[0] and indented(raw), parts)
        )
        self._broken = False
