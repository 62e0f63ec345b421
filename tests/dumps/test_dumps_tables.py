"""Whole runs: a dump in any container gives the tables that the plain folder gives, and articles over several pages come out once."""

from __future__ import annotations

import gzip
import io
import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import made_dumps as made
import pyarrow.parquet as pq
import pytest

from pipeline.cli import main
from pipeline.cli.summary import lines
from pipeline.dumps import Shard
from pipeline.run import Request, extract
from pipeline.run.shard import run_shard
from pipeline.schema import TABLES

Tables = dict[str, list[dict[str, Any]]]
PARTS = {
    1: "2012年，云川市图书馆接待读者31.2万人次，举办讲座52场。全馆职工46人，其中本科以上38人。",
    2: "这一年云川市图书馆外借图书18万册次，被评为“全国文明单位”。",
    3: "年末云川市图书馆共有藏书65万册，办理读者证2.1万个。",
}


def article(number: int, of: int = 3, title: str = "云川市图书馆2012年工作回顾", name: str = "hg", charset: str = "utf-8") -> bytes:
    """One page of an article, with the pager that all its pages have."""
    links = " ".join(f"<a href='{name}{f'_{n}' if n > 1 else ''}.htm'>{n}</a>" for n in range(1, of + 1))
    return (
        f'<html><head><meta charset="{charset}"><title>{title}</title></head><body><h1>{title}</h1><div>发布时间：2013-01-13</div>'
        f"<div><p>{PARTS[number]}</p><p>第{'一二三'[number - 1]}部分说到这里，请读者接着看别的部分。</p></div>"
        f"<div class=page>上一页 {links} 下一页</div></body></html>"
    ).encode(charset)


NOTICE = made.html("闭馆通知", "因馆舍检修，云川市图书馆定于2013年5月2日至5日闭馆4天，请读者相互转告。" + "期间到期的图书顺延归还。" * 8)
PAGES: dict[str, bytes] = dict(
    sorted(
        {
            **made.PAGES,
            "gz/hg.htm": article(1),
            "gz/hg_2.htm": article(2),
            "gz/hg_3.htm": article(3),
            "gz/last_2.htm": article(2, title="去年的回顾", charset="gbk"),
            "tz/1.htm": NOTICE,
            "tz/2.htm": NOTICE.replace("闭馆4天".encode(), "闭馆 4 天".encode()),
            "tz/空.htm": b"<html><body><script>1</script></body></html>",
        }.items()
    )
)
MIXED = {"2012.tar.gz": gzip.compress(made.as_tar(PAGES), mtime=0)}
CONTAINERS: dict[str, Callable[[], bytes]] = {
    "dump.zip": lambda: made.as_zip(PAGES, names="gbk"),
    "dump.tar": lambda: made.as_tar(PAGES),
    "dump.tar.gz": lambda: gzip.compress(made.as_tar(PAGES), mtime=0),
    "dump.tar.zst": lambda: made.zstd_of(made.as_tar(PAGES)),
    "dump.warc": lambda: made.as_warc(PAGES),
    "dump.warc.gz": lambda: made.as_warc_gz(PAGES),
    "dump.warc.zst": lambda: made.zstd_of(made.as_warc(PAGES)),
    "dump.wacz": lambda: made.as_wacz(PAGES),
    "all.zip": lambda: made.as_zip(MIXED),
    "all.tar": lambda: made.as_tar({"2012.zip": made.as_zip(PAGES)}),
}


def tables(out: Path) -> Tables:
    return {table: pq.read_table(out / f"{table}.parquet").to_pylist() for table in TABLES}


def run(raw: Path, out: Path) -> Tables:
    extract(Request((raw,), out, quiet=True))
    return tables(out)


def alike(found: Tables) -> dict[str, list[str]]:
    """Every row without what must differ: where the dump has a page from. Names stand for page ids."""
    for row in found["pages"]:
        row["source"] = row["url"] or row["source"]
    names = {row["page_id"]: name_of(row["source"]) for row in found["pages"]}
    return {table: sorted(_row(row, names) for row in rows) for table, rows in found.items()}


def name_of(source: str) -> str:
    return source.removeprefix(made.SITE).rpartition("!")[2].removesuffix(".mht")


def _row(row: dict[str, Any], names: dict[str, str]) -> str:
    said = {column: value for column, value in row.items() if column not in ("record", "url", "captured_at")}
    for column in ("page_id", "duplicate_of", "part_of"):
        if said.get(column):
            said[column] = names[said[column]]
    if "source" in said:
        said["source"] = name_of(said["source"])
    return repr(said)


def write(files: dict[str, bytes], folder: Path) -> Path:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(PAGES, tmp_path_factory.mktemp("dump"))


@pytest.fixture(scope="module")
def plain(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return run(folder, tmp_path_factory.mktemp("out"))


@pytest.fixture
def expected(plain: Tables) -> dict[str, list[str]]:
    return alike({table: [dict(row) for row in rows] for table, rows in plain.items()})


def test_the_folder_has_what_the_others_are_held_against(plain: Tables) -> None:
    assert all(plain[table] for table in ("pages", "sentences", "staff", "visits", "awards", "indicators", "quantities", "failures"))
    assert sum(row["duplicate_of"] is not None for row in plain["pages"]) == 1


@pytest.mark.parametrize("name", CONTAINERS)
def test_a_container_gives_the_folder_s_tables(name: str, expected: dict[str, list[str]], tmp_path: Path) -> None:
    raw = write({name: CONTAINERS[name]()}, tmp_path / "raw")
    assert alike(_failures_named(run(raw, tmp_path / "out"))) == expected


def _failures_named(found: Tables) -> Tables:
    """A failure in a WARC has no page row whose address could name it: its record does."""
    for row in found["failures"]:
        if row["record"]:
            row["source"] = list(PAGES)[int(row["record"].strip("<>").removeprefix("urn:uuid:"), 16)]
    return found


def test_mhtml_gives_the_folder_s_tables(expected: dict[str, list[str]], tmp_path: Path) -> None:
    saved = {f"{name}.mht" if name.endswith("l") or name.endswith("m") else name: _saved(name, data) for name, data in PAGES.items()}
    assert alike(run(write(saved, tmp_path / "raw"), tmp_path / "out")) == expected


def _saved(name: str, data: bytes) -> bytes:
    """The page as a browser saves it: the part's header has the page's own word for its encoding."""
    if "htm" not in name:
        return data
    declared = re.search(rb"charset=\"?([\w-]+)", data)
    saved = made.as_mhtml(data, "base64", declared[1].decode() if declared else "utf-8")
    return saved.replace(f"{made.SITE}index.html".encode(), (made.SITE + name).encode())


def test_a_list_on_standard_input_gives_the_folder_s_tables(
    folder: Path, expected: dict[str, list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [str(folder / name) for name in PAGES]
    random.Random(5).shuffle(paths)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("\n".join(paths).encode())))
    assert main(["extract", "-", "--out", str(tmp_path), "--quiet"]) == 0
    assert alike(tables(tmp_path)) == expected


@pytest.mark.parametrize("name", ["index.html", "news/2016/t1.htm", "通知/放假.txt", "tz/1.htm", "gz/last_2.htm"])
def test_a_single_file_gives_its_rows_of_the_folder_s_tables(name: str, folder: Path, plain: Tables, tmp_path: Path) -> None:
    page_id = next(row["page_id"] for row in plain["pages"] if row["source"] == name)
    own = {table: [dict(row) for row in rows if row.get("page_id") == page_id] for table, rows in plain.items()}
    found = run(folder / name, tmp_path)
    for row in own["pages"]:
        row["source"] = Path(name).name
    assert alike(found) == alike(own)


def joined(plain: Tables) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The row of the whole article, and those of its other parts."""
    rows = [row for row in plain["pages"] if row["source"].startswith("gz/hg")]
    (whole,) = (row for row in rows if row["part_of"] is None)
    return whole, [row for row in rows if row is not whole]


def test_every_part_keeps_its_row_and_says_where_it_went(plain: Tables) -> None:
    whole, others = joined(plain)
    assert (whole["source"], whole["part"], whole["part_start"], whole["incomplete"]) == ("gz/hg.htm", 1, 0, False)
    assert [(row["source"], row["part"], row["part_of"]) for row in others] == [
        ("gz/hg_2.htm", 2, whole["page_id"]),
        ("gz/hg_3.htm", 3, whole["page_id"]),
    ]
    assert all(whole["text"].startswith(row["text"], row["part_start"]) for row in others)
    assert all(part[:20] in whole["text"] for part in PARTS.values())


def test_facts_of_an_article_stand_once_as_its_first_page_s(plain: Tables) -> None:
    whole, others = joined(plain)
    left = {row["page_id"] for row in others}
    for table, rows in plain.items():
        if table not in ("pages", "failures"):
            assert not left & {row["page_id"] for row in rows}, table
    own = {(row["measure"], row["value"]) for row in plain["visits"] + plain["indicators"] if row["page_id"] == whole["page_id"]}
    assert {value for _, value in own} >= {312_000, 180_000, 650_000}
    assert [row["name"] for row in plain["awards"] if row["page_id"] == whole["page_id"]] == ["全国文明单位"]


def test_evidence_is_the_joined_text_at_its_offsets(plain: Tables) -> None:
    whole, others = joined(plain)
    last = max(row["part_start"] for row in others)
    cited = [row for table in ("staff", "visits", "awards", "indicators", "quantities") for row in plain[table]]
    cited = [row for row in cited if row["page_id"] == whole["page_id"] and row["field"] == "text"]
    assert any(row["start"] > last for row in cited)
    assert all(whole["text"][row["start"] : row["end"]] == row["quote"] for row in cited)


def test_a_part_without_the_others_is_incomplete_and_gives_its_facts(plain: Tables) -> None:
    (row,) = (row for row in plain["pages"] if row["source"] == "gz/last_2.htm")
    assert (row["incomplete"], row["part"], row["part_of"]) == (True, 2, None)
    assert [award["name"] for award in plain["awards"] if award["page_id"] == row["page_id"]] == ["全国文明单位"]


def test_a_missing_part_leaves_the_article_incomplete(tmp_path: Path) -> None:
    raw = write({name: data for name, data in PAGES.items() if name != "gz/hg_2.htm"}, tmp_path / "raw")
    whole, (last,) = joined(run(raw, tmp_path / "out"))
    assert (whole["incomplete"], last["incomplete"]) == (True, True)
    assert (last["part"], last["part_of"]) == (3, whole["page_id"])


def test_the_summary_counts_pages_of_incomplete_articles(folder: Path, tmp_path: Path) -> None:
    summary = extract(Request((folder,), tmp_path, quiet=True))
    assert summary.incomplete == 1
    assert any("1 page is of an article whose other pages were not found beside it" in line for line in lines(summary))
    assert extract(Request((folder,), tmp_path, quiet=True)).incomplete == 1


def test_an_article_captured_twice_is_a_duplicate_as_a_whole(tmp_path: Path) -> None:
    parts = {name: PAGES[name] for name in PAGES if name.startswith("gz/hg")}
    found = run(write({"1.warc": made.as_warc(parts), "2.warc": made.as_warc(parts)}, tmp_path / "raw"), tmp_path / "out")
    whole = [row for row in found["pages"] if row["part_of"] is None]
    assert [row["duplicate_of"] for row in whole] == [None, whole[0]["page_id"]]
    assert {row["page_id"] for row in found["visits"]} == {whole[0]["page_id"]}
    assert len(found["pages"]) == 6


def test_a_run_killed_between_parts_and_resumed_ends_with_the_same_bytes(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = write({"a.tar": made.as_tar(PAGES), "b.warc": made.as_warc(PAGES)}, tmp_path / "raw")
    run(raw, tmp_path / "once")
    seen = 0

    def killed(shard: Shard, failed: bool) -> None:
        nonlocal seen
        seen += 1
        if seen == len(PAGES) + 6:
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("pipeline.run.executor.run_shard", lambda job, *rest: run_shard(job, killed))
        with pytest.raises(KeyboardInterrupt):
            extract(Request((raw,), tmp_path / "twice", quiet=True))
    run(raw, tmp_path / "twice")
    for table in TABLES:
        assert (tmp_path / "once" / f"{table}.parquet").read_bytes() == (tmp_path / "twice" / f"{table}.parquet").read_bytes()


def test_the_order_of_shards_does_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = write({"a.tar": made.as_tar(PAGES), "b.warc": made.as_warc(PAGES), **PAGES}, tmp_path / "raw")
    forth = run(raw, tmp_path / "forth")
    from pipeline.run import work

    done = work.work
    monkeypatch.setattr(work, "work", lambda home, todo, *rest, **more: done(home, todo[::-1], *rest, **more))
    assert run(raw, tmp_path / "back") == forth
