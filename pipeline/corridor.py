"""The corridor: a page walks from bytes to rows, once, front to back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from pipeline import extract
from pipeline.checks import checks
from pipeline.clean import clean, join_parts
from pipeline.collector import no_collector
from pipeline.mentions import Reading
from pipeline.model import Document, RawPage, Sentence
from pipeline.packs import Packs, load_packs
from pipeline.read import ReadingRoom
from pipeline.schema import IndicatorRow, PageRow, VisitRow
from pipeline.segment import Segmenter

Rows = Mapping[str, Sequence[object]]


class Cleaned(NamedTuple):
    """A page that has been cleaned and not yet read: its row as the page alone tells it, its document, and where the dump has it from."""

    row: PageRow
    document: Document
    address: str


class Article(NamedTuple):
    """Pages that are one article: its parts by number, in order, and pages that say again what a part says, with the part's number."""

    parts: Mapping[int, Cleaned]
    again: Sequence[tuple[int, Cleaned]] = ()

    @classmethod
    def alone(cls, page: Cleaned) -> Article:
        """A page that is an article of its own, or one part without the others."""
        return cls({page.document.part: page})

    @property
    def pages(self) -> list[Cleaned]:
        """All of them, the first part first."""
        return [*self.parts.values(), *(page for _, page in self.again)]


class Corridor:
    """Reads pages with a set of packs. Loading costs about half a second; one instance serves a process."""

    def __init__(self, pack_names: tuple[str, ...] = (), packs: Packs | None = None) -> None:
        """`pack_names`: built-in names or paths; none means all built in. PackError for a broken pack."""
        self.packs = packs or load_packs(pack_names)
        self._segmenter = Segmenter((word, None, None) for word in self.packs.words())
        self._room = ReadingRoom(self.packs, self._segmenter.tags)

    def read(self, page: RawPage) -> tuple[Document, tuple[Sentence, ...], Reading]:
        """The page cleaned, cut and read. PageError for what is no page."""
        document = clean(page)
        return document, *self.read_document(document)

    def read_document(self, document: Document) -> tuple[tuple[Sentence, ...], Reading]:
        """A clean document cut and read."""
        with no_collector():
            sentences = self._segmenter.segment(document)
            return sentences, self._room.read(document, sentences)

    def rows(self, page: RawPage) -> Rows:
        """The page's rows by table. PageError for what is no page."""
        return self.article(Article.alone(self.clean(page)))

    def clean(self, page: RawPage) -> Cleaned:
        """The page cleaned. PageError for what is no page."""
        document = clean(page)
        return Cleaned(extract.page(page, document), document, page.url or page.source)

    def article(self, article: Article) -> Rows:
        """The rows of an article by table: a row in `pages` for each of its pages, everything else once, as its first part's."""
        document, starts = join_parts({number: page.document for number, page in article.parts.items()})
        with no_collector():
            sentences, reading = self.read_document(document)
            return {
                "pages": list(_page_rows(article, document, starts, reading.institution)),
                "sentences": extract.sentence_rows(document, sentences, self._segmenter.tags),
                **self._facts(document, reading),
            }

    def tables(self, document: Document) -> Rows:
        """The fact tables, quantities and checks of a clean document."""
        return self._facts(document, self.read_document(document)[1])

    def _facts(self, document: Document, reading: Reading) -> dict[str, Sequence[object]]:
        points = extract.Points(reading.points)
        facts = document.kind != "list"
        made: dict[str, Sequence[object]] = {
            "initiatives": extract.initiatives(document, reading) if facts else [],
            "staff": extract.staff(document, reading, points) if facts else [],
            "visits": extract.measured(document, reading, points, "visits", VisitRow) if facts else [],
            "awards": extract.awards(document, reading, points) if facts else [],
            "indicators": extract.measured(document, reading, points, "indicators", IndicatorRow) if facts else [],
            "quantities": extract.quantities(document, reading),
        }
        made["checks"] = checks(document, reading, made) if facts else []
        return made


def _page_rows(article: Article, document: Document, starts: Sequence[int], institution: str | None) -> Iterator[PageRow]:
    """The pages' rows, that of the whole article first."""
    pages = article.pages
    first = replace(pages[0].row, institution=institution, text=document.text, incomplete=document.incomplete)
    if len(pages) == 1:
        yield first
        return
    start_of = dict(zip(article.parts, starts, strict=True))
    numbers = [*article.parts, *(number for number, _ in article.again)]
    for number, page in zip(numbers, pages, strict=True):
        row = first if page is pages[0] else replace(page.row, institution=institution, incomplete=first.incomplete, part_of=first.page_id)
        yield replace(row, part=number, part_start=start_of[number])
