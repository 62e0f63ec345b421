"""What holds for every text: offsets, cover, sentence ends, spellings, folding, time."""

from __future__ import annotations

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.fold import fold
from pipeline.values import DateSpan, Number, dates, numbers, spans

from . import spelling
from .corpus import Entry, entries

ENTRIES = [*entries("numbers"), *entries("dates")]
TEXTS = sorted({entry.text for entry in ENTRIES})
GLUE = ("", "，", "。", "、", "；", "\n", "的", "和", "至", "（", "）", " ", "-", "第", "图书馆", "读者", "A", ".", "：", "“", "”")

prose = st.lists(st.tuples(st.sampled_from(TEXTS), st.sampled_from(GLUE)), min_size=1, max_size=6).map(
    lambda pairs: "".join(text + glue for text, glue in pairs)
)
noise = st.text(
    alphabet="0123456789０９,，.．-—~至到年月日号时点分秒第一二三十百千万亿几数半多余来个人次册元%％成倍近约超以上前后间起截“”（）()、。\n aZ/:〔〕两廿",
    max_size=60,
)
texts = st.one_of(prose, noise)
values = st.one_of(st.integers(10, 9999), st.integers(10_000, 10**8), st.integers(1, 999).map(lambda n: n * 10_000))


@given(texts)
@settings(max_examples=400, deadline=None)
def test_spans_quote_the_text_in_order_without_overlap(text: str) -> None:
    end = 0
    for span in spans(text, "2013-01-13"):
        assert end <= span.start < span.end <= len(text)
        assert span.text == text[span.start : span.end]
        if isinstance(span, Number):
            assert span.start <= span.numeral_start < span.numeral_end <= span.end
        end = span.end


@given(texts)
@settings(max_examples=400, deadline=None)
def test_every_run_of_digits_lies_in_one_span(text: str) -> None:
    found = spans(text, "2013-01-13")
    for run in re.finditer(r"[0-9]+(?:[0-9])*", fold(text)):
        covering = [span for span in found if span.start < run.end() and span.end > run.start()]
        assert len(covering) >= 1
        assert covering[0].start <= run.start()
        assert covering[-1].end >= run.end()
        assert all(left.end == right.start for left, right in pairwise(covering))


@given(texts)
@settings(max_examples=300, deadline=None)
def test_numbers_and_dates_together_are_spans(text: str) -> None:
    both = sorted([*numbers(text), *dates(text, "2013-01-13")], key=lambda span: span.start)
    assert both == spans(text, "2013-01-13")


@given(texts)
@settings(max_examples=300, deadline=None)
def test_no_find_crosses_a_sentence_end(text: str) -> None:
    for span in spans(text, "2013-01-13"):
        assert not re.search("[。！？\n]", span.text), span


@given(texts)
@settings(max_examples=300, deadline=None)
def test_folding_first_changes_nothing(text: str) -> None:
    def plain(found: list[Number | DateSpan]) -> list[tuple[object, ...]]:
        return [
            (span.start, span.end, span.value, span.value_high, span.bound, span.unit, span.kind)
            if isinstance(span, Number)
            else (span.start, span.end, span.edtf, span.role)
            for span in found
        ]

    assert plain(spans(text, "2013-01-13")) == plain(spans(fold(text), "2013-01-13"))


@pytest.mark.parametrize("entry", list(entries("numbers")), ids=str)
def test_full_width_and_traditional_read_the_same(entry: Entry) -> None:
    text = entry.text
    if "http" in text:
        pytest.skip("addresses are not written in full width")
    for other in (spelling.full_width(text), spelling.traditional(text)):
        plain = [(n.start, n.end, n.value, n.value_high, n.bound, n.kind) for n in numbers(text)]
        assert [(n.start, n.end, n.value, n.value_high, n.bound, n.kind) for n in numbers(other)] == plain


@given(values, st.sampled_from(("册", "人次", "人", "件", "元", "平方米")))
@settings(max_examples=400, deadline=None)
def test_a_number_comes_back_from_every_spelling(value: int, unit: str) -> None:
    spellings = [
        str(value),
        spelling.commas(value),
        spelling.full_width(spelling.commas(value)),
        spelling.hanzi(value),
        spelling.capitals(value),
        spelling.traditional(spelling.hanzi(value)),
        spelling.in_wan(value) or str(value),
    ]
    for spelt in spellings:
        (found,) = numbers(f"共计{spelt}{unit}。")
        assert (found.value, found.unit, found.bound, found.text) == (value, unit, "exact", spelt + unit), spelt


@given(st.integers(1900, 2099), st.integers(1, 12), st.integers(1, 28))
@settings(max_examples=300, deadline=None)
def test_a_day_comes_back_from_every_spelling(year: int, month: int, day: int) -> None:
    edtf = f"{year}-{month:02d}-{day:02d}"
    for spelt in (
        f"{year}年{month}月{day}日",
        f"{year}年{month:02d}月{day:02d}日",
        f"{spelling.positional(year)}年{spelling.hanzi(month)}月{spelling.hanzi(day)}日",
        f"{year}-{month:02d}-{day:02d}",
        f"{year}.{month}.{day}",
        spelling.full_width(f"{year}年{month}月{day}日"),
    ):
        (found,) = dates(spelt)
        assert (found.edtf, found.text) == (edtf, spelt)
        assert found.earliest == found.latest
        assert found.earliest is not None
        assert found.earliest.isoformat() == edtf


@pytest.mark.parametrize("entry", [entry for entry in ENTRIES if entry.header != ("none",) and entry.header[0] != "-"], ids=str)
def test_a_find_is_found_again_alone(entry: Entry) -> None:
    text, find = entry.text, entry.find
    if find == text or not {"label", "name", "番"}.isdisjoint(entry.header):
        pytest.skip("stands alone already, or is told by its place")
    again = spans(find, entry.reference)
    assert again
    assert again[0].start == 0
    assert again[-1].end == len(find)


ADVERSARIAL = {
    "digits": "1234567890",
    "zeros": "0",
    "零": "零",
    "年": "年",
    "commas": "1,",
    "comma groups": "123,",
    "1年": "1年",
    "一": "一",
    "千百": "千百",
    "一二三": "一三一五",
    "万亿": "万亿",
    "dots": "1.",
    "dashes": "1-",
    "第": "第一",
    "quotes": "“一",
    "lists": "1、",
    "months": "1月、",
    "letters": "a1",
    "blanks": "1 ",
    "近": "近1",
    "brackets": "(1",
    "几": "几数",
    "colons": "1:",
    "mixed": "3万",
    "slashes": "1/2/",
    "percent": "1%-",
    "letters alone": "a",
    "ats": "a@1.",
    "至": "至1至",
    "前": "前三",
    "exponents": "1e1",
    "sides": "1×",
    "heaps": "3个亿",
    "listed months": "2、3月",
    "years": "2012、",
    "compact days": "20120905-",
    "words of products": "Abc 1",
    "quotes and dots": "’08.9.",
    "tens": "八、九",
    "过": "过万",
}


@pytest.mark.parametrize("unit", ADVERSARIAL.values(), ids=ADVERSARIAL)
def test_time_is_linear(unit: str) -> None:
    def seconds(size: int) -> float:
        text = (unit * (size // len(unit) + 1))[:size]
        start = time.process_time()
        spans(text, "2013-01-13")
        return time.process_time() - start

    seconds(1_000)
    large = seconds(100_000)
    assert large < 10
    assert large < 60 * (seconds(9_999) + 0.01)  # ten times the text, at most six times ten the time
