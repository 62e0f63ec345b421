"""Many processes: the same bytes as one, and no shard lost when a process dies or hangs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pipeline.dumps import shards
from pipeline.run import Request, extract
from pipeline.run.executor import InProcess, finished
from pipeline.run.heartbeat import Beat, last_beat
from pipeline.run.pool import Pool
from pipeline.run.shard import Job

SENTENCE = "2018年云川市图书馆接待读者{}万人次，外借图书{}册，举办讲座{}场。"


def page(number: int, sentences: int = 1) -> str:
    body = "".join(SENTENCE.format(number + at % 90, 1000 + at, 3 + at % 50) for at in range(sentences))
    return f"<html><head><title>云川市图书馆{number}</title></head><body><h1>云川市图书馆总结{number}</h1><p>{body}</p></body></html>"


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    for number in range(300):
        (folder / f"{number}.html").write_text(page(number), "utf-8")
    return folder


def tables(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.glob("*.parquet")}


def test_many_processes_write_the_same_bytes_as_one(raw: Path, tmp_path: Path) -> None:
    for workers in (1, 2):
        extract(Request((raw,), tmp_path / str(workers), workers=workers, quiet=True))
    assert len(list((tmp_path / "2" / ".parts").glob("*/receipt.json"))) > 1
    assert tables(tmp_path / "1") == tables(tmp_path / "2")


@pytest.fixture
def job(tmp_path: Path) -> Job:
    """A shard of three pages; the second takes seconds."""
    folder = tmp_path / "slow"
    folder.mkdir()
    for number, sentences in enumerate((1, 24_000, 1)):
        (folder / f"{number}.html").write_text(page(number, sentences), "utf-8")
    (shard,) = shards(folder)
    home = tmp_path / "home"
    home.mkdir()
    return Job(shard, (), home, "key")


def children() -> Iterator[int]:
    for task in Path("/proc/self/task").iterdir():
        yield from map(int, (task / "children").read_text().split())


def worker_of(job: Job) -> tuple[int, Beat]:
    """The process that reads the slow page of the job, and what it says it is at."""
    for _ in range(600):
        beat = last_beat(job.folder)
        if beat and beat.reads and beat.index == 1 and time.time() - beat.when > 0.3:
            pids = [pid for pid in children() if "spawn_main" in Path(f"/proc/{pid}/cmdline").read_text()]
            return pids[-1], beat
        time.sleep(0.05)
    raise AssertionError("no page takes long enough")


def failures(job: Job) -> list[tuple[str, str]]:
    rows = pq.read_table(job.home / job.shard.name / "failures.parquet").to_pylist()
    return [(row["source"], row["reason"]) for row in rows]


@pytest.mark.skipif(not os.path.exists("/proc/self/task"), reason="finds its child processes in /proc")
@pytest.mark.parametrize(
    ("sent", "reason"),
    [(signal.SIGKILL, "it killed the process that read it"), (signal.SIGSTOP, "it was not read after 8 s")],
)
def test_a_page_that_ends_or_holds_up_its_process_is_named_and_the_others_are_read(job: Job, sent: signal.Signals, reason: str) -> None:
    with Pool(1, job.home, page_seconds=8) as pool:
        pending = pool.submit(job)
        pid, beat = worker_of(job)
        os.kill(pid, sent)
        done = pending.result(timeout=120)
    assert (done.rows["pages"], done.rows["failures"]) == (2, 1)
    assert failures(job) == [(f"{beat.index}.html", reason)]


def test_a_page_that_takes_too_long_is_named_where_one_process_reads_too(job: Job) -> None:
    before = signal.getsignal(signal.SIGALRM)
    done = InProcess(lambda shard, failed: None, page_seconds=2).submit(job).result()
    assert (done.rows["pages"], done.rows["failures"]) == (2, 1)
    assert failures(job) == [("1.html", "it was not read after 2 s")]
    assert (signal.getitimer(signal.ITIMER_REAL)[0], signal.getsignal(signal.SIGALRM)) == (0, before)


def test_the_fault_of_one_job_is_heard(job: Job, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    job.home.rmdir()
    with Pool(1, elsewhere) as pool, pytest.raises(FileNotFoundError):
        list(finished(pool, [job]))


def test_a_run_that_was_killed_leaves_no_process_that_writes(tmp_path: Path) -> None:
    raw, whole, out = (tmp_path / name for name in ("raw", "whole", "out"))
    raw.mkdir()
    for name in ("one.zip", "two.zip"):
        with zipfile.ZipFile(raw / name, "w") as archive:
            for number in range(6):
                archive.writestr(f"{number}.html", page(number, 250))
    command = [sys.executable, "-m", "pipeline", "extract", str(raw), "--quiet", "--workers", "2", "--out"]
    subprocess.run([*command, str(whole)], check=True)
    for _ in range(2):
        run = subprocess.Popen([*command, str(out)])
        wait_for(lambda: any(out.glob(".parts/*.new/at")))
        run.kill()
        run.wait()
    done = subprocess.run([*command, str(out)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert tables(out) == tables(whole)


def wait_for(come: Callable[[], bool]) -> None:
    for _ in range(3000):
        if come():
            return
        time.sleep(0.01)
    raise AssertionError("it does not come")


def test_shares_at_once_one_of_them_killed_then_a_merge(raw: Path, tmp_path: Path) -> None:
    def start(*more: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "pipeline", "extract", str(raw), "--out", str(tmp_path / "shares"), *more]
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    extract(Request((raw,), tmp_path / "one", quiet=True))
    shares = [start("--shard", f"{number}/3") for number in (3, 1, 2)]
    time.sleep(1.5)
    shares[1].kill()
    told = [share.communicate() for share in shares]
    assert [share.returncode for share in shares] == [0, -signal.SIGKILL, 0]
    assert "share 3/3 is read" in told[0][0]
    again = start("--shard", "1/3", "--workers", "2")
    assert (again.communicate()[1], again.returncode) == ("", 0)
    assert not list((tmp_path / "shares").glob("*.parquet"))
    merge = start()
    assert (merge.communicate()[1], merge.returncode) == ("", 0)
    assert tables(tmp_path / "shares") == tables(tmp_path / "one")


def test_no_merge_then_a_merge(raw: Path, tmp_path: Path) -> None:
    summary = extract(Request((raw,), tmp_path / "out", quiet=True, merge=False))
    assert (summary.rows["pages"], summary.share) == (300, "1/1")
    assert not tables(tmp_path / "out")
    assert extract(Request((raw,), tmp_path / "out", quiet=True)).shards_kept == summary.shards


@pytest.mark.parametrize("told", ["0/3", "3", "4/3", "x/y"])
def test_a_wrong_share_is_told_in_a_line(raw: Path, tmp_path: Path, told: str) -> None:
    command = [sys.executable, "-m", "pipeline", "extract", str(raw), "--out", str(tmp_path / "out"), "--shard", told]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"pipeline: --shard {told}: write i/N, with i from 1 to N, as in 2/8\n"
    assert not (tmp_path / "out").exists()
