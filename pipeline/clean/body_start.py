"""Where the body begins among the pieces."""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.clean.below import is_link
from pipeline.clean.folded import folded
from pipeline.clean.furniture import is_buttons, is_crumb, is_menu, is_tail, is_welcome
from pipeline.clean.headline import plain
from pipeline.clean.labels import is_bare_label, labels
from pipeline.clean.pieces import Piece
from pipeline.clean.title import Title

_HEAD = 24  # pieces looked at
SENTENCE = re.compile("[。！？；!?]|[，,].{0,80}[，,]")
_ORIGINAL = re.compile(r"^[(（【]?原(?:标题|题)[为]?[:：]")
_EVENT = re.compile(r"^(?:活动|培训|会议|讲座|展览)?(?:地点|地址|主讲|嘉宾|主办|内容|主题|对象|人数)")
_EVENT_TIME = re.compile(r"^[\s(（【\[]{0,3}(?:时\s{0,4}间|日\s{0,4}期)\s{0,2}[】\])）]?[:：]")


def first_paragraph(pieces: list[Piece], weights: list[float], start: int, end: int) -> int:
    """The first piece in [start:end) that reads like running text; `end` where none does."""
    for at in range(start, end):
        text = pieces[at].text
        if weights[at] > 8 and len(text) > 20 and SENTENCE.search(text) and not is_welcome(text):
            return at
    return end


def trim_head(pieces: list[Piece], start: int, end: int, title: Title, told_by: Callable[[int], bool]) -> int:
    """The body's first piece: after the path, headline, metadata lines and buttons that begin the container.

    Once a metadata line has passed, a repeated headline and a bare date are the document's own.
    """
    first, words, waiting = start, plain(title.text or ""), False
    told = title.start >= 0 and any(told_by(at) for at in range(title.end, start))
    for at in range(start, min(end, start + _HEAD)):
        piece, text = pieces[at], pieces[at].text
        if piece.place is not None:
            break
        metadata = told_by(at) and not _is_event(pieces, at) and not (told and not labels(piece.line))
        if metadata or (not told and _is_headline(text, words)) or _is_above(piece) or (waiting and _may_be_value(text)):
            first = at + 1
            told = told or metadata
            waiting = metadata and _waits(piece)
        elif len(text) > 60 or "。" in text or (len(text) > 24 and "，" in text):
            break
        else:
            waiting = False
    return first + _is_summary(pieces[first : min(first + 4, end)])


def _waits(piece: Piece) -> bool:
    """Whether a metadata line ends with a label whose value must stand in the next piece."""
    found = labels(piece.line)
    return bool(found) and not found[-1].value and found[-1].field != "ui" and (piece.text[-1] in ":：" or is_bare_label(piece.text))


def _may_be_value(text: str) -> bool:
    return len(text) <= 80 and "。" not in text and "，" not in text and text[-1] not in ":："


def _is_headline(text: str, words: str) -> bool:
    return bool(words) and plain(text) == words


def _is_above(piece: Piece) -> bool:
    text = piece.text
    if len(text) <= 100 and _ORIGINAL.match(folded(text[:8])):
        return True
    return (
        is_crumb(text) or is_menu(text) or is_welcome(text) or is_buttons(text) or (is_tail(text) and "推荐" not in text) or is_link(piece)
    )


def _is_summary(pieces: list[Piece]) -> bool:
    """Whether the first of these is a summary: the beginning of one that follows, cut short or not."""
    text = folded(pieces[0].text) if pieces else ""
    length = len(text.rstrip(".…。 "))
    if length < (4 if text.endswith(("...", "…")) else 20):
        return False
    if text[-1] in "。!?":
        return len(pieces) > 1 and pieces[1].text == pieces[0].text
    beginning = pieces[0].text[:length]
    return any(piece.text.startswith(beginning) for piece in pieces[1:])


def _is_event(pieces: list[Piece], at: int) -> bool:
    """时间： is no metadata where 地点： stands below it."""
    return _EVENT_TIME.match(pieces[at].text) is not None and len(labels(pieces[at].line)) < 2 and _event_follows(pieces, at)


def _event_follows(pieces: list[Piece], at: int) -> bool:
    return at + 1 < len(pieces) and _EVENT.match(folded(pieces[at + 1].text).replace(" ", "")) is not None
