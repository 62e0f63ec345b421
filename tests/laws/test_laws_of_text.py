"""What fold, clean and segment promise of any page."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from prose import Page, pages, paragraphs, traditional, variants, wide

from pipeline.clean import clean
from pipeline.fold import fold
from pipeline.model import Document, RawPage
from pipeline.segment import Segmenter

SEGMENTER = Segmenter(["到馆读者", "接待读者", ("人次", None, "q")])
ANY_TEXT = st.one_of(paragraphs(), st.text(max_size=60))


def cleaned(page: Page) -> Document:
    return clean(RawPage("page.html", page.data()))


@given(ANY_TEXT)
def test_fold_keeps_length_and_is_idempotent(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


@given(paragraphs())
def test_fold_makes_both_widths_and_scripts_one(text: str) -> None:
    page = Page("", "", (text,), "plain")
    for variant in (wide(page), traditional(page), wide(traditional(page))):
        assert fold(variant.paragraphs[0]) == fold(text)


@settings(deadline=None)
@given(pages())
def test_blocks_lie_in_order_and_hold_all_text_but_separators(page: Page) -> None:
    document = cleaned(page)
    bounds = [0, *(edge for block in document.blocks for edge in (block.start, block.end)), len(document.text)]
    assert bounds == sorted(bounds)
    between = zip(bounds[::2], bounds[1::2], strict=True)
    assert all(set(document.text[start:end]) <= {"\n", "\t"} for start, end in between)


@settings(deadline=None)
@given(pages())
def test_sentences_tile_the_blocks(page: Page) -> None:
    document = cleaned(page)
    sentences = SEGMENTER.segment(document)
    assert [sentence.number for sentence in sentences] == list(range(len(sentences)))
    for index, block in enumerate(document.blocks):
        inside = [sentence for sentence in sentences if sentence.block == index]
        bounds = [block.start, *(edge for sentence in inside for edge in (sentence.start, sentence.end)), block.end]
        assert bounds == sorted(bounds)
        gaps = zip(bounds[::2], bounds[1::2], strict=True)
        assert not "".join(document.text[start:end] for start, end in gaps).strip()


@settings(deadline=None)
@given(pages())
def test_words_and_clauses_joined_are_the_sentence(page: Page) -> None:
    document = cleaned(page)
    for sentence in SEGMENTER.segment(document):
        assert sentence.start < sentence.end
        for offsets in (sentence.words, sentence.clauses):
            assert (offsets[0], offsets[-1]) == (sentence.start, sentence.end)
            assert all(start < end for start, end in pairwise(offsets))


@settings(deadline=None)
@given(pages(hostile=False))
def test_both_widths_and_scripts_are_cut_alike(page: Page) -> None:
    plain = cleaned(page)
    for variant in variants(page):
        document = cleaned(variant)
        assert fold(document.text) == fold(plain.text)
        assert SEGMENTER.segment(document) == SEGMENTER.segment(plain)
