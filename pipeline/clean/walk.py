"""The one walk over a page: a parser's events to pieces, without a tree and without recursion."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pipeline.clean.blanks import collapse, indented
from pipeline.clean.elements import BREAK, HEAD, HIDERS, ITEM, LINK, PARAGRAPH, PRE, ROLE, SHAPE, hides
from pipeline.clean.head import HeadReader
from pipeline.clean.markers import ListMarkers
from pipeline.clean.pieces import Piece, Tree

_LOST = "\ufffd"  # a piece of nothing else is a stray byte between tags
_LONG = 20_000  # characters of one text beyond which it goes on in another: each `<` of a flood is told by itself


class Walk:
    """What a walked page holds: `pieces` and `tree` what it shows, `head` what its head says, `hidden` the text of hidden spans inside lines."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.tree = Tree([-1], [0], [{}], ["html"])
        self.head = HeadReader()
        self.hidden: list[str] = []
        self.markers = ListMarkers()
        self.unseen: list[str] | None = None  # where the text of what is not shown goes, if anybody wants it
        self.pre_at = -1  # the element inside which line ends count
        self.signing = False  # whether the open link names the author

    def start_inline(self, tag: str, attributes: Mapping[str, str]) -> bool:
        """Whether an inline element is hidden; its text is then gathered as such."""
        if tag == "time":
            self.head.time(attributes)
        if not hides(attributes):
            return False
        self.unseen = []
        return True

    def end_unseen(self) -> None:
        """An element of the head ends, or a hidden one inside a line."""
        texts, self.unseen = self.unseen, None
        if texts is not None and not self.head.end(texts) and (text := collapse("".join(texts)).strip()):
            self.hidden.append(text)

    def start_special(self, tag: str, role: int, attributes: Mapping[str, str], node: int) -> None:
        """A list, an item or preformatted text begins."""
        if role == PRE:
            self.pre_at = node if self.pre_at < 0 else self.pre_at
        else:
            self.markers.start(tag, attributes)

    def end_special(self, tag: str, role: int, node: int) -> None:
        """A list, an item or preformatted text ends."""
        if role == PRE:
            self.pre_at = -1 if self.pre_at == node else self.pre_at
        else:
            self.markers.end(tag)


@dataclass(frozen=True, slots=True)
class Target:
    """A parser's target: told of each start, text and end, and of the page's end."""

    start: Callable[[str, Mapping[str, str]], None]
    data: Callable[[str], None]
    end: Callable[[str], None]
    close: Callable[[], None]


def listen(walk: Walk) -> Target:
    """The target through which a parser fills `walk`.

    Most of a page's time goes here: the state that every event asks for lives in this function's own variables, which is a fifth cheaper
    than in an object's, and what is rare is left to `walk`.
    """
    tree, markers, role_of, shape_of = walk.tree, walk.markers, ROLE.get, SHAPE.get
    parents, ends, attributes_of, tags, keep = tree.parents, tree.ends, tree.attributes, tree.tags, walk.pieces.append
    parts: list[str] = []
    node = skipping = links = 0
    link_from = hidden_at = -1
    fresh, broken = True, False

    def flush() -> None:
        """Make a piece of what has been gathered since the last block boundary or <br>."""
        nonlocal links, link_from, fresh, broken
        if link_from >= 0:
            end_link()
            link_from = 0
        if walk.pre_at < 0:
            if len(parts) == 1:
                add(parts[0], ())
            else:
                add("".join(parts), tuple(parts))
        else:
            for line in "".join(parts).split("\n"):
                add(line, ())
                broken = True
        parts.clear()
        fresh, broken, links = True, False, 0

    def add(raw: str, texts: tuple[str, ...]) -> None:
        """A piece with this text, as the source writes it, unless it is blank."""
        text = raw.strip() if raw.isprintable() and "  " not in raw else collapse(raw).strip()
        if not text or (text[0] == _LOST and not text.strip(_LOST + " ")):
            return
        kind, level = shape_of(tags[node], PARAGRAPH)
        if kind == "item":
            level = markers.depth
        if markers.numbered and (marker := markers.take()):
            kind, level = "item", markers.depth
            text = text if text.startswith(marker.rstrip()) else marker + text
        keep(Piece(text, kind, level, node, links, hidden_at >= 0, broken, raw[0] != text[0] and indented(raw), texts))

    def end_link() -> None:
        nonlocal links, link_from
        for part in parts[link_from:]:
            links += len(part.strip())
        if walk.signing:
            walk.head.sign("".join(parts[link_from:]))
            walk.signing = False
        link_from = -1

    def start(tag: str, attributes: Mapping[str, str]) -> None:
        nonlocal node, skipping, link_from, hidden_at, fresh, broken
        if skipping:
            skipping += 1
            return
        role = role_of(tag)
        if role is None:
            fresh = True
            if (tag == "time" or (attributes and not HIDERS.isdisjoint(attributes))) and walk.start_inline(tag, attributes):
                skipping = 1
        elif role == LINK:
            fresh = True
            if "href" in attributes:
                link_from = len(parts)
                if "rel" in attributes:
                    walk.signing = attributes["rel"] == "author"
        elif role > BREAK:
            skipping = 1
            walk.unseen = walk.head.start(tag, attributes) if role == HEAD else None
        else:
            if parts:
                flush()
            broken = tag == "br"
            if role == BREAK:
                return
            parents.append(node)
            node = len(ends)
            ends.append(0)
            attributes_of.append(attributes)
            tags.append(tag)
            if attributes and hidden_at < 0 and not HIDERS.isdisjoint(attributes) and hides(attributes):
                hidden_at = node
            if role > ITEM or (role == ITEM and markers.numbered):
                walk.start_special(tag, role, attributes, node)

    def data(text: str) -> None:
        nonlocal fresh
        if skipping:
            if walk.unseen is not None:
                walk.unseen.append(text)
        elif not fresh and len(parts[-1]) < _LONG:
            parts[-1] += text
        elif parts or not text.isspace():
            parts.append(text)
            fresh = False

    def end(tag: str) -> None:
        nonlocal node, skipping, links, link_from, hidden_at, fresh, broken
        if skipping:
            skipping -= 1
            if not skipping:
                walk.end_unseen()
            return
        role = role_of(tag)
        if role is None:
            fresh = True
        elif role < LINK:
            if parts:
                flush()
            broken = False
            if hidden_at == node:
                hidden_at = -1
            if role > ITEM or (role == ITEM and markers.numbered):
                walk.end_special(tag, role, node)
            if node > 0:
                ends[node] = len(ends)
                node = parents[node]
        elif role == LINK:
            fresh = True
            if link_from >= 0:
                if link_from == len(parts) - 1 and not walk.signing:
                    links += len(parts[-1].strip())
                    link_from = -1
                else:
                    end_link()

    def close() -> None:
        if parts:
            flush()
        ends[0] = len(ends)

    return Target(start, data, end, close)
