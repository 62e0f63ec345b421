"""What a text has lost for good: characters that can't be decoded, or that others had lost before the page was saved."""

from __future__ import annotations

import re

from pipeline.clean.common import chinese, common_share

_READ_AS_GBK = "锟斤拷"  # two U+FFFD in UTF-8, read as GBK
_KANA_HANGUL = re.compile("[\u3041-\u30ff\uac00-\ud7a3]")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_LOST = re.compile("(?:[?\ufffd]|锟斤拷){2,}")
_FEWEST = 40  # characters that tell whether a text is Chinese
_GONE = 20
_RARE = 0.12
_READ = 3000
GARBLED = "garbled: no readable text"


def lost(text: str, *, before: bool) -> tuple[int, str]:
    """How many characters are lost, and what to say of it; `before`: the bytes are valid, so they were lost before the page was saved."""
    again = text.count(_READ_AS_GBK)
    count = text.count("\ufffd") + (again if again > 1 else 0)
    return count, f"{count:,} characters were lost before it was saved" if count and (before or again > 1) else ""


def is_garbled(text: str) -> bool:
    """Whether the text of a page is none any more: marks of lost characters, or Chinese characters that no text has together."""
    text = text[:_READ]
    gone = sum(map(len, _LOST.findall(text))) if any(mark in text for mark in ("??", "\ufffd", _READ_AS_GBK)) else 0
    if gone >= _GONE and 4 * gone > len(text):
        return True
    size = chinese(text)
    share = common_share(text)
    if share < 2 * _RARE and 10 * len(_PRIVATE.findall(text)) > size >= _FEWEST:
        return True
    return size >= _FEWEST and share < _RARE and 10 * len(_KANA_HANGUL.findall(text)) < size
