"""What the first bytes of a file say it is."""

from __future__ import annotations

import re
from typing import NamedTuple

HEAD = 4096


class Refusal(NamedTuple):
    """Why a file is no page; an asset is what pages bring along (pictures, styles, fonts)."""

    reason: str
    asset: bool


# (offset, magic, what it is)
_ASSETS: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\x89PNG\r\n", "a PNG image"),
    (0, b"\xff\xd8\xff", "a JPEG image"),
    (0, b"GIF87a", "a GIF image"),
    (0, b"GIF89a", "a GIF image"),
    (0, b"BM", "a BMP image"),
    (0, b"\x00\x00\x01\x00", "an icon"),
    (8, b"WEBP", "a WebP image"),
    (0, b"II*\x00", "a TIFF image"),
    (0, b"MM\x00*", "a TIFF image"),
    (0, b"FWS", "a Flash file"),
    (0, b"CWS", "a Flash file"),
    (0, b"FLV\x01", "a video"),
    (4, b"ftyp", "a video or audio file"),
    (0, b"\x30\x26\xb2\x75", "a video or audio file"),
    (0, b"ID3", "an audio file"),
    (0, b"\xff\xfb", "an audio file"),
    (0, b"OggS", "a video or audio file"),
    (0, b"RIFF", "a video or audio file"),
    (0, b"wOFF", "a font"),
    (0, b"wOF2", "a font"),
    (0, b"\x00\x01\x00\x00\x00", "a font"),
)
_DOCUMENTS: tuple[tuple[int, bytes, str], ...] = (
    (0, b"%PDF-", "a PDF file"),
    (0, b"\xd0\xcf\x11\xe0", "an old Office or WPS document"),
    (0, b"{\\rtf", "an RTF document"),
    (0, b"Rar!\x1a\x07", "a RAR archive; unpack it and give the folder"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it and give the folder"),
    (0, b"filedesc://", "an ARC file; convert it to WARC (warcio recompress)"),
    (0, b"ITSF", "a CHM help file; unpack it and give the folder"),
    (0, b"MZ", "a Windows program"),
    (0, b"\x7fELF", "a program"),
    (0, b"SQLite format 3", "a database"),
    (0, b"PAR1", "a Parquet table"),
)
_BARE = {b"BM", b"MZ", b"\xff\xfb", b"FWS", b"CWS", b"ID3"}  # two or three bytes prove nothing without binary bytes behind them

# Text that is no page; the ending decides only where the bytes show no HTML.
_TEXT_ASSETS = {"css": "a style sheet", "js": "a script", "svg": "an SVG image", "map": "a source map"}
_TEXT = {
    "json": "a JSON file", "jsonl": "a JSON file", "toml": "a settings file", "ini": "a settings file", "yaml": "a settings file",
    "yml": "a settings file", "py": "a program", "sh": "a program", "sql": "a database dump", "csv": "a table", "tsv": "a table",
    "cdx": "a WARC index", "cdxj": "a WARC index",
}  # fmt: skip
_HTML = re.compile(rb"<!doctype html|<html|<head|<body|<title|<meta|<table|<div|<frameset|<p>|<br", re.IGNORECASE)
_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,64}<\?xml", re.IGNORECASE)
_NO_TEXT = re.compile("[\\x00-\\x08\\x0e-\\x1a\\x1c-\\x1f\ufffd]")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def refusal(head: bytes, name: str) -> Refusal | None:
    """Why a file that begins with `head` (the first HEAD bytes) is no page, or None if it may be one."""
    if not head:
        return Refusal("the file is empty", asset=False)
    binary = is_binary(head)
    for asset, magics in ((True, _ASSETS), (False, _DOCUMENTS)):
        for offset, magic, what in magics:
            if head.startswith(magic, offset) and (binary or magic not in _BARE):
                return _no_page(what, asset)
    if binary:
        return _no_page("a binary file", asset=False)
    if _HTML.search(head):
        return None
    ending = name.rpartition(".")[2].lower()
    if ending in _TEXT_ASSETS:
        return _no_page(_TEXT_ASSETS[ending], asset=True)
    if _XML.match(head):
        return _no_page("an XML file", asset=False)
    return _no_page(_TEXT[ending], asset=False) if ending in _TEXT else None


def _no_page(what: str, asset: bool) -> Refusal:
    kind, _, cure = what.partition(";")
    return Refusal(f"{kind}, not a page" + (f";{cure}" if cure else ""), asset)


def is_binary(head: bytes) -> bool:
    """Whether bytes are no text: many control characters, in UTF-16 too (by its mark, or every second byte of ASCII is zero)."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = head[: len(head) & ~1].decode("utf-16", "replace")
        return _many(len(_NO_TEXT.findall(text)), len(text))
    nul = head.count(0)
    one_phase = max(head[0::2].count(0), head[1::2].count(0)) > 0.9 * nul
    if len(head) >= 4 and len(head) // 20 < nul <= (len(head) + 1) // 2 and one_phase:
        return False
    return _many(len(_CONTROL.findall(head)), len(head))


def _many(controls: int, length: int) -> bool:
    return controls > max(8, length // 50) or 2 * controls > length
