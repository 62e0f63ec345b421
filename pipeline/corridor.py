"""The corridor: a page walks from bytes to rows, once, front to back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline import extract
from pipeline.checks import checks
from pipeline.clean import clean
from pipeline.mentions import Reading
from pipeline.model import Document, RawPage, Sentence
from pipeline.packs import Packs, load_packs
from pipeline.read import ReadingRoom
from pipeline.schema import IndicatorRow, VisitRow
from pipeline.segment import Segmenter

Rows = Mapping[str, Sequence[object]]


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
        sentences = self._segmenter.segment(document)
        return sentences, self._room.read(document, sentences)

    def rows(self, page: RawPage) -> Rows:
        """The page's rows by table. PageError for what is no page."""
        document, sentences, reading = self.read(page)
        return {
            "pages": [extract.page(page, document, reading)],
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
