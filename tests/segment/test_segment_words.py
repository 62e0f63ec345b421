"""rjieba's words are jieba's, with and without words of our own."""

import random
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.segment.dictionary import Dictionary, Word, read_dictionary, with_words
from pipeline.segment.words import LONGEST_RUN, Cut, cutter, python_cutter

OURS = [
    Word("到馆读者"), Word("读者到馆人次"), Word("年接待", 40), Word("人次", 9000), Word("图书馆", None, "n"), Word("三馆一站"),
    Word("A&B"), Word("5+2"), Word("C++17", 3), Word("AT&T", 12), Word("GB-T"), Word("接待读者", 2_000_000),
]  # fmt: skip
MARKS = list("+#&._%-")
Engines = tuple[Cut, Cut, Dictionary]


@pytest.fixture(scope="module", params=[[], OURS], ids=["jieba's words", "with ours"])
def engines(request: pytest.FixtureRequest) -> Engines:
    dictionary = with_words(read_dictionary(), request.param)
    return cutter(dictionary), python_cutter(dictionary), dictionary


def assert_equal(engines: Engines, text: str) -> None:
    fast, jieba, _ = engines
    words = fast(text)
    assert words == jieba(text)
    assert "".join(words) == text


def test_rjieba_is_what_is_tested(monkeypatch: pytest.MonkeyPatch, engines: Engines) -> None:
    monkeypatch.setattr("pipeline.segment.words.python_cutter", lambda dictionary: pytest.fail("rjieba is not in use"))
    assert cutter(engines[2])("图书馆") == ["图书馆"]


def test_words_of_the_dictionary_in_any_order(engines: Engines) -> None:
    rng = random.Random(1)
    known = list(engines[2].frequencies)
    for _ in range(1500):
        assert_equal(engines, "".join(rng.choice(known) for _ in range(rng.randint(1, 20))))


def test_characters_letters_digits_and_marks_mixed(engines: Engines) -> None:
    rng = random.Random(2)
    alphabet = [*MARKS * 2, *"0123456789abXCT+&", *"年月日人次读者图书馆接待万多余", *"，。、： \t\n（）％１２Ａ"]
    for _ in range(3000):
        assert_equal(engines, "".join(rng.choice(alphabet) for _ in range(rng.randint(1, 30))))


def test_characters_of_every_plane(engines: Engines) -> None:
    rng = random.Random(3)
    ranges = [(0x20, 0x7E), (0x3000, 0x9FFF), (0x9FA0, 0x9FFF), (0xE000, 0xFFFF), (0x20000, 0x323AF), (0x1F300, 0x1FAFF), (0, 0x33FF)]
    for _ in range(1500):
        assert_equal(engines, "".join(chr(rng.randint(*rng.choice(ranges))) for _ in range(rng.randint(1, 20))))


@pytest.mark.parametrize(
    "text",
    [
        "2010-2011年", "电话0870-3122333", "tv.yunchuan.example", "1.2.3-4%5_6", "a.5b", "5%.6", "AT&T5-6", "江南style-1", "C++17-18",
        "5+2=7", "4S店A股-1", "𠮷野家图书馆", "镕龦䶮龻图书馆",
    ],
)  # fmt: skip
def test_where_rjieba_alone_differs(engines: Engines, text: str) -> None:
    assert_equal(engines, text)


@settings(max_examples=300, deadline=None)
@given(
    st.text(alphabet=st.one_of(st.sampled_from([*MARKS, *"09azAZ读者图书馆人次"]), st.characters(exclude_categories=["Cs"])), max_size=40)
)
def test_any_text(engines: Engines, text: str) -> None:
    assert_equal(engines, text)


def test_half_surrogates_are_words_by_themselves(engines: Engines) -> None:
    assert_equal(engines, "图书\ud800馆")


def test_long_runs_are_cut_into_pieces(engines: Engines) -> None:
    fast, jieba, _ = engines
    run = "云川市图书馆年接待读者" * (LONGEST_RUN // 5)
    pieces = [run[start : start + LONGEST_RUN] for start in range(0, len(run), LONGEST_RUN)]
    assert fast(run) == [word for piece in pieces for word in jieba(piece)]


def test_without_rjieba_the_words_are_the_same(monkeypatch: pytest.MonkeyPatch, engines: Engines) -> None:
    monkeypatch.setitem(sys.modules, "rjieba", None)
    slow = cutter(engines[2])
    for text in ("云川市图书馆2010-2011年接待到馆读者40万人次，𠮷野", "图" * (LONGEST_RUN + 5), "\ud800"):
        assert slow(text) == engines[0](text)
