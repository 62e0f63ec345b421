from pathlib import Path

import jieba
import pytest

from pipeline.segment.dictionary import Dictionary, Word, read_dictionary, weight, with_words

SMALL = Dictionary({"读者": 90, "到": 40, "馆": 20, "到馆": 10}, 1000, {"读者": "n", "到": "v", "馆": "n", "到馆": "v"})


def test_frequencies_and_total_are_jiebas() -> None:
    ours = read_dictionary()
    with Path(jieba.__file__).with_name("dict.txt").open("rb") as file:
        frequencies, total = jieba.Tokenizer.gen_pfdict(file)
    assert ours.total == total
    assert ours.frequencies == {word: frequency for word, frequency in frequencies.items() if frequency}


def test_a_word_weighs_one_more_than_its_likeliest_division() -> None:
    assert weight("到馆读者", SMALL) == int(10 / 1000 * 90 / 1000 * 1000) + 1


def test_a_word_never_weighs_less_than_in_the_dictionary() -> None:
    assert weight("读者", SMALL) == 90


def test_unknown_characters_weigh_one() -> None:
    assert weight("墒情", SMALL) == 1


def test_words_are_added_folded_with_their_tags() -> None:
    merged = with_words(SMALL, [Word("讀者", 120, "vn"), Word("Ａ座"), Word("到馆")])
    assert merged.frequencies["读者"] == 120
    assert merged.tags["读者"] == "vn"
    assert merged.frequencies["A座"] == 1
    assert "A座" not in merged.tags
    assert merged.tags["到馆"] == "v"
    assert SMALL.frequencies["读者"] == 90


def test_total_counts_as_jieba_counts() -> None:
    assert with_words(SMALL, [Word("读者", 100), Word("分馆", 5)]).total == 1105


def test_order_of_words_means_nothing() -> None:
    words = [Word("到馆读者"), Word("读者到馆"), Word("馆读")]
    assert with_words(SMALL, words).frequencies == with_words(SMALL, reversed(words)).frequencies


@pytest.mark.parametrize("word", [Word(""), Word(" "), Word("读者", 0), Word("读者", -3)])
def test_words_without_characters_or_frequency_are_refused(word: Word) -> None:
    with pytest.raises(ValueError, match="user dictionary"):
        with_words(SMALL, [word])


def test_without_jieba_the_error_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.segment.dictionary.find_spec", lambda name: None)
    with pytest.raises(FileNotFoundError, match="pip install jieba"):
        read_dictionary()
