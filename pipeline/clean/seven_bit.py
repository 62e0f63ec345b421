"""Chinese in seven bits: HZ (`~{...~}`), UTF-7, and ISO 2022, which shifts by escape sequences."""

from __future__ import annotations

import re

from pipeline.clean.common import chinese, common_share

_PAIR = rb"[\x21-\x77][\x21-\x7e]"
_HZ = re.compile(rb"~\{((?:" + _PAIR + rb"){1,5000})(?:~\}|(?=[\r\n]|\Z))")
_BROKEN = re.compile(rb"~\{(?=[^\r\n]{1,2000}?~\})")
_ESCAPE = re.compile(rb"\x1b\$(?:[@AB]|\([ACD]|\)[ACGE])")
_SHIFTED = re.compile(rb"\x0e((?:" + _PAIR + rb"){1,5000})(?:\x0f|(?=[\r\n]|\Z))")
_DESIGNATION = re.compile(rb"\x1b\$(?:\)[AGE]|\*H)")
_FEWEST = 4
_MANY = 12
_SURE = 0.25


def decode_escapes(data: bytes) -> tuple[str, str] | None:
    """Text and charset of an ISO 2022 page (CN, KR, JP); None where nothing designates one."""
    found = _ESCAPE.search(data) if data.isascii() else None
    if not found:
        return None
    if found[0] == b"\x1b$)C":
        return data.decode("iso2022_kr", "replace"), "iso2022_kr"
    if found[0].startswith(b"\x1b$)"):
        plain = _SHIFTED.sub(lambda run: _high(run[1]), _DESIGNATION.sub(b"", data))
        return plain.decode("gb2312", "replace").replace("\x0e", "\ufffd").replace("\x0f", ""), "iso2022_cn"
    return data.replace(b"\x1b$A", b"\x1b$(A").decode("iso2022_jp_2", "replace"), "iso2022_jp"


def decode_hz(text: str, *, declared: bool) -> str | None:
    """The text with its HZ runs as the characters that they stand for; None where it has none that read as Chinese."""
    if "~{" not in text:
        return None
    found = _HZ.findall(data := text.encode("utf-8", "replace"))
    read = "".join(map(_read, found))
    if not found or (not declared and (chinese(read) < max(_FEWEST, len(read) / 2) or common_share(read) < _SURE)):
        return None
    right = _HZ.sub(lambda run: _read(run[1]).encode(), data)
    return _BROKEN.sub("\ufffd".encode(), right).decode().replace("~~", "~")


def decode_utf7(data: bytes) -> str | None:
    """The text of a UTF-7 page; None where its escapes (`+XnQ-`) are not Chinese, or few."""
    if b"+" not in data:
        return None
    try:
        text = data.decode("utf-7")
    except UnicodeDecodeError:
        return None
    return text if chinese(text) >= _MANY and common_share(text) > 0.4 else None


def _read(run: bytes) -> str:
    return _high(run).decode("gb2312", "replace")


def _high(run: bytes) -> bytes:
    return bytes(byte | 0x80 for byte in run)
