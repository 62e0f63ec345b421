"""Pages glued from pieces in two encodings: a GBK body with an included UTF-8 footer, or the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from pipeline.clean.common import chinese, common_share

# `<`, `>` and line ends are never the second byte of a character in GB18030 or Big5, so pieces between them can be decoded alone.
_PIECE = re.compile(rb"[<>\r\n]+|[^<>\r\n]+")
_RUN = re.compile(rb"[\x80-\xff]+|[\x00-\x7f]+")
_UTF8_CJK = re.compile(rb"(?:[\xe3-\xe9][\x80-\xbf]{2}){2}")
_ODD = re.compile("[\u0100-\u07ff]")  # letters of which GBK's common characters seem to consist when they are valid UTF-8
_FEWEST = 12
_ENOUGH = 8  # characters of a piece that is judged by itself
_SURE = 0.35
Segment = tuple[bool, bytes]


def decode_mixed(data: bytes, charset: str) -> str | None:
    """The text with each valid UTF-8 piece between tags read as such, the rest as `charset`; None where too few pieces are UTF-8.

    A piece counts as UTF-8 by two of its Chinese characters in a row, or by less where most pieces are UTF-8. One that holds both is taken
    apart where ASCII stands between.
    """
    if not _UTF8_CJK.search(data):
        return None
    pieces = [list(_segments(piece)) for piece in _PIECE.findall(data)]
    sure = sum(len(segment.decode()) for piece in pieces for utf8, segment in piece if utf8 and not segment.isascii())
    if sure < _FEWEST:
        return None
    whole = sum(len(piece) == 1 and piece[0][0] and not piece[0][1].isascii() for piece in pieces)
    mostly = 2 * whole > sum(not segment.isascii() for piece in pieces for _, segment in piece)
    return "".join(_read(segment, charset, utf8 or (mostly and _as_gbk(segment) is None)) for piece in pieces for utf8, segment in piece)


def decode_included(data: bytes) -> str | None:
    """The text of a UTF-8 page with what is GBK in it, and no UTF-8, read as such; None where nothing surely is.

    Few characters don't tell by themselves, only together.
    """
    segments = [segment for piece in _PIECE.findall(data) for segment in _segments(piece)]
    gbk = {segment: text for utf8, segment in segments if not utf8 and (text := _as_gbk(segment))}
    short = "".join(text for text in gbk.values() if chinese(text) < _ENOUGH)
    together = sum(map(chinese, gbk.values())) >= _ENOUGH and common_share(short) > _SURE
    sure = {segment: text for segment, text in gbk.items() if (together if chinese(text) < _ENOUGH else common_share(text) > _SURE)}
    if not sure:
        return None
    return "".join(sure[segment] if segment in sure else segment.decode("utf-8", "replace") for _, segment in segments)


def _segments(piece: bytes) -> Iterator[Segment]:
    """The piece, or where it holds both encodings its parts, each with whether it surely is UTF-8."""
    text = _as_utf8(piece)
    if text is not None or not _UTF8_CJK.search(piece):
        yield text is not None and (piece.isascii() or bool(_UTF8_CJK.search(piece))), piece
        return
    runs = [(run.isascii() or _is_utf8_run(run), run) for run in _RUN.findall(piece)]
    # ASCII goes with what stands before it: it may hold the second byte of a GBK character
    before = True
    told = [((before := utf8) if not run.isascii() else before, run) for utf8, run in runs]
    yield from ((utf8, b"".join(run for _, run in group)) for utf8, group in groupby(told, itemgetter(0)))


def _is_utf8_run(run: bytes) -> bool:
    return _as_utf8(run) is not None and (bool(_UTF8_CJK.search(run)) or _as_gbk(run) is None)


def _read(segment: bytes, charset: str, utf8: bool) -> str:
    text = _as_utf8(segment) if utf8 else None
    return segment.decode(charset, "replace") if text is None else text


def _as_utf8(piece: bytes) -> str | None:
    try:
        return piece.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _as_gbk(segment: bytes) -> str | None:
    """As GB18030 where that gives Chinese; what is UTF-8 too must be odd there and common here (通知 is ֪ͨ)."""
    if segment.isascii():
        return None
    try:
        text = segment.decode("gb18030")
    except UnicodeDecodeError:
        return None
    also = _as_utf8(segment)
    if also is not None and (not _ODD.search(also) or chinese(also) or common_share(text) < 0.5):
        return None
    return text if chinese(text) > 1 else None
