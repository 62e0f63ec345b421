"""Text of pages and names of files, made fit for a terminal."""

from __future__ import annotations

from unicodedata import east_asian_width

_MOST = 2_000  # characters looked at for one line


def shown(text: str, width: int | None = None) -> str:
    """The text on one line, cut to `width` characters, with nothing in it that a terminal would obey."""
    line = "".join(char if char.isprintable() else "\ufffd" for char in " ".join(text.split()))
    return line if width is None or len(line) <= width else f"{line[: width - 1]}…"


def fitted(text: str, columns: int) -> str:
    """The text as `shown`, cut to the columns of a terminal, where a Chinese character takes two. Long texts keep their end too."""
    line = shown(text, _MOST)
    if _columns(line) <= columns:
        return line
    tail = _within(shown(text[-_MOST:])[::-1], columns // 4)[::-1]
    return f"{_within(line, columns - 1 - _columns(tail))}…{tail}"


def _columns(text: str) -> int:
    return sum(1 + (east_asian_width(char) in "WF") for char in text)


def _within(text: str, columns: int) -> str:
    """As much of the text's beginning as the columns hold."""
    for at, char in enumerate(text):
        columns -= 1 + (east_asian_width(char) in "WF")
        if columns < 0:
            return text[:at]
    return text
