"""Headline and body of a text dump: there are no elements, so metadata lines and the shape of lines must do."""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.clean.body_end import trim_tail
from pipeline.clean.body_start import first_paragraph, trim_head
from pipeline.clean.folded import folded
from pipeline.clean.furniture import is_buttons, is_crumb, is_menu, is_tail, is_welcome
from pipeline.clean.headline import plain
from pipeline.clean.labels import is_bare_label
from pipeline.clean.pieces import Piece, Tree
from pipeline.clean.title import Title

_PUNCTUATED = re.compile("[。；;!?！？，]|[,，、：:]$")
_MARK = re.compile(r"^(?:[一二三四五六七八九十]{1,3}、|[(（]|\d{1,3}[.、．]|第[一二三四五六七八九十\d]{1,3}[章节条]|首先|其次|[●■★※·])")
_BYLINE = re.compile(r"^(?:本报|本网)?(?:记者|通讯员|作者)|^\d|发表于")
# 图书馆2022年大事记: what a document calls itself, though a short line or a point stands below.
_DOCUMENT = re.compile(
    r"(?:总结|汇报|报告|大事记|简介|概况|介绍|情况|要点|计划|年报|纪实|综述|方案|规划|自评|材料|回顾|述职|盘点)(?:材料|表|稿)?(?:[(（][^()（）]{1,12}[)）])?$"
)
_LONGEST, _SHORTEST = 60, 5
_COLUMN = 8  # names of columns and sections are no longer
_ABOVE = 120


def plain_bounds(pieces: list[Piece], weights: list[float], told_by: Callable[[int], bool], labelled: str) -> tuple[Title, int, int]:
    """Headline, and the body as pieces [start:end]. Without metadata line or path nothing is cut but what says itself that it is furniture."""
    first = min(first_paragraph(pieces, weights, 0, len(pieces)), _ABOVE)
    title = _told_title(pieces, labelled, first) or _above_metadata(pieces, told_by, first) or _first_line(pieces, first)
    start = trim_head(pieces, max(title.end, 0), len(pieces), title, told_by)
    end, _ = trim_tail(pieces, Tree(), (start, len(pieces)), weights, title.start >= 0)
    return (title, start, end) if start < end or title.start >= 0 else (title, 0, len(pieces))


def _told_title(pieces: list[Piece], labelled: str, first: int) -> Title | None:
    """The headline that a metadata line tells, where it stands last above the body."""
    if not labelled:
        return None
    at = next((at for at in range(min(first, len(pieces)) - 1, -1, -1) if plain(pieces[at].text) == plain(labelled)), -1)
    return Title(labelled, at, at + 1) if at >= 0 else Title(labelled)


def _above_metadata(pieces: list[Piece], told_by: Callable[[int], bool], first: int) -> Title | None:
    """The line above the last block of metadata lines above the body, or right below it where a table of metadata has only a column's name above."""
    whole = first >= len(pieces)
    last = first = min(first, len(pieces))
    for at in range(first - 1, 0, -1):
        if not told_by(at) or (whole and not _leaves_most(pieces, at)):
            continue
        last = at if last == first else last
        if not told_by(at - 1) and is_headline(pieces[at - 1].text):
            above = pieces[at - 1].text
            below = pieces[last + 1].text if last + 1 < first else ""
            if len(above) <= _COLUMN and len(below) > _COLUMN and is_headline(below):
                return Title(below, last + 1, last + 2)
            return Title(above, at - 1, at)
    return None


def _leaves_most(pieces: list[Piece], at: int) -> bool:
    """Whether more stands below a line than above: without a paragraph, a date is a signature's as likely as the page's."""
    return sum(len(piece.text) for piece in pieces[at + 1 :]) > sum(len(piece.text) for piece in pieces[:at])


def _first_line(pieces: list[Piece], first: int) -> Title:
    """The line above the first paragraph, where it is clearly a headline: alone at the top, or under a path or menu."""
    if (
        len(pieces) > 2
        and first != 1
        and _DOCUMENT.search(folded(pieces[0].text))
        and len(pieces[0].text) > _COLUMN
        and is_headline(pieces[0].text)
    ):
        return Title(pieces[0].text, 0, 1)
    at = first - 1
    if not 0 <= at < len(pieces) - 1 or not is_headline(pieces[at].text) or len(pieces[first].text) < 40:
        return Title(None)
    above = [piece.text for piece in pieces[:at]]
    alone = not above or all(is_crumb(text) or is_welcome(text) or is_menu(text) or is_buttons(text) for text in above)
    return Title(pieces[at].text, at, at + 1) if alone or any(is_crumb(text) or is_menu(text) for text in above) else Title(None)


def is_headline(text: str) -> bool:
    """Whether a line may be a headline: short, no sentence, no point of an outline, no furniture."""
    if (
        not _SHORTEST <= len(text) <= _LONGEST
        or _PUNCTUATED.search(text[:-1] if text[-1] in "!?！？" else text)
        or _MARK.match(text)
        or _BYLINE.match(text)
    ):
        return False
    return not (is_crumb(text) or is_welcome(text) or is_menu(text) or is_buttons(text) or is_tail(text) or is_bare_label(text))
