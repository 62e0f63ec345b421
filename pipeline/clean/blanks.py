"""Blanks as a browser shows them."""

from __future__ import annotations

import re

_CJK = "\u2e80-\u9fff\uf900-\ufaff\uff01-\uff65\u3000-\u303f"
_BREAK = "[ \t]{0,400}[\r\n][ \t\r\n]{0,400}"
_WRAPPED = re.compile(f"(?<=[{_CJK}]){_BREAK}|(?<=[^\\s]){_BREAK}(?=[{_CJK}])")
_RUN = re.compile("[ \t\r\n\f\v\x85\u2028\u2029]+")
# Marks without width, and control characters: nobody sees them, and they part words and numbers.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]+")
INVISIBLE = dict.fromkeys(
    [*range(9), *range(14, 32), *range(127, 133), *range(134, 160), 0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF]
)


def collapse(text: str) -> str:
    """The text with runs of ASCII blanks and line ends as one space, line ends beside a Chinese character as nothing, invisible marks dropped."""
    if text.isprintable():
        return text if "  " not in text else _RUN.sub(" ", text)
    if not text.isascii():
        text = text.translate(INVISIBLE)
        if "\n" in text or "\r" in text:
            text = _WRAPPED.sub("", text)
    else:
        text = _CONTROLS.sub("", text)
    return _RUN.sub(" ", text)


def indented(text: str) -> bool:
    """Whether a reader sees the text begin further right (U+3000, no-break space)."""
    return text.lstrip(" \t\r\n")[:1] in ("\u3000", "\xa0", "\u2003")
