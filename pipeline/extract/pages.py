"""The page and its sentences to rows."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from itertools import pairwise

from pipeline.model import Document, RawPage, Sentence
from pipeline.schema import PageRow, SentenceRow

Tags = Callable[[Sequence[str]], tuple[str, ...]]


def page(raw: RawPage, document: Document) -> PageRow:
    """The page's row as it stands alone. `institution` is filled when it is read, `duplicate_of` when the run has seen all pages."""
    metadata, decoded = document.metadata, document.decoded
    return PageRow(
        page_id=document.page_id,
        source=raw.source,
        record=raw.record,
        url=raw.url or metadata.url,
        captured_at=raw.captured_at,
        sha256=hashlib.sha256(raw.data).hexdigest(),
        duplicate_of=None,
        part_of=None,
        part=document.part if document.parts > 1 else None,
        part_start=None,
        site=metadata.site,
        institution=None,
        title=metadata.title,
        published=metadata.published,
        published_meta=metadata.published_meta,
        origin=metadata.origin,
        author=metadata.author,
        responsible=metadata.responsible,
        editor=metadata.editor,
        reads=metadata.reads,
        breadcrumb=metadata.breadcrumb,
        charset=decoded.charset if decoded else None,
        charset_declared=decoded.declared if decoded else (),
        charset_reason=decoded.reason if decoded else None,
        charset_errors=decoded.errors if decoded else 0,
        document_number=metadata.document_number,
        incomplete=document.incomplete,
        kind=document.kind,
        text=document.text,
    )


def sentence_rows(document: Document, sentences: tuple[Sentence, ...], tags: Tags) -> list[SentenceRow]:
    """One row a sentence, with its words and their tags."""
    rows, text = [], document.text
    for sentence in sentences:
        words = tuple([text[start:end] for start, end in pairwise(sentence.words)])
        rows.append(SentenceRow(document.page_id, sentence.number, sentence.start, sentence.end, words, tags(words)))
    return rows
