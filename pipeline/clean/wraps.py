"""Lines that were broken at a fixed width, in a text dump or with <br>: joined again, even in the middle of a number."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from pipeline.clean.pieces import Piece

_STOPS = "。！？!?；;：:”’』」）)》…"
_MARK = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十百]{1,4}[章节条]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．](?!\d)|[①-⑳●○■◆★▲※·•])"
)
_WIDE = re.compile("[\u1100-\u115f\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u3000-\u303f“”‘’…—]")
_PAUSE = re.compile(r"[，。；、,;]|[A-Za-z] [A-Za-z]")  # running text has them, lists of names and titles do not
_NARROWEST, _WIDEST = 40, 160
_RAGGED = 8  # columns by which a full line may fall short of the widest


def join_wrapped(pieces: list[Piece]) -> list[Piece]:
    """The pieces with wrapped lines made whole. Only lines that a <br> or a single line end parts are looked at."""
    if not any(piece.broken for piece in pieces):
        return pieces
    out: list[Piece] = []
    start = 0
    for at in range(1, len(pieces) + 1):
        if at < len(pieces) and pieces[at].broken and pieces[at].node == pieces[start].node:
            continue
        out.extend(_join(pieces[start:at]) if at - start > 1 else pieces[start:at])
        start = at
    return out


def _join(lines: list[Piece]) -> list[Piece]:
    if _is_indented(lines):
        return _joined(
            lines, [not line.indented and not (_MARK.match(line.text) and before.text[-1] in _STOPS) for before, line in pairwise(lines)]
        )
    widths = [len(line.text) + len(_WIDE.findall(line.text)) + (4 if line.indented else 0) for line in lines]
    full = _full_width(lines, widths)
    if full is None:
        return lines
    goes_on = [
        width >= full - _RAGGED and not line.indented and not (_MARK.match(line.text) and before.text[-1] in _STOPS)
        for (before, line), width in zip(pairwise(lines), widths, strict=False)
    ]
    return _joined(lines, goes_on)


def _joined(lines: list[Piece], goes_on: list[bool]) -> list[Piece]:
    """The lines with each that goes on the one before it joined to that one."""
    out: list[list[Piece]] = [[lines[0]]]
    for line, joins in zip(lines[1:], goes_on, strict=True):
        if joins:
            out[-1].append(line)
        else:
            out.append([line])
    return [group[0] if len(group) == 1 else _whole(group) for group in out]


def _whole(lines: list[Piece]) -> Piece:
    texts = [lines[0].text]
    for before, line in pairwise(lines):
        both = before.text[-1] + line.text[0]
        texts.append(" " if both.isascii() and both.isalnum() and not both.isdigit() else "")  # a blank only where words of letters meet
        texts.append(line.text)
    return replace(lines[0], text="".join(texts), links=sum(line.links for line in lines), parts=(), _line=None)


def _is_indented(lines: list[Piece]) -> bool:
    """Whether paragraphs show by their indent: some lines have it, and those without go on in the middle of a sentence."""
    going_on = [before for before, line in pairwise(lines) if not line.indented and not _MARK.match(line.text)]
    unended = sum(before.text[-1] not in _STOPS for before in going_on)
    return sum(line.indented for line in lines) >= 3 and len(going_on) >= 3 and unended >= 0.7 * len(going_on)


def _full_width(lines: list[Piece], widths: list[int]) -> int | None:
    """The width at which these lines were wrapped; None where they are paragraphs, or items of a list, as they stand."""
    top = max(widths)
    if not _NARROWEST <= top <= _WIDEST:
        return None
    full = [line for line, width in zip(lines[:-1], widths, strict=False) if width >= top - _RAGGED]
    unended = sum(line.text[-1] not in _STOPS for line in full)
    running = sum(_PAUSE.search(line.text) is not None for line in full)
    if not full or unended < 0.6 * len(full) or 2 * running < len(full) or len(full) < 0.3 * len(lines):
        return None
    return top if len(full) >= 2 or unended == len(full) else None
