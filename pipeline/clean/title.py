"""The headline: where it stands on the page, and its words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.clean.headline import LONGEST, Says, agree, is_confirmed, is_furniture, is_told_link, plain, score, stands_out
from pipeline.clean.pieces import Head, Piece, Tree
from pipeline.clean.window import clean_meta, from_window

_MOST_LINES = 3  # over which a headline is broken
_LONGEST_INSIDE = 60  # headlines found inside the running text are no longer
_NEAR = 60
_LEAST = 2.0
_BELOW_AT_ONCE = 2.4


@dataclass(frozen=True, slots=True)
class Title:
    """The headline and where it stands: pieces [start:end], or -1 where only the page's head tells it."""

    text: str | None
    start: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True)
class Search:
    """Where a headline is looked for: up to piece `stop`, where the running text begins, freely; up to `middle`, half of the text, only
    what the head or a metadata line confirms (a notice may run above the page's own headline). `told_by(i)`: whether piece i is metadata."""

    stop: int
    middle: int
    told_by: Callable[[int], bool]


def find_title(pieces: list[Piece], tree: Tree, head: Head, search: Search, labelled: str = "") -> Title:
    """The headline: a piece that the head, its element, its place confirm; the head's own words where none does.

    `labelled` is the headline that a table of metadata tells.
    """
    told = clean_meta(head.meta.get("articletitle", "")) or labelled
    window = head.title
    says = Says(plain(told), plain(clean_meta(head.meta.get("og:title", ""))), plain(window), plain(from_window(window)))
    hints = f"{window}\n{told}\n{head.meta.get('og:title', '')}"
    best, most = Title(None), _LEAST
    for at in range(max(0, search.stop - _NEAR), min(search.middle, len(pieces))):
        piece = pieces[at]
        size = len(piece.text)
        if not 2 <= size <= LONGEST:
            continue
        if piece.links * 2 > size and ((size < 8 and piece.kind != "heading") or not is_told_link(piece, window, told)):
            continue
        inside = at >= search.stop
        if inside and size > _LONGEST_INSIDE:
            continue
        hinted = piece.text[:4] in hints
        for end in _ends(pieces, at, says if hinted else None):
            place = _place(pieces, end, search)
            if place == 0 and piece.kind != "heading" and not hinted:
                continue
            text = _joined(pieces[at:end])
            value = score(text, says, piece, tree) + place
            if value < most or (value == most and end - at <= best.end - best.start) or search.told_by(at) or is_furniture(text):
                continue
            below = pieces[end] if place >= _BELOW_AT_ONCE else None
            if inside and not is_confirmed(text, says, below) and (below is None or not stands_out(piece, tree)):
                continue
            best, most = Title(text, at, end), value
    if told:
        same = best.text is not None and agree(plain(best.text), plain(told))
        return Title(best.text if same else told, best.start, best.end) if same or best.start < 0 else Title(told)
    return best if best.text else Title(from_window(window) or None)


def _ends(pieces: list[Piece], at: int, says: Says | None) -> list[int]:
    """Where a headline that begins at `at` may end: it may be broken over a few lines of one element, or over elements as the head confirms."""
    ends = [at + 1]
    words = ""
    while len(ends) < _MOST_LINES and ends[-1] < len(pieces):
        line = pieces[ends[-1]]
        if not (line.broken and line.node == pieces[at].node and line.node >= 0):
            if says is None:
                break
            words = words or plain(pieces[at].text)
            words += plain(line.text)
            if len(words) < 6 or not (says.told.startswith(words) or says.window.startswith(words)):
                break
        ends.append(ends[-1] + 1)
    return ends


def _joined(pieces: list[Piece]) -> str:
    text = pieces[0].text
    for piece in pieces[1:]:
        text += (" " if text[-1].isascii() and piece.text[0].isascii() else "") + piece.text
    return text


def _place(pieces: list[Piece], end: int, search: Search) -> float:
    """What stands below speaks for a headline: a metadata line at once, or after a line or two."""
    for at in range(end, min(end + 3, len(pieces))):
        if search.told_by(at):
            return _BELOW_AT_ONCE if at == end else 1.4
        if len(pieces[at].text) > 80:
            break
    salutation = end + 1 == search.stop and pieces[end].text[-1] in ":：" and len(pieces[end].text) <= 24
    return 1.3 if end == search.stop or salutation else 0.0
