"""Tables of a text dump whose cells stand between bars or wide gaps: they have the same columns line after line."""

from __future__ import annotations

import re
from collections.abc import Sequence

Row = list[tuple[int, str]]

_GAP = re.compile(r"[ \u3000\xa0]{2,}")
_BAR = re.compile(r"[ \u3000\xa0]*[|｜│┃][ \u3000\xa0]*")
_RULE = re.compile(r"[\s|｜│┃:：+\-—─━┼├┤]*")
_FIGURE = re.compile(r"[\d,，.．]{1,14}%?|[-—－–/／…]{1,4}|无")
_EMPTY = re.compile(r"[-—－–…]{0,4}")
_LEAST, _NARROW, _WIDE = 3, 3, 24


def aligned(lines: Sequence[str]) -> dict[int, Row]:
    """The cells (column and text) of the lines that are rows of such tables, by line; empty ones left out, none for lines drawn between rows."""
    found: dict[int, Row] = {}
    group: list[tuple[int, list[str]]] = []
    drawn: list[int] = []
    for at, line in enumerate((*lines, ".")):
        if _RULE.fullmatch(line):
            drawn += [at] if group and line.strip() else []
            continue
        parts = _parts(line)
        if group and len(parts) != len(group[-1][1]):
            rows = _table(group)
            found.update(rows)
            found.update((place, []) for place in drawn if rows)
            group, drawn = [], []
        if parts:
            group.append((at, parts))
    return found


def _parts(line: str) -> list[str]:
    """What stands between the bars, or between the gaps, of a line of three columns at least."""
    bare = line.strip()
    parts = _BAR.split(bare.strip("|｜│┃ ")) if _BAR.search(bare) else _GAP.split(bare)
    return parts if len(parts) >= _NARROW and all(len(part) <= _WIDE for part in parts) else []


def _table(group: Sequence[tuple[int, list[str]]]) -> dict[int, Row]:
    """The rows of the group, if they are enough and most of them hold figures."""
    figures = sum(2 * sum(_FIGURE.fullmatch(part) is not None for part in parts[1:]) >= len(parts) - 1 for _, parts in group)
    if len(group) < _LEAST or 2 * figures < len(group):
        return {}
    return {at: [(column, part) for column, part in enumerate(parts) if not _EMPTY.fullmatch(part)] for at, parts in group}
