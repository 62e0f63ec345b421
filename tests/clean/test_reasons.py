"""Why each piece was cut, for those who ask."""

from __future__ import annotations

from sample_pages import sample

from pipeline.clean import clean


def test_every_piece_has_its_own_reason() -> None:
    cuts = clean(sample("trs_gov", "table").page, explain=True).cuts
    assert {"headline", "path", "buttons", "links"} <= {cut.reason for cut in cuts}
    assert not any("\n" in cut.text for cut in cuts)


def test_explaining_changes_nothing_else() -> None:
    page = sample("portal_news", "report").page
    assert clean(page, explain=True) == clean(page)
