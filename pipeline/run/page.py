"""One page through the corridor, for notebooks."""

from __future__ import annotations

from pipeline.model import RawPage
from pipeline.run.allowed import allowed
from pipeline.run.shard import corridor
from pipeline.write.arrow import to_arrow
from pipeline.write.frames import Tables


def extract_page(page: str | bytes, url: str | None, packs: tuple[str, ...]) -> Tables:
    """The rows of one page, as tables. PageError where it is no page, PackError where a pack can't be used."""
    data, charset = (page.encode(), "utf-8") if isinstance(page, str) else (page, None)
    rows = corridor(packs).rows(RawPage(source=url or "page", data=data, url=url, charset=charset))
    more = allowed(packs)
    return Tables(lambda table: to_arrow(table, rows.get(table, ()), more), url or "a page")
