"""Articles over several pages: what their pager says, and what their addresses say."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

from pipeline.clean.folded import folded
from pipeline.clean.pieces import Piece
from pipeline.values import integer

_MOST = 60  # parts an article may have; larger numbers are something else
_PAGER = re.compile(r"^[\s\d上下首尾前后末一页共第当到转\[\]【】()<>«»‹›|/:.·…→←-]{2,120}$")
_SAYS = re.compile(r"[上下前后]一?页|共\s{0,2}\d{1,2}\s{0,2}页|[\[【(<]\s{0,2}1\s{0,2}[\]】)>]\s{0,3}[\[【(<]\s{0,2}2\s{0,2}[\]】)>]")
_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_CURRENT = re.compile(r"第\s{0,2}(\d{1,2})\s{0,2}页")
_SUFFIX = re.compile(r"^(.{1,400}?)(?:[_-](\d{1,2}))?(\.[A-Za-z]{2,6})?$")
_PARAMETERS = frozenset(("page", "p", "pageno", "pageindex", "pn", "currentpage", "ipage"))
# What wget makes of `a.php?id=7&page=3`: the ending comes last, and a ? may be an @.
_SAVED_QUERY = re.compile(r"[?@]([^?@/]{1,400}?=[^?@/]{0,400}?)(?:\.s?html?)?$")
# Where editors break a page; the content system makes parts of it, dumps of its database keep the mark.
BREAKS = "_[#"  # how the mark begins
BREAK_MARK = re.compile(r"^(?:_ueditor_page_break_tag_|\[(?:next)?page\]|#p#.{0,60}#e#|_baidu_page_break_tag_)$", re.IGNORECASE)


def told_parts(pieces: list[Piece]) -> int:
    """How many pages the article runs over by its pager among these pieces; 1 where there is none."""
    most = 1
    for piece in pieces:
        line = folded(piece.line)
        if _PAGER.match(line) and _SAYS.search(line):
            most = max([most, *(n for n in map(integer, _NUMBER.findall(line)) if n and n <= _MOST)])
            most = max(most, 2) if piece.links else most
    return most


def current_part(pieces: list[Piece], address: str) -> int:
    """Which of its pages this is: by the address, else by 第2页 in the pager, else the first."""
    number = part_of(address)[1] or 1
    found = next((m for piece in pieces if _PAGER.match(folded(piece.line)) and (m := _CURRENT.search(folded(piece.line)))), None)
    return number if number > 1 or found is None else integer(found[1]) or 1


def part_of(url: str) -> tuple[str, int | None]:
    """An address (or a path) without its part number, and that number: a/b_2.html is a/b.html, 2; ?id=7&page=3 is ?id=7, 3.

    None where it has none, and for ?page=1, which is the page without it.
    """
    try:
        return _without_number(url)
    except ValueError:
        return url, None


def _without_number(url: str) -> tuple[str, int | None]:
    split = urlsplit(_SAVED_QUERY.sub(r"?\1", url))
    number = None
    query = []
    for key, value in parse_qsl(split.query, keep_blank_values=True):
        if key.lower() in _PARAMETERS and value.isdecimal() and 0 < (told := integer(value) or 0) <= _MOST:
            number = told if told > 1 else None
        else:
            query.append((key, value))
    path = split.path
    if (m := _SUFFIX.match(path)) and m[2] and 0 < (told := integer(m[2]) or 0) <= _MOST:
        number = told
        path = m[1] + (m[3] or "")
    return f"{(split.hostname or '').lower()}{path}?{urlencode(query)}", number
