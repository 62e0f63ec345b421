"""How likely words on the page are its headline: by what the head says, their element and what stands around them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.clean.folded import folded
from pipeline.clean.furniture import is_buttons, is_crumb, is_welcome
from pipeline.clean.labels import is_bare_label, labels, tells
from pipeline.clean.pieces import Piece, Tree
from pipeline.clean.window import SITE

_PLAIN = re.compile(r"[\s\W_]+")
_TITLE_NAME = re.compile(r"(?:title|headline|biaoti|(?:^|[_-])bt(?:$|[_-])|tit(?:$|[_-])|subject|(?:^|[_-])h1)", re.IGNORECASE)
_BYLINE = re.compile(r"^(?:本报|本网|本台)?(?:见习|实习)?(?:记者|通讯员|特约撰稿)")
LONGEST = 150
_HEADING = {1: 1.4, 2: 1.1, 3: 0.9, 4: 0.5, 5: 0.4, 6: 0.4}


@dataclass(frozen=True, slots=True)
class Says:
    """What the head says the headline is, as `plain` letters: its meta elements, the title element whole and its first part."""

    told: str
    shared: str
    window: str
    first: str


def plain(text: str) -> str:
    """Letters and digits only, folded, lower case: for comparing headlines."""
    return _PLAIN.sub("", folded(text)).lower()


def is_confirmed(text: str, says: Says, below: Piece | None) -> bool:
    """Whether the head or a labelled metadata line below says that a line inside the running text is the headline after all."""
    words = plain(text)
    return (
        (below is not None and tells(labels(below.line)))
        or _window_score(words, says) >= 2.2
        or (bool(words) and words in (says.told, says.shared))
    )


def stands_out(piece: Piece, tree: Tree) -> bool:
    """Whether its element makes a piece a headline: by tag, name or being centred."""
    return piece.kind == "heading" or _named_title(piece, tree) or _is_centred(piece, tree)


def is_told_link(piece: Piece, window: str, told: str) -> bool:
    """Blogs make their headline a link; navigation is no candidate."""
    return (piece.kind == "heading" and piece.level <= 3) or piece.text == told or (len(piece.text) > 7 and window.startswith(piece.text))


def score(text: str, says: Says, piece: Piece, tree: Tree) -> float:
    """The weight of `text`, which stands in `piece`, as a headline; below 0 where it can be none."""
    words = plain(text)
    if len(words) < 2 or len(text) > LONGEST or "。" in text:
        return -9.0
    value = max(_window_score(words, says), 2.5 if says.shared and words == says.shared else 0.0)
    if says.told:
        value = 6.0 if words == says.told else (3.5 if agree(words, says.told) else min(value, 1.0))
    if piece.kind == "heading":
        value += _HEADING.get(piece.level, 0.0) * (0.5 if words == says.window and len(words) <= 14 and SITE.search(words) else 1)
    value += 0.8 if _named_title(piece, tree) else 0.0
    value += 0.9 if _is_centred(piece, tree) else 0.0
    if piece.links > len(text) // 2:
        value -= 1.2
    if text[-1] in "。；，、：:;,":
        value -= 1.5
    return value


def is_furniture(text: str) -> bool:
    """Whether a line is a byline, a label, a path or a button."""
    return bool(_BYLINE.match(text)) or is_bare_label(text) or is_crumb(text) or is_welcome(text) or is_buttons(text)


def _window_score(words: str, says: Says) -> float:
    whole = says.window
    if not whole:
        return 0.0
    if len(words) >= 4 and whole.startswith(words):
        site_like = len(words) <= 14 and SITE.search(words) is not None
        return 0.4 if site_like and words == whole else (2.2 + 1.6 * len(words) / len(whole)) * (0.4 if site_like else 1)
    if len(says.first) >= 8 and words.startswith(says.first):
        return 3.0
    if len(words) >= 6 and words in whole:
        return 0.6 if SITE.search(words) else 1.8
    return 0.0


def agree(words: str, told: str) -> bool:
    """Whether two spellings of a headline are one: the same, or one cut short."""
    short, long = sorted((words, told), key=len)
    return (len(short) >= 6 and long.startswith(short) and len(short) * 2 > len(long)) or words == told


def _named_title(piece: Piece, tree: Tree) -> bool:
    node, climbed = piece.node, 0
    while node >= 0 and climbed < 2:
        attributes = tree.attributes[node]
        names = f"{attributes.get('id') or ''} {attributes.get('class') or ''}"
        if any(_TITLE_NAME.search(name) for name in names.split()):
            return True
        node, climbed = tree.parents[node], climbed + 1
    return False


def _is_centred(piece: Piece, tree: Tree) -> bool:
    """Whether the piece's element centres it: headlines of pages without style sheets."""
    if piece.node < 0:
        return False
    attributes = tree.attributes[piece.node]
    centred = (attributes.get("align") or "").lower() == "center" or "text-align:center" in (attributes.get("style") or "").replace(
        " ", ""
    ).lower()
    return centred or tree.tags[piece.node] == "center"
