"""Pages glued from pieces in two encodings: a GBK body with an included UTF-8 footer, or the other way round."""

from __future__ import annotations

import re

# `<`, `>` and line ends are never the second byte of a character in GB18030 or Big5, so pieces between them can be decoded alone.
_PIECE = re.compile(rb"[<>\r\n]+|[^<>\r\n]+")
_UTF8_CJK = re.compile(rb"(?:[\xe3-\xe9][\x80-\xbf]{2}){2}")
_FEWEST = 12


def decode_mixed(data: bytes, charset: str) -> str | None:
    """The text with each valid UTF-8 piece between tags read as such, the rest as `charset`; None where too few pieces are UTF-8."""
    if not _UTF8_CJK.search(data):
        return None
    out, characters = [], 0
    for piece in _PIECE.findall(data):
        text = _as_utf8(piece)
        characters += len(text) if text and not text.isascii() else 0
        out.append(piece.decode(charset, "replace") if text is None else text)
    return "".join(out) if characters >= _FEWEST else None


def _as_utf8(piece: bytes) -> str | None:
    """The piece's text where it is ASCII, or UTF-8 with at least two Chinese characters in a row."""
    if not piece.isascii() and not _UTF8_CJK.search(piece):
        return None
    try:
        return piece.decode("utf-8")
    except UnicodeDecodeError:
        return None
