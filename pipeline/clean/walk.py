"""The one walk over the tree: elements to pieces, without recursion."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from pipeline.clean.blanks import collapse, indented
from pipeline.clean.markers import ListMarkers
from pipeline.clean.pieces import Piece, Tree

if TYPE_CHECKING:
    from lxml.etree import _Element

    from pipeline.model import BlockKind

_BLOCK = (
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 "
    "header hgroup html legend li main menu nav noframes ol p pre section summary table tbody td tfoot th thead tr ul caption xmp listing plaintext"
)
_SKIPPED = "script style noscript textarea iframe select option optgroup template object embed svg canvas audio video button title map head datalist"
BLOCK, SKIPPED, BREAK, LINK = 1, 2, 3, 4
_ROLE = dict.fromkeys(_BLOCK.split(), BLOCK) | dict.fromkeys(_SKIPPED.split(), SKIPPED) | {"br": BREAK, "hr": BREAK, "a": LINK}
_KIND: dict[str, BlockKind] = {"li": "item", "dt": "item", "dd": "item", "caption": "caption", "figcaption": "caption"}
_LEVEL = {f"h{n}": n for n in range(1, 7)}
_HIDDEN = re.compile(r"display\s{0,4}:\s{0,4}none", re.IGNORECASE)
_PREFORMATTED = frozenset(("pre", "xmp", "listing", "plaintext"))


class Walk:
    """Walks a tree once. After `run`, `pieces` and `tree` hold what is shown, `hidden` the text of hidden spans inside lines."""

    def __init__(self) -> None:
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

    def run(self, root: _Element) -> None:
        """Walk the whole tree under `root`."""
        events = etree.iterwalk(root, events=("start", "end"))
        role_of = _ROLE.get
        for event, element in events:
            role = role_of(element.tag, 0)
            if event == "start":
                if role == SKIPPED or (not role and self._hides(element)):
                    self._skip(element, role)
                    events.skip_subtree()
                    continue
                if role:
                    self._start(element, role)
                if text := element.text:
                    self._parts.append(text)
            else:
                if role == BLOCK:
                    self._close(element)
                elif role == LINK:
                    self._end_link()
                if tail := element.tail:
                    self._parts.append(tail)
        self._flush()

    def _hides(self, element: _Element) -> bool:
        style = element.get("style")
        return style is not None and _HIDDEN.search(style) is not None

    def _skip(self, element: _Element, role: int) -> None:
        if not role and (text := collapse("".join(map(str, element.itertext()))).strip()):
            self.hidden.append(text)

    def _start(self, element: _Element, role: int) -> None:
        if role == BLOCK:
            self._open(element)
        elif role == BREAK:
            self._flush()
            self._broken = element.tag == "br"
        elif element.get("href") is not None:
            self._link_from = len(self._parts)

    def _open(self, element: _Element) -> None:
        self._flush()
        self._broken = False
        self.tree.parents.append(self._node)
        self.tree.ends.append(0)
        self.tree.elements.append(element)
        self._node = len(self.tree.parents) - 1
        tag = element.tag
        if self._hidden_at < 0 and (self._hides(element) or element.get("hidden") is not None or element.get("aria-hidden") == "true"):
            self._hidden_at = self._node
        if tag in _PREFORMATTED and self._pre_at < 0:
            self._pre_at = self._node
        self._markers.open(element)

    def _close(self, element: _Element) -> None:
        self._flush()
        self._broken = False
        if self._hidden_at == self._node:
            self._hidden_at = -1
        if self._pre_at == self._node:
            self._pre_at = -1
        self.tree.ends[self._node] = len(self.tree.parents)
        self._node = self.tree.parents[self._node]
        self._markers.close(element)

    def _end_link(self) -> None:
        if self._link_from >= 0:
            self._links += sum(len(part.strip()) for part in self._parts[self._link_from :])
            self._link_from = -1

    def _flush(self) -> None:
        """Make a piece of what has been gathered since the last block boundary or <br>."""
        if not self._parts:
            return
        inside_link = self._link_from >= 0
        self._end_link()
        raw, links = "".join(self._parts), self._links
        spaced = "  ".join(filter(None, (collapse(part).strip() for part in self._parts))) if 1 < len(self._parts) < 40 and len(raw) < 400 else ""
        self._parts.clear()
        self._links = 0
        if inside_link:
            self._link_from = 0
        if raw.isspace():
            return
        lines = raw.split("\n") if self._pre_at >= 0 else (raw,)
        for line in lines:
            self._add(line, links, spaced)
            self._broken = self._broken or self._pre_at >= 0

    def _add(self, raw: str, links: int, spaced: str) -> None:
        text = collapse(raw).strip()
        if not text:
            return
        tag = self.tree.elements[self._node].tag if self._node >= 0 else "body"
        marker = self._markers.take()
        level = self._markers.depth if tag in _KIND else _LEVEL.get(tag, 0)
        kind: BlockKind = "heading" if tag in _LEVEL else _KIND.get(tag, "item" if marker else "paragraph")
        if marker and not text.startswith(marker.rstrip()):
            text = marker + text
        self.pieces.append(Piece(text, kind, level, self._node, links, self._hidden_at >= 0, self._broken, indented(raw), spaced))
        self._broken = False
