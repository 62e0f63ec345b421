"""Bytes to text. Pages lie about their encoding both ways, so every declaration is checked against the bytes before it is believed."""

from __future__ import annotations

import codecs
import re

from pipeline.clean.binary import refuse_controls, refuse_empty_and_known
from pipeline.clean.charsets import declared
from pipeline.clean.common import chinese, common_share
from pipeline.clean.guess import MIN_COMMON, by_frequency, declared_and_fitting
from pipeline.clean.lost import is_garbled, lost
from pipeline.clean.mixed import decode_included, decode_mixed
from pipeline.clean.seven_bit import decode_escapes, decode_hz, decode_utf7
from pipeline.clean.twice import decode_twice
from pipeline.model import Decoded

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_PLAIN = re.compile("[\\s\x20-\x7e\xa0\u2010-\u2027\u3000-\u303f\u3400-\u9fff\uff01-\uff65]+")
_BAD = re.compile("\ufffd+")
_TAG = re.compile(r"<[^<>]{0,2000}>")
_EIGHT_BIT = re.compile(rb"(?i)<(?:html|head|body|meta|title|div|p)[ >]")  # no UTF-16 holds these bytes
_BAD_GB18030 = "\ufffd".encode("gb18030")
VALID = "valid UTF-8"


def decode(data: bytes, transport_charset: str | None = None) -> Decoded:
    """The page's text and how it was come by.

    Order: byte order mark, UTF-16 by its zero bytes, ISO 2022 by its escapes, strict UTF-8 whatever is declared, mostly-UTF-8, declared labels
    that fit the bytes, then GB18030 against Big5 by how many of their characters are common ones. Then what was encoded in HZ or twice is
    undone where that is certain. Undecodable sequences become U+FFFD and are counted; U+E5E5 (Python's reading of A3A0) becomes U+3000.
    PageError (stage decode) for an empty file and for what is binary.
    """
    refuse_empty_and_known(data)
    labels = declared(data, transport_charset)
    text, charset, reason = _decode(data, labels)
    if "\ue5e5" in text or "\0" in text:
        text = text.replace("\ue5e5", "\u3000").replace("\0", "")  # pages carry U+E5E5 on when they are saved anew in UTF-8
        reason = f"{VALID}, with odd blanks or zero bytes" if reason == VALID else reason
    if (read := decode_hz(text, declared="hz-gb-2312" in labels)) is not None:
        text, charset, reason = read, "hz" if text.isascii() else charset, f"{reason}, with HZ in it"
    elif data.isascii() and (read := decode_utf7(data)) is not None:
        text, charset, reason = read, "utf-7", "its escapes are Chinese"
    text, twice = decode_twice(text, data)
    errors, gone = lost(text, before=charset == "utf-8" and reason.startswith(VALID))
    return Decoded(text, charset, labels, "; ".join(filter(None, (reason, twice, gone))), errors)


def _decode(data: bytes, labels: tuple[str, ...]) -> tuple[str, str, str]:
    for bom, charset in _BOMS:
        if data.startswith(bom):
            text = data[len(bom) :].decode(charset, "replace")
            if not is_garbled(_TAG.sub("", text)) and not (charset != "utf-8" and _EIGHT_BIT.search(data)):
                return text, charset, "byte order mark"
            data = data[len(bom) :]  # the mark lies
    if utf16 := _utf16_by_zeros(data[:4096]):
        return data.decode(utf16, "replace"), utf16, "zero bytes in one of two places"
    if escaped := decode_escapes(data):
        return *escaped, "escape sequences of ISO 2022"
    refuse_controls(data)
    try:
        return data.decode("utf-8"), "utf-8", VALID
    except UnicodeDecodeError:
        pass
    lenient = data.decode("utf-8", "replace")
    if _mostly_utf8(lenient):
        included = decode_included(data)
        return included or lenient, "utf-8", "nearly all valid UTF-8" + ("; parts in GB18030" if included else "")
    text, charset, reason = declared_and_fitting(data, labels) or by_frequency(data, labels)
    if text.count("\ufffd") > data.count(_BAD_GB18030) and (mixed := decode_mixed(data, charset)):
        return mixed, charset, f"{reason}; parts in UTF-8"
    return text, charset, reason


def _utf16_by_zeros(head: bytes) -> str | None:
    """UTF-16 without its mark: markup puts zero bytes in one of two places, and the text must make sense so read."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if even + odd < 2 or len(head) < 8:
        return None
    charset = "utf-16-le" if odd > even else "utf-16-be"
    text = head.decode(charset, "replace")
    plain = sum(map(len, _PLAIN.findall(text)))
    one_sided = max(even, odd) > len(head) * 0.025 and min(even, odd) * 20 <= max(even, odd)
    sensible = plain > len(text) * 0.9 and (one_sided or common_share(text) > MIN_COMMON)
    return charset if sensible else None


def _mostly_utf8(text: str) -> bool:
    bad = sum(1 for _ in _BAD.finditer(text))
    cjk = chinese(text)
    return bad <= 0.05 * cjk or (bad <= 6 and cjk > 2 * bad)
