"""The encoding of bytes that are no UTF-8: what the page declares, if it fits, else what makes the most sense."""

from __future__ import annotations

import re

from pipeline.clean.charsets import CODEC
from pipeline.clean.common import common_share

MIN_COMMON = 0.25
_DOUBTFUL = 0.4
_FEWEST = 8
_MAX_ERRORS = 3
_CHINESE = ("gb18030", "big5hkscs")
_LETTERS = {"cp932": "\u3041-\u30ff", "euc_jp": "\u3041-\u30ff", "iso2022_jp": "\u3041-\u30ff", "cp949": "\uac00-\ud7a3",
            "koi8_r": "\u0400-\u04ff", "cp1251": "\u0400-\u04ff"}  # fmt: skip
_UNTOLD = ("euc_jp", "cp932", "cp949")
_HIGH = re.compile(rb"[\x80-\xff]+")


def declared_and_fitting(data: bytes, labels: tuple[str, ...]) -> tuple[str, str, str] | None:
    """Text, charset and reason by the first declared label that fits the bytes. Western labels say nothing: every page fits them."""
    for label in labels:
        codec = CODEC.get(label)
        if codec in (None, "utf-8", "utf-16", "cp1252"):
            continue
        assert codec is not None
        text = data.decode(codec, "replace")
        if (text.count("\ufffd") <= _MAX_ERRORS and common_share(text) > MIN_COMMON) or _is_foreign(data, text, codec):
            return text, codec, f"declared {label}, and it fits"
    return None


def by_frequency(data: bytes, labels: tuple[str, ...]) -> tuple[str, str, str]:
    """Text, charset and reason by the characters: the common ones of Chinese, the letters of a neighbour, single bytes between ASCII letters."""
    score, codec, text = max(_scored(data), key=lambda scored: scored[0])
    if score <= _DOUBTFUL:
        for other in _UNTOLD:
            if _is_foreign(data, foreign := data.decode(other, "replace"), other):
                return foreign, other, "its letters are those of this encoding"
        if _is_western(data):
            return data.decode("cp1252", "replace"), "cp1252", "single letters beyond ASCII"
    if score <= 0.1 and any(CODEC.get(label) == "cp1252" for label in labels):
        return data.decode("cp1252", "replace"), "cp1252", "declared, and no Chinese encoding fits"
    if score <= 0:
        return data.decode("gb18030", "replace"), "gb18030", "nothing fits; the commonest Chinese encoding"
    return text, codec, "its characters are the common ones"


def _scored(data: bytes) -> list[tuple[float, str, str]]:
    texts = [(codec, data.decode(codec, "replace")) for codec in _CHINESE]
    return [(common_share(text) - text.count("\ufffd") / max(1, _non_ascii(text)), codec, text) for codec, text in texts]


def _is_foreign(data: bytes, text: str, codec: str) -> bool:
    """Whether the text so read is whole, has the letters of the language, and makes no sense in Chinese."""
    letters = _LETTERS.get(codec)
    if letters is None or "\ufffd" in text:
        return False
    found = len(re.findall(f"[{letters}]", text))
    if found < _FEWEST:
        return False
    share = found / max(1, _non_ascii(text))
    score = max(score for score, _, _ in _scored(data))
    return share > MIN_COMMON and (score <= MIN_COMMON or score <= min(_DOUBTFUL, common_share(text)))


def _is_western(data: bytes) -> bool:
    """Whether bytes beyond ASCII stand alone between others, as accented letters do and halves of Chinese characters don't."""
    runs = _HIGH.findall(data)
    return sum(len(run) == 1 for run in runs) > 0.6 * len(runs)


def _non_ascii(text: str) -> int:
    return len(text) - len(text.encode("ascii", "ignore"))
