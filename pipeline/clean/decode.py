"""Bytes to text. Pages lie about their encoding both ways, so every declaration is checked against the bytes before it is believed."""

from __future__ import annotations

import codecs
import re
from collections import Counter

from pipeline.clean.binary import refuse_controls, refuse_empty_and_known
from pipeline.clean.charsets import CODEC, declared
from pipeline.clean.common import COMMON
from pipeline.clean.mixed import decode_mixed
from pipeline.model import Decoded

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CJK = re.compile("[\u3400-\u9fff]+")
_PLAIN = re.compile("[\\s\x20-\x7e\xa0\u2010-\u2027\u3000-\u303f\u3400-\u9fff\uff01-\uff65]+")
_BAD = re.compile("\ufffd+")
VALID = "valid UTF-8"
_REWRITTEN = "valid UTF-8, with odd blanks or zero bytes"
_SAMPLE = 6000
_MAX_ERRORS = 3
_MIN_COMMON = 0.25


def decode(data: bytes, transport_charset: str | None = None) -> Decoded:
    """The page's text and how it was come by.

    Order: byte order mark, UTF-16 by its zero bytes, strict UTF-8 whatever is declared, mostly-UTF-8, declared labels that fit the bytes, then
    GB18030 against Big5 by how many of their characters are common ones. Undecodable sequences become U+FFFD and are counted; U+E5E5 (Python's
    reading of A3A0) becomes U+3000. PageError (stage decode) for an empty file and for what is binary.
    """
    refuse_empty_and_known(data)
    labels = declared(data, transport_charset)
    text, charset, reason = _decode(data, labels)
    if "\ue5e5" in text or b"\0" in data:
        text = text.replace("\ue5e5", "\u3000").replace("\0", "")  # pages carry U+E5E5 on when they are saved anew in UTF-8
        reason = _REWRITTEN if reason == VALID else reason
    return Decoded(text, charset, labels, reason, 0 if reason in (VALID, _REWRITTEN) else text.count("\ufffd"))


def _decode(data: bytes, labels: tuple[str, ...]) -> tuple[str, str, str]:
    for bom, charset in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(charset, "replace"), charset, "byte order mark"
    if utf16 := _utf16_by_zeros(data[:4096]):
        return data.decode(utf16, "replace"), utf16, "zero bytes in one of two places"
    refuse_controls(data)
    try:
        return data.decode("utf-8"), "utf-8", VALID
    except UnicodeDecodeError:
        pass
    lenient = data.decode("utf-8", "replace")
    if _mostly_utf8(lenient):
        return lenient, "utf-8", "nearly all valid UTF-8"
    text, charset, reason = _declared_and_fitting(data, labels) or _by_frequency(data, labels)
    if "\ufffd" in text and (mixed := decode_mixed(data, charset)):
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
    sensible = plain > len(text) * 0.9 and (one_sided or common_share(text) > _MIN_COMMON)
    return charset if sensible else None


def _mostly_utf8(text: str) -> bool:
    bad = sum(1 for _ in _BAD.finditer(text))
    cjk = sum(map(len, _CJK.findall(text)))
    return bad <= 0.05 * cjk or (bad <= 6 and cjk > 2 * bad)


def _declared_and_fitting(data: bytes, labels: tuple[str, ...]) -> tuple[str, str, str] | None:
    for label in labels:
        codec = CODEC.get(label)
        if codec in (None, "utf-8", "utf-16", "cp1252"):
            continue
        assert codec is not None
        text = data.decode(codec, "replace")
        if text.count("\ufffd") <= _MAX_ERRORS and common_share(text) > _MIN_COMMON:
            return text, codec, f"declared {label}, and it fits"
    return None


def _by_frequency(data: bytes, labels: tuple[str, ...]) -> tuple[str, str, str]:
    scored = []
    for codec in ("gb18030", "big5hkscs"):
        text = data.decode(codec, "replace")
        scored.append((common_share(text) - text.count("\ufffd") / max(1, _non_ascii(text)), codec, text))
    score, codec, text = max(scored, key=lambda s: s[0])
    if score <= 0.1 and any(CODEC.get(label) == "cp1252" for label in labels):
        return data.decode("cp1252", "replace"), "cp1252", "declared, and no Chinese encoding fits"
    if score <= 0:
        return scored[0][2], "gb18030", "nothing fits; the commonest Chinese encoding"
    return text, codec, "its characters are the common ones"


def common_share(text: str) -> float:
    """Share of the 500 commonest characters among the first 6,000 Chinese ones: about .6 where the decoding is right, .1 where it is wrong."""
    sample, size = [], 0
    for run in _CJK.finditer(text):
        sample.append(run.group())
        size += len(sample[-1])
        if size >= _SAMPLE:
            break
    counts = Counter("".join(sample))
    return sum(n for c, n in counts.items() if c in COMMON) / max(1, size)


def _non_ascii(text: str) -> int:
    return len(text) - len(text.encode("ascii", "ignore"))
