"""Numbers that the browser puts before the items of an ordered list: they are not in the text, but readers cite them."""

from __future__ import annotations

import re
from collections.abc import Mapping

_BARE = re.compile(r"list-style(?:-type)?\s{0,4}:\s{0,4}none", re.IGNORECASE)
_BULLETS = (False, "", 0)
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


class ListMarkers:
    """Follows lists as the walk opens and closes them; `take` gives the marker of an item's first piece, once."""

    def __init__(self) -> None:
        self._lists: list[tuple[bool, str, int]] = []
        self._waiting = ""
        self.numbered = False
        self.depth = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """A list begins, or an item of a numbered one."""
        if tag != "li":
            self.numbered = tag == "ol" and not _BARE.search(attributes.get("style") or "")
            self._lists.append((True, attributes.get("type") or "1", _number(attributes.get("start"), 1)) if self.numbered else _BULLETS)
            self.depth += 1
        elif self.numbered:
            _, style, at = self._lists[-1]
            at = _number(attributes.get("value"), at)
            self._lists[-1] = (True, style, at + 1)
            self._waiting = f"{_written(at, style)}. "

    def end(self, tag: str) -> None:
        """A list ends, or an item."""
        self._waiting = ""
        if tag != "li" and self._lists:
            self._lists.pop()
            self.depth -= 1
            self.numbered = bool(self._lists) and self._lists[-1][0]

    def take(self) -> str:
        """The marker that waits for its text; empty where none does."""
        marker, self._waiting = self._waiting, ""
        return marker


def _number(text: str | None, default: int) -> int:
    digits = (text or "").strip()
    return int(digits) if digits.isdecimal() and len(digits) < 7 else default


def _written(number: int, style: str) -> str:
    """The number as `type` asks for it: 1, a, A, i or I."""
    if style in "aA" and 1 <= number <= 26:
        return chr(ord(style) + number - 1)
    if style in "iI" and 1 <= number < 4000:
        out = ""
        for value, letters in _ROMAN:
            out += letters * (number // value)
            number %= value
        return out if style == "i" else out.upper()
    return str(number)
