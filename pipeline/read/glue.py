"""Words glued to a number's verb that say what kind of time it covers: 日均, 累计, 全年, 期间."""

from __future__ import annotations

from bisect import bisect_left

from ahocorasick_rs import AhoCorasick

_WORDS = {
    "day": "日均 每天 每日 单日 日接待 /日 日最高 人/天 日流量 一天",
    "month": "月均 每月 月接待 当月 单月",
    "cumulative": "以来 累计 截至 截止 至今 历年 迄今 目前已",
    "annual": "年均 每年 全年 年度 年平均 一年来 年内 年 当年 /年 年接待 年服务 年外借 年流通 年购 年举办 今年 去年",
    "event": "期间 假期 黄金周 寒假 暑假 暑期 春节 国庆 活动周 读书月 服务宣传周 开幕 当天 首日 活动中 本次活动 此次 节日 本届 当晚 上演 整个 系列活动 现场",
}  # fmt: skip
_KINDS = tuple(_WORDS)
_ALL = [(word, rank) for rank, words in enumerate(_WORDS.values()) for word in words.split()]
_AUTOMATON = AhoCorasick([word for word, _ in _ALL])


class Glue:
    """The glued words of a text, found in one pass; where several stand the kind named first above holds."""

    def __init__(self, folded: str) -> None:
        found = []
        for index, start, end in _AUTOMATON.find_matches_as_indexes(folded, overlapping=True):
            word, rank = _ALL[index]
            if word != "年":
                found.append((start, end, rank))
            elif _is_yearly(folded, start):
                found.append((start, end + 1, rank))
        self._found = sorted(found)
        self._starts = [start for start, _, _ in self._found]

    def within(self, start: int, end: int) -> str | None:
        """The kind that the words in [start:end] tell."""
        low = bisect_left(self._starts, start)
        ranks = [rank for _, stop, rank in self._found[low : bisect_left(self._starts, end, low)] if stop <= end]
        return _KINDS[min(ranks)] if ranks else None


def _is_yearly(folded: str, at: int) -> bool:
    """年接待, 馆年均: a year that counts nothing stands at the head of words, or behind a house."""
    before, after = folded[at - 1 : at], folded[at + 1 : at + 2]
    return _is_han(after) and (before in ("", "馆", "院", "校") or not (before.isdecimal() or _is_han(before)))


def _is_han(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"
