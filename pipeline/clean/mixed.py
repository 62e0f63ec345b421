"""Pages glued from pieces in two encodings: a GBK body with an included UTF-8 footer, or the other way round."""

from __future__ import annotations

import re

# `<`, `>` and line ends are never the second byte of a character in GB18030 or Big5, so pieces between them can be decoded alone.
_PIECE = re.compile(rb"[<>\r\n]+|[^<>\r\n]+")
_UTF8_CJK = re.compile(rb"(?:[\xe3-\xe9][\x80-\xbf]{2}){2}")
_FEWEST = 12


def decode_mixed(data: bytes, charset: str) -> str | None:
    """The text with each valid UTF-8 piece between tags read as such, the rest as `charset`; None where too few pieces are UTF-8.

    A piece counts as UTF-8 by two of its Chinese characters in a row, or by less where most pieces are UTF-8.
    """
    if not _UTF8_CJK.search(data):
        return None
    pieces = _PIECE.findall(data)
    sure = [_as_utf8(piece) if not piece.isascii() and _UTF8_CJK.search(piece) else None for piece in pieces]
    characters = sum(len(text) for text in sure if text is not None)
    if characters < _FEWEST:
        return None
    mostly = 2 * sum(text is not None for text in sure) > sum(not piece.isascii() for piece in pieces)
    return "".join(_read(piece, text, charset, mostly) for piece, text in zip(pieces, sure, strict=True))


def _read(piece: bytes, sure: str | None, charset: str, mostly_utf8: bool) -> str:
    if sure is None and mostly_utf8:
        sure = _as_utf8(piece)
    return piece.decode(charset, "replace") if sure is None else sure


def _as_utf8(piece: bytes) -> str | None:
    try:
        return piece.decode("utf-8")
    except UnicodeDecodeError:
        return None
