"""jieba's words, cut by rjieba where it is installed (twenty times faster), else by jieba: the same words either way."""

from __future__ import annotations

import logging
import re
import warnings
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from itertools import accumulate, groupby

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
# Outside its dictionary jieba joins letters and digits over one dot only (3.5%); rjieba, each release in its own way, joins 2010-2011 too.
_GLUED = re.compile(r"[A-Za-z0-9][-+#&._%][A-Za-z0-9]")
_STRETCH = re.compile(r"[A-Za-z0-9+#&._%-]{3,}")
_ASCII_WORD = re.compile(r"([a-zA-Z0-9]+(?:\.[0-9]+)?%?)")


def cutter(dictionary: Dictionary) -> Cut:
    """A function that cuts text into jieba's words (with HMM); joined they are the text."""
    cut = _rust(dictionary) or python_cutter(dictionary)

    def pieces(text: str) -> list[str]:
        if not _SPECIAL.search(text):
            return cut(text)
        return [word for piece in _PIECE.findall(text) for word in (cut(piece) if len(piece) > 1 else [piece])]

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
    """rjieba with this dictionary; None where it isn't installed."""
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
    known = {word for word in dictionary.frequencies if len(word) > 1 and word.isascii()}

    def cut(text: str) -> list[str]:
        words = list(engine.cut(text))
        return _recut(text, words, known) if _GLUED.search(text) else words

    return cut


def _recut(text: str, words: list[str], known: set[str]) -> list[str]:
    """`words` of `text`, with letters, digits and marks between words of the dictionary cut as jieba cuts them."""
    ends = list(accumulate(map(len, words), initial=0))
    result: list[str] = []
    done = 0
    for stretch in _STRETCH.finditer(text):
        if _GLUED.search(stretch[0]):
            first, last = bisect_left(ends, stretch.start()), bisect_right(ends, stretch.end()) - 1
            result += words[done:first]
            for is_known, group in groupby(words[first:last], known.__contains__):
                part = list(group)
                result += part if is_known else filter(None, _ASCII_WORD.split("".join(part)))
            done = last
    return result + words[done:]
