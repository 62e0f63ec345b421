"""Who was counted, where the words for them run into the number."""

from __future__ import annotations

import pytest

from pipeline.corridor import Corridor
from pipeline.model import Block, Document, Metadata


@pytest.fixture(scope="module")
def corridor() -> Corridor:
    return Corridor()


@pytest.mark.parametrize(
    ("text", "words"), [("全年迎来3万来宾。", "来宾"), ("全年接待300人士。", None), ("全年服务老人3000人次。", "老人")]
)
def test_words_beside_the_number(corridor: Corridor, text: str, words: str | None) -> None:
    document = Document("page", text, (Block("paragraph", 0, len(text)),), Metadata(site="云川市图书馆"), kind="report")
    rows = corridor.tables(document)["visits"]
    assert [getattr(row, "audience_text", None) for row in rows] == [words]
