"""Text that was encoded twice: its bytes were once read in another encoding, and what came out was encoded again.

å›¾ä¹¦ is 图书 in UTF-8 read as windows-1252, Í¼Êé in GBK read so, 鍥句功 in UTF-8 read as GBK. The way back is certain where it gives much
Chinese whose characters are common ones; where a page has little of it, it may be an example, and is left alone.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from pipeline.clean.common import chinese, common_share

_UNDEFINED = b"\x81\x8d\x8f\x90\x9d"
_BYTE = {ord(bytes([byte]).decode("cp1252")): byte for byte in range(0x80, 0x100) if byte not in _UNDEFINED} | {0xFFFD: 0xFF}
_WESTERN = "\x80-\xff\ufffd" + "".join(map(chr, sorted(code for code in _BYTE if 0xFF < code < 0xFFFD)))
_RUN = re.compile(f"(?:[{_WESTERN}]|&(?:[A-Za-z]{{2,7}}\\d?|#\\d{{3,4}}|#[xX][0-9A-Fa-f]{{2,4}});){{3,}}")
_PIECE = re.compile(r"[^<>\r\n]+")
_LEAD = re.compile("[\xc3\xe3-\xe9\xef](?:[\x80-\xbf\u0152-\u2122]|&)")
_ENTITY = re.compile("&(?:aring|auml|aelig|ccedil|egrave|eacute|#2[23]\\d|#[xX][eE]\\d);")
_TELLING = "锛銆紝鐨涓鍥浜"  # ，。的 and others in UTF-8 read as GBK
_HOLE = re.compile(rb"[\xe2-\xef](?:[\x80-\xbf]?[?\xff]{1,2}[\x80-\xbf]?|[\x80-\xbf](?=[\x00-\x7f]|\Z))")
_HIGH_PAIRS = re.compile("(?:[\xb0-\xf7][\xa1-\xfe]){2}")
_CHINESE = re.compile("[\u2014\u2018-\u201d\u2026\u3000-\u303f\u3400-\u9fff\uff01-\uff5e]")
_FEWEST = 12
_SURE = 0.4
Undo = Callable[[str], str | None]


def decode_twice(text: str, data: bytes) -> tuple[str, str]:
    """The text with what was encoded twice undone, and which way ("" where nothing was). `data` held it once."""
    for why, undo, pieces in _ways(text, western=b"\xc3" in data):
        read = _undone(text, undo, pieces)
        if read is not None:
            return read, f"encoded twice ({why})"
    return text, ""


def _ways(text: str, *, western: bool) -> list[tuple[str, Undo, re.Pattern[str]]]:
    """Those ways of which the text has signs; `western`: it may hold letters of Western Europe."""
    ways: list[tuple[str, Undo, re.Pattern[str]]] = []
    if (western and _LEAD.search(text)) or _ENTITY.search(text):
        ways.append(("UTF-8 read as windows-1252", _utf8_as_western, _RUN))
    if western and _HIGH_PAIRS.search(text):
        ways.append(("GBK read as windows-1252", _gbk_as_western, _PIECE))
    if sum(text.count(character) for character in _TELLING) > 1:
        ways.append(("UTF-8 read as GBK", _utf8_as_gbk, _PIECE))
    return ways


def _undone(text: str, undo: Undo, pieces: re.Pattern[str]) -> str | None:
    """The text with each piece undone that can be; None where too little comes of it to be sure.

    A single character tells nothing: é\xa0» of a French text is one.
    """
    was, now = [], []

    def change(found: re.Match[str]) -> str:
        read = undo(found[0])
        if read is None:
            return found[0]
        was.append(found[0])
        now.append(read)
        return read

    changed = pieces.sub(change, text)
    sure = [(old, new) for old, new in zip(was, now, strict=True) if chinese(new) > 1]
    if 2 * len(sure) <= len(now):
        return None
    before, after = ("".join(side) for side in zip(*sure, strict=True))
    more = chinese(after) >= _FEWEST and common_share(after) > max(_SURE, 2 * common_share(before))
    return changed if more and 3 * after.count("\ufffd") < chinese(after) else None


def _utf8_as_western(run: str) -> str | None:
    """One run, up to three times over."""
    for _ in range(3):
        data = _western(html.unescape(run))
        if data is None:
            return None
        run = _as_utf8(data)
        if _CHINESE.search(run):
            return run
    return None


def _gbk_as_western(piece: str) -> str | None:
    data = _western(piece)
    if data is None or data.isascii():
        return None
    try:
        return data.decode("gb18030")
    except UnicodeDecodeError:
        return None


def _western(text: str) -> bytes | None:
    try:
        return text.translate(_BYTE).encode("latin-1")
    except UnicodeEncodeError:
        return None


def _utf8_as_gbk(piece: str) -> str | None:
    """One piece. The last byte of an odd run is lost: what its character was nobody knows. € is what Windows reads 80 as."""
    if piece.isascii():
        return None
    try:
        data = b"\xff".join(b"\x80".join(part.encode("gb18030") for part in held.split("€")) for held in piece.split("\ufffd"))
    except UnicodeEncodeError:
        return None
    read = _as_utf8(data)
    holes = len(_HOLE.findall(data))
    bad = read.count("\ufffd")
    return read if chinese(read) + holes > 0 and bad - holes <= chinese(read) / 4 else None


def _as_utf8(data: bytes) -> str:
    """UTF-8, one U+FFFD for each character of which a byte is lost."""
    return _HOLE.sub("\ufffd".encode(), data).decode("utf-8", "replace")
