"""What holds of every document, whatever the page."""

from __future__ import annotations

from pipeline.model import Document

_BREAKS = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029\0"


def assert_lawful(document: Document) -> None:
    """Blocks tile the text: LF between them, TAB between cells of one row, nothing else; no blanks at their ends; places in order."""
    text, at, before = document.text, 0, None
    for block in document.blocks:
        if before is not None:
            same_row = block.table is not None and (block.table, block.row) == (before.table, before.row)
            assert text[at] == ("\t" if same_row else "\n")
            at += 1
        assert block.start == at < block.end
        piece = text[block.start : block.end]
        assert piece == piece.strip()
        assert not any(c in piece for c in "\n\t")
        assert (block.kind == "cell") == (block.table is not None)
        if block.table is not None and before is not None and before.table == block.table:
            assert (before.row, before.column) < (block.row, block.column)
        at, before = block.end, block
    assert at == len(text)
    assert not any(c in text for c in _BREAKS)
    assert document.kind in ("report", "news", "notice", "list", "other")
    assert 1 <= document.part <= document.parts
    about = document.metadata
    for value in (about.title, about.origin, about.author, about.editor, about.site, about.document_number, *about.breadcrumb):
        assert value is None or (value.strip() == value != "" and "\n" not in value)
