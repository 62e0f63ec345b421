"""A run in shares, as array jobs make it: `--shard i/N`, in any order, then the whole run that merges."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.run import Request, RunError, extract, shard, work
from pipeline.run.folders import parts_folder
from pipeline.run.shares import Share, share

from .conftest import SmallCorridor, table_bytes


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Seven shards, with a capture of one page in another, and pages that fail."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(7):
        title = "拒" if number == 5 else "云川市图书馆"
        (folder / f"{number}.warc").write_bytes(warc(f"{title}\n全年接待读者{120 + number // 2}人次，活动13场。".encode(), number))
    return folder


def warc(page: bytes, number: int) -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:uuid:{number}>\r\nWARC-Target-URI: https://lib.example/{number}\r\n"
    return f"{head}Content-Type: text/plain\r\nContent-Length: {len(page)}\r\n\r\n".encode() + page + b"\r\n\r\n"


def run(raw: Path, out: Path, told: str | None = None) -> None:
    extract(Request((raw,), out, quiet=True, share=share(told) if told else None))


@pytest.mark.parametrize("order", [(1, 2, 3), (3, 1, 2), (2, 3, 1)])
def test_shares_in_any_order_and_a_merge_are_one_run(
    many: Path, tmp_path: Path, order: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(many, tmp_path / "one")
    for number in order:
        run(many, tmp_path / "shares", f"{number}/3")
        assert not list((tmp_path / "shares").glob("*.parquet"))
    monkeypatch.setattr(work, "work", None)
    run(many, tmp_path / "shares")
    assert table_bytes(tmp_path / "shares") == table_bytes(tmp_path / "one")


def test_a_share_that_was_killed_goes_on(many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(many, tmp_path / "one")
    seen: list[str] = []

    class Killed(SmallCorridor):
        def clean(self, page):  # type: ignore[no-untyped-def]
            seen.append(page.source)
            if len(seen) == 2:
                raise KeyboardInterrupt
            return super().clean(page)

    monkeypatch.setattr(shard, "corridor", lambda packs: Killed())
    with pytest.raises(KeyboardInterrupt):
        run(many, tmp_path / "shares", "1/2")
    run(many, tmp_path / "shares", "2/2")
    run(many, tmp_path / "shares", "1/2")
    assert sorted(set(seen)) == [f"{number}.warc" for number in range(7)]
    assert len(seen) == 8
    run(many, tmp_path / "shares")
    assert table_bytes(tmp_path / "shares") == table_bytes(tmp_path / "one")


def test_the_merge_reads_what_no_share_has_read(many: Path, tmp_path: Path) -> None:
    run(many, tmp_path / "one")
    run(many, tmp_path / "shares", "2/3")
    run(many, tmp_path / "shares")
    assert table_bytes(tmp_path / "shares") == table_bytes(tmp_path / "one")


def test_a_share_leaves_the_tables_alone_and_counts_what_it_read(many: Path, tmp_path: Path) -> None:
    run(many, tmp_path / "out")
    before = table_bytes(tmp_path / "out")
    (many / "1.warc").write_bytes(warc("云川市图书馆\n接待读者9人次。".encode(), 1))
    summary = extract(Request((many,), tmp_path / "out", quiet=True, share=Share(2, 3)))
    assert table_bytes(tmp_path / "out") == before
    assert (summary.share, summary.shards, summary.shards_all, summary.shards_kept) == ("2/3", 2, 7, 1)
    assert summary.rows["pages"] == 2
    assert not summary.nothing_read


def test_more_shares_than_shards(many: Path, tmp_path: Path) -> None:
    summary = extract(Request((many,), tmp_path / "out", quiet=True, share=Share(9, 9)))
    assert (summary.shards, summary.nothing_read) == (0, False)


@pytest.mark.parametrize("told", ["0/3", "4/3", "1/0", "a/b", "1", "1/2/3", "-1/3", "1/3 ", "", "１/３", "1/99999999"])
def test_what_is_no_share(told: str) -> None:
    with pytest.raises(RunError, match=r"^--shard .*: write i/N, with i from 1 to N, as in 2/8$") as caught:
        share(told)
    assert caught.value.code == 2


def test_shares_run_beside_each_other_but_not_twice_nor_beside_a_merge(tmp_path: Path) -> None:
    with parts_folder(tmp_path, "1-of-2"), parts_folder(tmp_path, "2-of-2"):
        with pytest.raises(RunError, match="another run"), parts_folder(tmp_path, "2-of-2"):
            pass
        with pytest.raises(RunError, match="another run"), parts_folder(tmp_path):
            pass
    with parts_folder(tmp_path), pytest.raises(RunError, match="another run"), parts_folder(tmp_path, "1-of-2"):
        pass
    with parts_folder(tmp_path):
        pass
