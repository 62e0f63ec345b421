"""Text of pages and names of files, made fit for a terminal."""

from __future__ import annotations


def shown(text: str, width: int | None = None) -> str:
    """The text on one line, cut to `width` characters, with nothing in it that a terminal would obey."""
    line = "".join(char if char.isprintable() else "\ufffd" for char in " ".join(text.split()))
    return line if width is None or len(line) <= width else f"{line[: width - 1]}…"
