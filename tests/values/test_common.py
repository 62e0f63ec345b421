"""The short way reads what the long way reads."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from pipeline.values import DateSpan, Number, forms, scan, spans

from .corpus import Entry, entries
from .test_laws import prose

ENTRIES = [*entries("numbers"), *entries("dates")]
LONG = tuple(form for form in forms.DIGIT_FORMS if form.read not in (forms.common_date, forms.common_number))


def the_long_way(text: str, reference: str | None) -> list[Number | DateSpan]:
    short = forms.DIGIT_FORMS
    forms.DIGIT_FORMS = LONG  # type: ignore[assignment]
    try:
        forms.forms_between.cache_clear()
        scan._finds.cache_clear()
        return spans(text, reference)
    finally:
        forms.DIGIT_FORMS = short
        forms.forms_between.cache_clear()
        scan._finds.cache_clear()


def test_the_long_way_leaves_the_short_one_out() -> None:
    assert len(LONG) == len(forms.DIGIT_FORMS) - 2


@pytest.mark.parametrize("entry", ENTRIES, ids=str)
def test_corpus(entry: Entry) -> None:
    assert spans(entry.text, entry.reference) == the_long_way(entry.text, entry.reference)


@given(prose)
@settings(max_examples=400, deadline=None)
def test_prose(text: str) -> None:
    assert spans(text, "2013-01-13") == the_long_way(text, "2013-01-13")
