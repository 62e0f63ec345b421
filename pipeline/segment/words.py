"""jieba's words, cut by rjieba where it is installed (twenty times faster), else by jieba: the same words either way."""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Callable
from itertools import accumulate, pairwise

from pipeline.segment.dictionary import Dictionary

Cut = Callable[[str], list[str]]

# The characters jieba joins to words; between them every character is a word by itself.
_RUN = r"\u4e00-\u9fd5a-zA-Z0-9+#&._%\-"
# What rjieba takes for such a character and jieba does not, and half surrogates, which rjieba can't read.
_ODD = r"\u3400-\u4dbf\u9fd6-\u9fff\uf900-\ufaff\U00020000-\U0003ffff\ud800-\udfff"
# Longer runs are cut into pieces: jieba's time grows with the square of a run.
LONGEST_RUN = 2000
_SPECIAL = re.compile(rf"[{_ODD}]|(?<![{_RUN}])[{_RUN}]{{{LONGEST_RUN + 1}}}")
_PIECE = re.compile(rf"[{_ODD}]|[{_RUN}]{{1,{LONGEST_RUN}}}|[^{_RUN}{_ODD}]+")
# rjieba 0.2.2 joins letters or digits, any one mark and digits (2010-2011) outside its dictionary; jieba only over a dot.
_GLUED = re.compile(r"(?<=[A-Za-z0-9])[-+#&_%](?=[0-9])")
_WEDGE = "_"


def cutter(dictionary: Dictionary) -> Cut:
    """A function that cuts text into jieba's words (with HMM); joined they are the text."""
    cut = _rust(dictionary) or python_cutter(dictionary)

    def pieces(text: str) -> list[str]:
        if not _SPECIAL.search(text):
            return cut(text)
        return [word for piece in _PIECE.findall(text) for word in cut(piece)]

    return pieces


def python_cutter(dictionary: Dictionary) -> Cut:
    """jieba itself, with a dictionary of its own: neither its cache file nor its global tokenizer is touched."""
    with warnings.catch_warnings():
        # Invalid escapes and pkg_resources: noise of a release of 2020, not ours.
        warnings.filterwarnings("ignore", module=r"jieba|pkg_resources")
        warnings.filterwarnings("ignore", message=r"(?s).*(invalid escape sequence|pkg_resources)")
        import jieba
    logging.getLogger("jieba").setLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ = dict(dictionary.frequencies)
    for word in dictionary.frequencies:
        for end in range(1, len(word)):
            tokenizer.FREQ.setdefault(word[:end], 0)
    tokenizer.total = dictionary.total
    tokenizer.initialized = True
    return lambda text: list(tokenizer.cut(text))


def _rust(dictionary: Dictionary) -> Cut | None:
    """rjieba with this dictionary; None where it isn't installed, or a word holds what rjieba needs a wedge in."""
    if any(map(_GLUED.search, dictionary.frequencies)):
        return None
    try:
        from rjieba import Jieba
    except ImportError:
        return None
    engine = Jieba.empty()  # type: ignore[no-untyped-call]  # its stub lacks the return type
    for word, frequency in dictionary.frequencies.items():
        engine.add_word(word, frequency, None)
    missing = dictionary.total - sum(dictionary.frequencies.values())
    if missing:
        engine.add_word(" ", missing, None)  # never met: a blank is a word by itself

    def cut(text: str) -> list[str]:
        if not _GLUED.search(text):
            return list(engine.cut(text))
        return _unwedged(text, engine.cut)

    return cut


def _unwedged(text: str, cut: Cut) -> list[str]:
    """The words of `text`, cut with a mark wedged in where rjieba would join too much; the wedges are taken out again."""
    wedges = [mark.end() + count for count, mark in enumerate(_GLUED.finditer(text))]
    wedged = _GLUED.sub(lambda mark: mark[0] + _WEDGE, text)
    ends, passed = [0], 0
    for end in accumulate(map(len, cut(wedged))):
        while passed < len(wedges) and wedges[passed] < end:
            passed += 1
        ends.append(end - passed)
    return [text[start:end] for start, end in pairwise(ends) if start < end]
