"""Fold text for matching, one character for one: full-width to half-width, traditional to simplified, odd digits and blanks to plain ones."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

# Marks that stay themselves: they end sentences and clauses in either width.
_DASHES = "－–—―─━‐‑‒﹣−"
_WAVES = "～〜∼﹏"
_BLANKS = "\u00a0\u2002\u2003\u2009\u200a\u202f\u3000\ue5e5"


@cache
def _table() -> dict[int, str]:
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    table.update({ord(c): "-" for c in _DASHES})
    table.update({ord(c): "~" for c in _WAVES})
    table.update({ord(c): " " for c in _BLANKS})
    table.update({ord("○"): "〇", ord("◯"): "〇", ord("∶"): ":", ord("﹪"): "%", ord("․"): ".", ord("﹒"): "."})
    for line in files("pipeline").joinpath("fold.tsv").read_text("utf-8").splitlines():
        traditional, simplified = line.split("\t")
        table[ord(traditional)] = simplified
    return {code: to.translate(table) for code, to in table.items()}


@lru_cache(maxsize=64)  # a page's text is folded for its sentences, its numbers and its words
def fold(text: str) -> str:
    """The text in the form rules are matched on; same length, so offsets hold for both. Idempotent."""
    return text.translate(_table())
