"""Parts of articles wait for each other while a shard is read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pipeline.corridor import Article, Cleaned
from pipeline.dumps import shards
from pipeline.model import Document, Metadata, RawPage
from pipeline.run import shard
from pipeline.run.articles import Articles
from pipeline.run.heartbeat import last_beat
from pipeline.run.shard import Job, run_shard

from .conftest import SmallCorridor, page_row


def page(name: str, text: str = "", title: str = "云川市图书馆志", parts: int = 2) -> Cleaned:
    text = text or name
    raw = RawPage(name, text.encode())
    document = Document(raw.page_id, text, (), Metadata(title=title), incomplete=parts > 1, parts=parts)
    return Cleaned(page_row(raw, title, text), document, name)


def told(articles: list[Article]) -> list[tuple[dict[int, str], list[tuple[int, str]]]]:
    """Names of the parts by number, and of the pages that say one again."""
    return [
        ({number: each.address for number, each in article.parts.items()}, [(number, each.address) for number, each in article.again])
        for article in articles
    ]


def through(pages: list[Cleaned], room: int = 1 << 20) -> list[Article]:
    waiting = Articles(room)
    return [*(article for each in pages for article in waiting.add(each)), *waiting.rest()]


def test_a_page_without_a_pager_goes_out_at_once() -> None:
    assert told(list(Articles().add(page("a.htm", parts=1)))) == [({1: "a.htm"}, [])]


def test_parts_go_out_together_in_order_whatever_comes_between() -> None:
    pages = [page("a_2.htm"), page("b.htm", parts=1), page("c.htm"), page("a.htm")]
    assert told(through(pages)) == [({1: "b.htm"}, []), ({1: "c.htm"}, []), ({1: "a.htm", 2: "a_2.htm"}, [])]


def test_another_headline_is_another_article() -> None:
    assert told(through([page("a.htm"), page("a_2.htm", title="馆刊")])) == [({1: "a.htm"}, []), ({1: "a_2.htm"}, [])]


def test_two_captures_of_all_parts_are_two_articles() -> None:
    names = ["a.htm", "a_2.htm"]
    pages = [page(name) for name in (*names, *names)]
    assert told(through(pages)) == [({1: "a.htm", 2: "a_2.htm"}, [])] * 2


def test_a_second_capture_of_one_part_says_it_again() -> None:
    assert told(through([page("a.htm"), page("a_2.htm"), page("a_2.htm")])) == [({1: "a.htm", 2: "a_2.htm"}, [(2, "a_2.htm")])]


def test_a_second_capture_that_says_something_else_stands_alone() -> None:
    pages = [page("a.htm"), page("a_2.htm"), page("a_2.htm", text="后来改写")]
    assert told(through(pages)) == [({1: "a.htm", 2: "a_2.htm"}, []), ({1: "a_2.htm"}, [])]


def test_a_page_served_under_a_second_number_says_it_again() -> None:
    pages = [page("a.htm", text="首页"), page("a_1.htm", text="首页"), page("a_2.htm")]
    assert told(through(pages)) == [({1: "a.htm", 2: "a_2.htm"}, [(1, "a_1.htm")])]


def test_pages_of_the_same_text_alone_stay_captures_of_one_page() -> None:
    assert told(through([page("a.htm", text="首页"), page("a_1.htm", text="首页")])) == [({1: "a.htm"}, []), ({1: "a_1.htm"}, [])]


@pytest.mark.parametrize(("between", "joined"), [(10, True), (300, False)])
def test_where_room_runs_out_what_waited_longest_goes_first(between: int, joined: bool) -> None:
    """A million pages with pagers take no more room than a hundred."""
    pages = [page("a.htm"), *(page(f"x{number}.htm") for number in range(between)), page("a_2.htm")]
    found = told(through(pages, room=200 * 4_100))
    assert (({1: "a.htm", 2: "a_2.htm"}, []) in found) is joined
    assert sum(len(parts) for parts, _ in found) == len(pages)


def test_nothing_is_held_beyond_the_room() -> None:
    waiting = Articles(10 * 4_100)
    for number in range(500):
        list(waiting.add(page(f"{number}.htm")))
    assert len(list(waiting.rest())) == 10
    assert not list(waiting.rest())


class Told(SmallCorridor):
    """Every page has a pager; notes what the worker says it is at whenever an article is read."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.told: list[tuple[str, int | None]] = []

    def clean(self, page: RawPage) -> Cleaned:
        cleaned = super().clean(page)
        return cleaned._replace(document=replace(cleaned.document, parts=2))

    def article(self, article: Article) -> dict[str, list[Any]]:
        beat = last_beat(self.job.folder)
        self.told.append((article.pages[0].address, beat and beat.index))
        return {"pages": [page.row for page in article.pages]}


def test_while_an_article_is_read_the_worker_names_its_page_that_came_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that hangs or kills it is then found, although it was taken from the dump long before."""
    raw, home = tmp_path / "raw", tmp_path / "home"
    for name in ("1.htm", "2.htm", "2_2.htm", "3.htm"):
        raw.mkdir(exist_ok=True)
        (raw / name).write_text(f"云川市图书馆\n{name}", "utf-8")
    home.mkdir()
    job = Job(shards(raw)[0], (), home, "key", watched=True)
    told = Told(job)
    monkeypatch.setattr(shard, "corridor", lambda packs: told)
    run_shard(job)
    assert told.told == [("1.htm", 0), ("2.htm", 1), ("3.htm", 3)]
    run_shard(replace(job, skipped={1: "it hung"}))
    assert told.told[3:] == [("1.htm", 0), ("2_2.htm", 2), ("3.htm", 3)]
