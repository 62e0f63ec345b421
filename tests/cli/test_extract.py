"""`pipeline extract` as a user calls it: another process, real pages, the whole corridor."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from frictionless import Package

from pipeline.schema import TABLES

PAGE = """<html><head><title>云川市图书馆2018年工作总结</title></head><body><h1>云川市图书馆2018年工作总结</h1>
<p>时间：2019-01-08 来源：云川市图书馆</p><div>{body}</div></body></html>"""
BODY = """<p>2018年，我馆接待读者{visits}人次，外借图书{loans}册次。现有职工28人，其中本科14人。
我馆荣获“市级文明单位”称号，馆舍面积6500平方米。</p>"""


def pipeline(*arguments: object, given: str | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pipeline", *map(str, arguments)]
    return subprocess.run(command, input=given, capture_output=True, text=True, encoding="utf-8", check=False)


def page(number: int) -> str:
    return PAGE.format(body=BODY.format(visits=40000 + number, loans=90000 + number) * 3)


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    for number in range(4):
        (folder / f"{number}.html").write_text(page(number), "utf-8")
    return folder


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def tables(out: Path) -> dict[str, bytes]:
    return {table: (out / f"{table}.parquet").read_bytes() for table in TABLES}


def test_tables_and_a_summary(raw: Path, out: Path) -> None:
    done = pipeline("extract", raw, "--out", out)
    assert (done.returncode, done.stderr) == (0, "")
    assert "pages      4" in done.stdout
    assert "codebook.md" in done.stdout
    assert pq.read_table(out / "visits.parquet").num_rows >= 4


def test_the_data_package_and_its_data_are_valid(raw: Path, out: Path) -> None:
    (raw / "empty.html").touch()
    pipeline("extract", raw, "--out", out)
    report = Package(str(out / "datapackage.json")).validate()
    assert report.valid, report.flatten(["name", "type", "message"])


def test_a_second_run_changes_nothing_and_is_quick(raw: Path, out: Path) -> None:
    pipeline("extract", raw, "--out", out)
    before = tables(out)
    began = time.monotonic()
    done = pipeline("extract", raw, "--out", out)
    assert time.monotonic() - began < 2
    assert done.stdout.startswith(f"{out}: nothing has changed since the last run")
    assert tables(out) == before


def test_same_bytes_in_another_folder(raw: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        pipeline("extract", raw, "--out", tmp_path / name)
    assert tables(tmp_path / "one") == tables(tmp_path / "two")


def test_paths_on_standard_input(raw: Path, out: Path) -> None:
    done = pipeline("extract", "-", "--out", out, given=f"{raw / '1.html'}\n{raw / '2.html'}\n{raw / 'gone.html'}\n")
    assert done.returncode == 0, done.stderr
    assert pq.read_table(out / "pages.parquet").column("source").to_pylist() == ["1.html", "2.html"]
    assert pq.read_table(out / "failures.parquet").column("source").to_pylist() == ["gone.html"]


def test_quiet_says_nothing(raw: Path, out: Path) -> None:
    done = pipeline("extract", raw, "--out", out, "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        ([], 2, "usage:"),
        (["extract"], 2, "the following arguments are required: RAW"),
        (["extract", "RAW", "--colour"], 2, "unrecognized arguments: --colour"),
        (["exhume", "RAW"], 2, "invalid choice: 'exhume'"),
        (["extract", "RAW/none"], 1, "no such file or folder"),
        (["extract", "a" * 300], 1, "File name too long"),
        (["extract", "RAW", "--out", "OUT" + "a" * 300], 1, "File name too long"),
        (["extract", "", "--out", "OUT"], 2, "RAW is empty"),
        (["extract", "RAW", "--out", ""], 2, "--out is empty"),
        (["doctor", "a" * 300], 1, "File name too long"),
        (["explain", "a" * 300], 1, "File name too long"),
        (["extract", "RAW", "--out", "RAW/tables"], 2, "never written to"),
        (["extract", "RAW", "--out", "RAW"], 2, "never written to"),
        (["extract", "RAW/1.html", "--out", "RAW/1.html"], 2, "is a file"),
        (["extract", "RAW", "--out", "OUT", "--pack", "zoo"], 1, "there is no such pack"),
        (["describe", "visit"], 2, "invalid choice: 'visit'"),
    ],
)
def test_errors_are_a_line_and_an_exit_code(raw: Path, out: Path, arguments: list[str], code: int, message: str) -> None:
    done = pipeline(*(word.replace("RAW", str(raw)).replace("OUT", str(out)) for word in arguments))
    assert done.returncode == code
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(path.name for path in raw.iterdir()) == ["0.html", "1.html", "2.html", "3.html"]


def test_a_broken_pack_is_told_and_no_table_changes(raw: Path, out: Path, tmp_path: Path) -> None:
    pipeline("extract", raw, "--out", out)
    before = tables(out)
    pack = tmp_path / "mine.toml"
    pack.write_text('[pack]\nid = "mine"\n[[visit]]\nid = "x"\ncolour = "red"\n', "utf-8")
    done = pipeline("extract", raw, "--out", out, "--pack", pack)
    assert done.returncode == 1
    assert "mine.toml" in done.stderr
    assert "colour" in done.stderr
    assert "Traceback" not in done.stderr
    assert tables(out) == before


def test_nothing_to_read_is_exit_1(tmp_path: Path, out: Path) -> None:
    (tmp_path / "raw").mkdir()
    done = pipeline("extract", tmp_path / "raw", "--out", out)
    assert (done.returncode, "nothing to read" in done.stderr) == (1, True)
    (tmp_path / "raw" / "empty.html").touch()
    done = pipeline("extract", tmp_path / "raw", "--out", out)
    assert (done.returncode, "nothing could be read: 1 failure" in done.stderr) == (1, True)


def test_only_some_pages_failing_is_exit_0_and_counted(raw: Path, out: Path) -> None:
    (raw / "empty.html").touch()
    (raw / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    done = pipeline("extract", raw, "--out", out)
    assert done.returncode == 0
    assert "failures   2 not read:" in done.stdout
    assert "empty.html: the file is empty" in done.stdout


def as_somebody(*arguments: object) -> subprocess.CompletedProcess[str]:
    """`pipeline`, by somebody who may not read everything."""
    command = [sys.executable, "-m", "pipeline", *map(str, arguments)]
    if os.geteuid() == 0:  # root reads everything, unless it lays down that right
        if not shutil.which("setpriv"):
            pytest.skip("root reads everything, and there is no setpriv here")
        command = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", *command]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("arguments", [["extract", "IN"], ["doctor", "IN"], ["explain", "IN"], ["extract", "RAW", "--out", "IN"]])
def test_a_folder_that_may_not_be_entered_is_told(raw: Path, tmp_path: Path, arguments: list[str]) -> None:
    shut = tmp_path / "shut"
    shut.mkdir()
    shut.chmod(0)
    done = as_somebody(*(word.replace("IN", str(shut / "in")).replace("RAW", str(raw)) for word in arguments))
    shut.chmod(0o755)
    assert done.returncode == 1
    assert done.stderr == f"pipeline: {shut / 'in'}: Permission denied\n"


def test_an_unreadable_file_is_a_failure(raw: Path, out: Path) -> None:
    (raw / "secret.html").write_text(page(9), "utf-8")
    (raw / "secret.html").chmod(0)
    done = as_somebody("extract", raw, "--out", out)
    assert done.returncode == 0, done.stderr
    (failure,) = pq.read_table(out / "failures.parquet").to_pylist()
    assert failure["source"] == "secret.html"
    assert "Permission denied" in failure["reason"]


SMALL_DISK = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY))
from pipeline.cli import main
sys.exit(main(sys.argv[2:]))
"""


def test_no_room_on_the_disk_is_told_and_no_table_changes(raw: Path, out: Path) -> None:
    pipeline("extract", raw, "--out", out)
    before = tables(out)
    (raw / "4.html").write_text(page(4), "utf-8")
    command = [sys.executable, "-c", SMALL_DISK, "1000", "extract", str(raw), "--out", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert done.stderr.startswith(f"pipeline: cannot write to {out}: a file grew past the size allowed.")
    assert "Traceback" not in done.stderr
    assert tables(out) == before
    assert [path.name for path in out.iterdir() if path.name.endswith(".tmp")] == []
    assert pipeline("extract", raw, "--out", out).returncode == 0


def test_a_folder_that_cannot_be_made_is_told(raw: Path) -> None:
    done = pipeline("extract", raw, "--out", "/proc/tables")
    assert (done.returncode, "cannot write to /proc/tables" in done.stderr) == (1, True)


def started(raw: Path, out: Path, shards: int) -> subprocess.Popen[str]:
    """A run that has finished `shards` shards and is at the next."""
    command = [sys.executable, "-m", "pipeline", "extract", str(raw), "--out", str(out)]
    run = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    for _ in range(3000):
        if len(list(out.glob(".parts/*/receipt.json"))) >= shards:
            return run
        assert run.poll() is None, run.communicate()
        time.sleep(0.01)
    raise AssertionError("the run finishes no shards")


def stopped(raw: Path, out: Path, shards: int, sent: signal.Signals) -> tuple[int, str]:
    """Exit code and errors of a run that a signal reached after `shards` shards."""
    for _ in range(5):
        run = started(raw, out, shards)
        run.send_signal(sent)
        _, said = run.communicate()
        if run.returncode:
            return run.returncode, said
        shutil.rmtree(out)  # on a busy machine it may have ended before the signal came
    raise AssertionError("every run ended before the signal came")


@pytest.fixture
def many(raw: Path) -> Path:
    """Enough pages for several shards."""
    for number in range(10, 560):
        (raw / f"{number}.html").write_text(page(number), "utf-8")
    return raw


def test_a_killed_run_goes_on_and_ends_with_the_same_bytes(many: Path, out: Path, tmp_path: Path) -> None:
    assert stopped(many, out, 2, signal.SIGKILL)[0] == -signal.SIGKILL
    kept = {path: path.stat().st_mtime_ns for path in out.glob(".parts/files-*[01]/pages.parquet")}
    assert len(kept) >= 2
    assert not (out / "pages.parquet").exists()
    assert pipeline("extract", many, "--out", out).returncode == 0
    assert {path: path.stat().st_mtime_ns for path in kept} == kept
    pipeline("extract", many, "--out", tmp_path / "whole")
    assert tables(out) == tables(tmp_path / "whole")
    assert len(json.loads((out / "run.json").read_text("utf-8"))["inputs"]) == 554


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_run_that_is_stopped_says_how_to_go_on(many: Path, out: Path, sent: signal.Signals, code: int) -> None:
    said = f"pipeline: stopped. Finished shards are kept in {out}; the same command goes on from there.\n"
    assert stopped(many, out, 1, sent) == (code, said)


def test_two_runs_do_not_write_to_one_folder(many: Path, out: Path) -> None:
    run = started(many, out, 1)
    run.send_signal(signal.SIGSTOP)
    done = pipeline("extract", many, "--out", out)
    run.kill()
    run.communicate()
    assert done.returncode == 1
    assert f"another run (process {run.pid}) is writing to {out}" in done.stderr


def test_the_summary_tells_of_lost_and_garbled_characters(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    text = "2018年，云川市图书馆接待读者42.3万人次，外借图书18万册，举办讲座56场，全馆职工52人。" * 3
    (raw / "a.html").write_bytes(f"<html><body><p>{text}</p>".encode() + f"<p>{text[:20]}</p>".encode("gbk") + b"<p>\xff</p></body></html>")
    (raw / "b.html").write_text(f"<html><body><p>{'????????2018???42.3????????' * 9}</p></body></html>", "utf-8")
    (raw / "c.html").write_bytes(f"<html><body><p>{text}</p></body></html>".encode().decode("latin-1").encode())
    said = pipeline("extract", raw, "--out", tmp_path / "out").stdout
    assert "  characters 1 page lacks some that could not be decoded (pages.charset_errors)" in said
    assert "  garbled    1 page is no readable text (pages.charset_reason)" in said
    pages = {page["source"]: page for page in pq.read_table(tmp_path / "out" / "pages.parquet").to_pylist()}
    assert pages["a.html"]["charset_errors"] == 1
    assert "parts in GB18030" in pages["a.html"]["charset_reason"]
    assert "encoded twice" in pages["c.html"]["charset_reason"]
    assert pages["c.html"]["text"] == text
