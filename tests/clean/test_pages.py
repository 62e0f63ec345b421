"""Pages as content systems of twenty years make them: headline, metadata and text exactly, whatever the body and the editor's markup."""

from __future__ import annotations

import pytest
from bodies import BODIES, STYLES
from laws import assert_lawful
from sample_pages import GOLD, Sample, sample, samples

from pipeline.clean import clean


@pytest.mark.parametrize("page", samples(), ids=lambda page: page.name)
def test_page(page: Sample) -> None:
    document = clean(page.page)
    assert_lawful(document)
    assert document.metadata.title == page.title
    assert {name: getattr(document.metadata, name) for name in page.fields} == page.fields
    assert page.breadcrumb in (None, document.metadata.breadcrumb)
    assert document.text == page.text


@pytest.mark.parametrize("template", GOLD)
def test_whatever_the_editor(template: str) -> None:
    wrong = []
    for style in STYLES:
        for body in BODIES:
            page = sample(template, body, style=style)
            document = clean(page.page)
            if (document.text, document.metadata.title) != (page.text, page.title):
                wrong.append((style, body))
    assert not wrong


def test_there_are_enough_templates() -> None:
    assert len(GOLD) >= 40
