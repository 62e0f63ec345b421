"""A run from dumps to tables, with the small corridor."""

from __future__ import annotations

import errno
import gc
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from pipeline.clean import profiles
from pipeline.dumps import Shard
from pipeline.model import Failure, RawPage
from pipeline.run import Request, RunError, Summary, extract, merge, work
from pipeline.run import shard as run_shard
from pipeline.write.parquet import TableStream

from .conftest import SmallCorridor, table_bytes


def rows(out: Path, table: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = pq.read_table(out / f"{table}.parquet").to_pylist()
    return found


def run(raw: Path, out: Path, *, all_captures: bool = False) -> Summary:
    return extract(Request((raw,), out, all_captures=all_captures))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def test_counts_pages_facts_numbers_and_captures(raw: Path, out: Path) -> None:
    summary = run(raw, out)
    assert summary.rows["pages"] == 3
    assert summary.rows["visits"] == 2
    assert summary.numbers == {"claimed": 2, "refused": 1, "unclaimed": 1}
    assert summary.duplicates == 1


def test_a_capture_keeps_its_page_and_gives_no_facts(raw: Path, out: Path) -> None:
    run(raw, out)
    first, second, third = rows(out, "pages")
    assert [page["source"] for page in (first, second, third)] == ["a.txt", "b.txt", "c.txt"]
    assert [page["duplicate_of"] for page in (first, second, third)] == [None, first["page_id"], None]
    assert [visit["page_id"] for visit in rows(out, "visits")] == [first["page_id"], third["page_id"]]
    assert second["page_id"] not in {number["page_id"] for number in rows(out, "quantities")}


def test_all_captures_give_facts_on_demand(raw: Path, out: Path) -> None:
    run(raw, out)
    summary = run(raw, out, all_captures=True)
    assert summary.rows["visits"] == 3
    assert [page["duplicate_of"] for page in rows(out, "pages")] == [None, None, None]


def test_an_unchanged_run_reads_nothing_and_writes_nothing(raw: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run(raw, out)
    before = {path: path.stat().st_mtime_ns for path in out.iterdir() if path.is_file()}
    monkeypatch.setattr(work, "work", None)
    second = run(raw, out)
    assert second.unchanged
    assert not first.unchanged
    assert second.rows == first.rows
    assert {path: path.stat().st_mtime_ns for path in out.iterdir() if path.is_file()} == before


def test_a_missing_table_is_written_again_without_reading(raw: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(raw, out)
    before = table_bytes(out)
    (out / "visits.parquet").unlink()
    monkeypatch.setattr(work, "work", None)
    assert not run(raw, out).unchanged
    assert table_bytes(out) == before


def test_a_changed_page_is_read_again_even_with_the_old_size_and_time(raw: Path, out: Path) -> None:
    run(raw, out)
    page = raw / "c.txt"
    seen = page.stat()
    page.write_text(page.read_text("utf-8").replace("77", "88"), "utf-8")
    os.utime(page, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    run(raw, out)
    assert rows(out, "visits")[-1]["value"] == 88


def test_a_touched_page_is_not_read_again(raw: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(raw, out)
    os.utime(raw / "a.txt")
    monkeypatch.setattr(work, "work", None)
    assert run(raw, out).unchanged


def test_a_page_taken_away_takes_its_rows_along(raw: Path, out: Path) -> None:
    run(raw, out)
    (raw / "a.txt").unlink()
    summary = run(raw, out)
    assert [page["source"] for page in rows(out, "pages")] == ["b.txt", "c.txt"]
    assert summary.duplicates == 0


def test_parts_of_shards_that_are_gone_are_dropped(raw: Path, out: Path) -> None:
    run(raw, out)
    stale = out / ".parts" / "files-0101"
    stale.mkdir()
    run(raw, out)
    assert not stale.exists()


def test_same_bytes_whatever_was_there_before(raw: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    run(raw, one)
    (raw / "d.txt").write_text("新页\n5人次", "utf-8")
    run(raw, one)
    run(raw, two)
    assert table_bytes(one) == table_bytes(two)
    for name in ("codebook.md", "datapackage.json"):
        assert (one / name).read_bytes() == (two / name).read_bytes()


@pytest.mark.parametrize(
    ("title", "stage", "reason"),
    [
        ("拒", "decode", "no text"),
        ("错", "read", "ZeroDivisionError: by nothing"),
        ("坏", "write", "visits.measure: 'nonsense' is not allowed"),
    ],
)
def test_a_bad_page_is_a_failure_and_the_others_come_out(raw: Path, out: Path, title: str, stage: str, reason: str) -> None:
    (raw / "b.txt").write_text(f"{title}\n1人次", "utf-8")
    summary = run(raw, out)
    assert summary.rows["pages"] == 2
    (failure,) = rows(out, "failures")
    assert (failure["source"], failure["stage"]) == ("b.txt", stage)
    assert failure["reason"].startswith(reason)
    assert summary.failures == [("b.txt", failure["reason"])]


def test_a_failure_that_cannot_be_written_as_it_is(raw: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failures = [Failure("a.txt", None, "open", "\ud800" + "x" * 9000), Failure("b.txt", None, "dreaming", "no such stage")]
    monkeypatch.setattr(run_shard, "pages", lambda shard, tally: iter(failures))
    run(raw, out)
    one, two = rows(out, "failures")
    assert one["reason"].startswith("\\ud800xxx")
    assert len(one["reason"]) < 600
    assert (two["stage"], two["reason"][:32]) == ("write", "failures.stage: 'dreaming' is not"[:32])


def test_the_manifest_names_inputs_and_files(raw: Path, out: Path) -> None:
    run(raw, out)
    said = json.loads((out / "run.json").read_text("utf-8"))
    assert [item["path"] for item in said["inputs"]] == ["a.txt", "b.txt", "c.txt"]
    assert said["inputs"][0]["bytes"] == (raw / "a.txt").stat().st_size
    assert {item["path"]: item["sha256"] for item in said["files"]}["pages.parquet"] == table_bytes(out)["pages"]
    assert said["rows"]["visits"] == 2


def test_nothing_is_left_beside_the_tables(raw: Path, out: Path) -> None:
    run(raw, out)
    others = {path.name for path in out.iterdir() if path.suffix != ".parquet"}
    assert others == {".parts", "codebook.md", "datapackage.json", "run.json"}


@pytest.mark.parametrize("inside", ["", "tables", "deep/er/tables"])
def test_never_writes_below_what_it_reads(raw: Path, inside: str) -> None:
    with pytest.raises(RunError, match="read and never written to") as error:
        run(raw, raw / inside)
    assert error.value.code == 2
    assert sorted(path.name for path in raw.iterdir()) == ["a.txt", "b.txt", "c.txt"]


def test_never_writes_below_what_it_reads_through_a_link(raw: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(raw)
    with pytest.raises(RunError, match="never written to"):
        run(raw, tmp_path / "link" / "out")


def test_out_may_hold_the_input(raw: Path, tmp_path: Path) -> None:
    assert run(raw, tmp_path).rows["pages"] == 3


def test_out_is_no_file(raw: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x")
    with pytest.raises(RunError, match="is a file"):
        run(raw, tmp_path / "taken")


def test_an_empty_folder_leaves_old_tables_alone(raw: Path, out: Path) -> None:
    run(raw, out)
    before = table_bytes(out)
    for page in raw.iterdir():
        page.unlink()
    with pytest.raises(RunError, match="nothing to read"):
        run(raw, out)
    assert table_bytes(out) == before


FAULTS = [(errno.ENOSPC, "the disk is full"), (errno.EDQUOT, "your quota"), (errno.EIO, "Input/output error")]


@pytest.mark.parametrize(("fault", "said"), FAULTS)
def test_a_disk_that_fails_leaves_the_old_tables(raw: Path, out: Path, monkeypatch: pytest.MonkeyPatch, fault: int, said: str) -> None:
    class FullDisk(TableStream):
        def close(self) -> None:
            super().close()
            if self.table == "visits":
                raise OSError(fault, "no")

    run(raw, out)
    before = table_bytes(out)
    (raw / "d.txt").write_text("新页\n5人次", "utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(merge, "TableStream", FullDisk)
        with pytest.raises(RunError, match=f"cannot write to {out}: {said}"):
            run(raw, out)
    assert table_bytes(out) == before
    assert not list(out.glob(".*.tmp"))
    assert run(raw, out).shards_kept == 1


def test_a_part_that_is_gone_or_cut_short_is_made_again(raw: Path, out: Path) -> None:
    run(raw, out)
    before = table_bytes(out)
    for spoil in (Path.unlink, lambda part: part.write_bytes(part.read_bytes()[:-9])):
        (out / "visits.parquet").unlink()
        spoil(out / ".parts" / "files-all" / "visits.parquet")
        assert run(raw, out).shards_kept == 0
        assert table_bytes(out) == before


def test_a_part_that_the_disk_has_changed_is_told_and_made_again(raw: Path, out: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run(raw, out)
    before = table_bytes(out)
    part = out / ".parts" / "files-all" / "pages.parquet"
    part.write_bytes(bytes(part.stat().st_size))
    (out / "pages.parquet").unlink()
    with pytest.raises(RunError, match=r"pages.parquet can't be read .* give the same command again"):
        run(raw, out)
    gc.collect()
    assert capfd.readouterr().err == ""
    run(raw, out)
    assert table_bytes(out) == before


def test_pages_for_which_memory_ran_out_are_read_again_on_demand(raw: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(raw, out)
    before = table_bytes(out)
    (out / ".parts" / "files-all" / "receipt.json").unlink()

    def no_memory(reader: object, page: RawPage) -> None:
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(SmallCorridor, "clean", no_memory)
        summary = run(raw, out)
    assert {row["reason"] for row in rows(out, "failures")} == {"there was not enough memory to read it"}
    assert summary.machines == summary.rows["failures"] == 3
    assert run(raw, out).machines == 3
    assert extract(Request((raw,), out, quiet=True, retry=True)).machines == 0
    assert table_bytes(out) == before


@pytest.mark.parametrize("fault", [ImportError("failed to map segment"), MemoryError()])
def test_an_archive_for_which_memory_ran_out_is_read_again_on_demand(
    raw: Path, out: Path, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    def pages(shard: Shard, tally: object) -> Iterator[RawPage]:
        raise fault
        yield

    with monkeypatch.context() as patch:
        patch.setattr(run_shard, "pages", pages)
        assert run(raw, out).machines == 1
    assert rows(out, "failures")[0]["reason"].startswith("its dump gave no other page: ")
    assert extract(Request((raw,), out, quiet=True, retry=True)).rows["pages"] == 3


def test_what_a_killed_run_left_beside_the_tables_is_removed(raw: Path, out: Path) -> None:
    run(raw, out)
    for name in (".pages.parquet.tmp", ".run.json.tmp", ".mine.tmp"):
        (out / name).touch()
    assert run(raw, out).unchanged
    assert [path.name for path in out.glob(".*.tmp")] == [".mine.tmp"]


def test_a_broken_site_profile_stops_the_run_before_its_pages_become_failures(
    raw: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(profiles, "builtin", lambda: profiles.load_profile("mine", 'titel = ".tt"'))
    with pytest.raises(RunError, match="pipeline/sites: mine: unknown key titel"):
        run(raw, out)


def test_a_table_that_cannot_take_its_place_is_told(raw: Path, out: Path) -> None:
    (out / "pages.parquet").mkdir(parents=True)
    with pytest.raises(RunError, match=r"cannot write to .*out/pages.parquet: Is a directory"):
        run(raw, out)


def test_a_bug_in_reading_an_archive_costs_the_rest_of_it_and_nothing_else(raw: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def pages(shard: Shard, tally: object) -> Iterator[RawPage]:
        yield RawPage("a.txt", (raw / "a.txt").read_bytes())
        raise IndexError("in the central directory")

    monkeypatch.setattr(run_shard, "pages", pages)
    assert run(raw, out).rows["pages"] == 1
    (failure,) = rows(out, "failures")
    assert failure["reason"] == "IndexError: in the central directory; nothing more is read of this shard"


def test_what_is_left_out_in_good_order_is_counted(raw: Path, out: Path) -> None:
    (raw / "saved.html").write_text("存\n1人次", "utf-8")
    (raw / "saved_files").mkdir()
    (raw / "saved_files" / "style.css").write_text("p {}", "utf-8")
    assert run(raw, out).left_out == {"companion folder of a saved page": 1}
    assert run(raw, out).left_out == {"companion folder of a saved page": 1}
