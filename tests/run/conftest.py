"""A corridor of our own for the runs: it reads 'N人次' as a visit, and fails on demand."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.corridor import Article, Cleaned
from pipeline.errors import PageError
from pipeline.model import Document, Metadata, RawPage
from pipeline.run import shard
from pipeline.schema import TABLES, PageRow, QuantityRow, VisitRow


def page_row(page: RawPage, title: str, text: str) -> PageRow:
    said: dict[str, Any] = dict.fromkeys(PageRow.__dataclass_fields__)
    said |= {"page_id": page.page_id, "source": page.source, "sha256": hashlib.sha256(page.data).hexdigest(), "title": title, "text": text}
    return PageRow(**(said | {"breadcrumb": (), "charset_declared": (), "charset_errors": 0, "incomplete": False, "kind": "news"}))


def visit_row(where: tuple[str, str, int, int, str], measure: str, value: float) -> VisitRow:
    said: dict[str, Any] = dict.fromkeys(VisitRow.__dataclass_fields__)
    said |= dict(zip(("page_id", "field", "start", "end", "quote"), where, strict=True))
    said |= {"rule": "visits:physical", "measure": measure, "measure_text": "接待", "value": value, "bound": "exact", "unit": "人次"}
    return VisitRow(**(said | {"period_kind": "unknown"}))


class SmallCorridor:
    """First line: title; the rest: text. 坏 as the title breaks the schema, 错 raises, 拒 is refused."""

    def clean(self, page: RawPage) -> Cleaned:
        title, _, text = page.data.decode().partition("\n")
        if title == "拒":
            raise PageError("decode", "no text")
        document = Document(page.page_id, text, (), Metadata(title=title))
        return Cleaned(page_row(page, title, text), document, page.source)

    def rows(self, page: RawPage) -> dict[str, list[Any]]:
        return self.article(Article.alone(self.clean(page)))

    def article(self, article: Article) -> dict[str, list[Any]]:
        (page,) = article.pages
        title, text = page.row.title, page.row.text
        if title == "错":
            raise ZeroDivisionError("by nothing")
        visits, numbers = [], []
        for found in re.finditer(r"(\d{1,9})(人次)?", text):
            where = (page.row.page_id, "text", found.start(), found.end(), found[0])
            value, counted = float(found[1]), bool(found[2])
            claimed, reason = ("visits:physical", None) if counted else (None, None if value == 13 else "no unit")
            numbers.append(QuantityRow(*where, value, None, "exact", found[2], "count", "stated", claimed, reason))
            if counted:
                measure = "nonsense" if title == "坏" else "visits_physical"
                visits.append(visit_row(where, measure, value))
        return {"pages": [page.row], "visits": visits, "quantities": numbers}


@pytest.fixture(autouse=True)
def small_corridor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shard, "corridor", lambda packs: SmallCorridor())
    monkeypatch.setattr(shard, "allowed", lambda packs: {})


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """Three pages of which the second repeats the first."""
    folder = tmp_path / "raw"
    folder.mkdir()
    (folder / "a.txt").write_text("云川市图书馆\n全年接待读者120人次，活动13场，第2名。", "utf-8")
    (folder / "b.txt").write_text("云川市图书馆\n全年接待读者120人次，活动13场， 第2名。", "utf-8")
    (folder / "c.txt").write_text("临河县文化馆\n全年接待群众77人次。", "utf-8")
    return folder


def table_bytes(out: Path) -> dict[str, str]:
    """SHA-256 of every table."""
    return {table: hashlib.sha256((out / f"{table}.parquet").read_bytes()).hexdigest() for table in TABLES}


def names(folder: Path) -> Iterator[str]:
    return (path.name for path in sorted(folder.iterdir()))
