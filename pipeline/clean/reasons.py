"""Why a piece of the page was cut, for people who wonder (`pipeline doctor`)."""

from __future__ import annotations

from pipeline.clean.furniture import is_buttons, is_crumb, is_legal, is_menu, is_tail, is_welcome
from pipeline.clean.headline import plain
from pipeline.clean.labels import is_metadata_line
from pipeline.clean.pieces import Piece
from pipeline.model import Cut

_BY_PROFILE = "not in the profile"


def reasons(pieces: list[Piece], start: int, end: int, title: str | None, explain: bool) -> list[Cut]:
    """What stands above piece `start` and from piece `end` on: each piece with its reason, or, cheaper, all above and all below together."""
    if not explain:
        return [_together(pieces[:start], "above the body"), _together(pieces[end:], "below the body")]
    words = plain(title or "")
    return [Cut(piece.text, _reason(piece, words, at < start)) for at, piece in enumerate(pieces) if not start <= at < end]


def unselected(pieces: list[Piece], body: list[Piece], explain: bool) -> list[Cut]:
    """What stands outside the body that a site profile selects: each piece, or, cheaper, all together."""
    kept = {piece.text for piece in body}
    cut = [piece for piece in pieces if piece.text not in kept]
    return [_together([piece], _BY_PROFILE) for piece in cut] if explain else [_together(cut, _BY_PROFILE)]


def _together(pieces: list[Piece], reason: str) -> Cut:
    return Cut("\n".join(piece.text for piece in pieces), reason)


def _reason(piece: Piece, words: str, above: bool) -> str:
    text = piece.text
    tests = (
        (piece.hidden, "hidden"),
        (bool(words) and plain(text) == words, "headline"),
        (is_crumb(text), "path"),
        (is_legal(text), "the site's footer"),
        (piece.links * 5 > len(text) * 3, "links"),
        (is_menu(text), "menu"),
        (is_buttons(text), "buttons"),
        (is_metadata_line(piece.line), "metadata"),
        (is_welcome(text), "greeting"),
        (is_tail(text), "stands under a body"),
    )
    return next((reason for met, reason in tests if met), "above the body" if above else "below the body")
