"""What README.md and CONTRIBUTING.md show is run as it stands there; links lead somewhere."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pipeline.schema import TABLES

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
SAMPLE = "data/raw/yunchuan-library-2018.html"

# As `make` in the project's folder: the Makefile's own command, with the Python that runs the tests instead of .venv's.
MAKE = """#!/bin/sh
unset MAKELEVEL MAKEFLAGS MFLAGS  # under `make test` make would tell its folders
test "$1" = test && exec {make} -n test >/dev/null
{make} -n -o .venv/.run "$@" | sed 's#^\\.venv/bin/python#{python}#' | sh -e
"""
PIPELINE = """#!/bin/sh
exec {python} -m pipeline "$@"
"""
WARC = (
    "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: http://lib.example/1.html\r\n"
    "WARC-Date: 2019-01-08T00:00:00Z\r\nContent-Type: text/html\r\nContent-Length: {size}\r\n\r\n"
)


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


def indented(text: str) -> list[str]:
    """Commands of a block indented by four blanks, without what stands behind #."""
    return [line.partition("  #")[0].strip() for line in re.findall(r"^ {4}(\S.*)", text, re.MULTILINE)]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project folder with samples, a dump, and `make` and `pipeline` on the path."""
    home = tmp_path_factory.mktemp("project")
    shutil.copytree(ROOT / "data" / "raw", home / "data" / "raw")
    for file in ("Makefile", "pyproject.toml", *(path.name for path in ROOT.glob("requirements*.lock"))):
        shutil.copy(ROOT / file, home)
    (home / "dump").mkdir()
    shutil.copy(ROOT / SAMPLE, home / "dump" / "page.html")
    page = (ROOT / SAMPLE).read_bytes()
    (home / "crawl.warc.gz").write_bytes(WARC.format(size=len(page)).encode() + page + b"\r\n\r\n")
    with zipfile.ZipFile(home / "pages.zip", "w") as archive:
        archive.writestr("page.html", page)
    (home / ".venv" / "bin").mkdir(parents=True)
    (home / ".venv" / "bin" / "activate").touch()
    (home / "bin").mkdir()
    for name, script in (("make", MAKE), ("pipeline", PIPELINE)):
        (home / "bin" / name).write_text(script.format(make=shutil.which("make"), python=sys.executable))
        (home / "bin" / name).chmod(0o755)
    return home


def shell(home: Path, command: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PATH": f"{home / 'bin'}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
    return subprocess.run(["sh", "-c", command], cwd=home, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def extracted(home: Path) -> Path:
    """The folder after the first command of the README."""
    done = shell(home, indented(README)[0])
    assert done.returncode == 0, done.stderr
    return home


def test_the_two_commands(extracted: Path) -> None:
    assert indented(README) == ["make extract", "make test"]
    assert {path.stem for path in (extracted / "data" / "processed").glob("*.parquet")} == set(TABLES)
    assert pq.read_table(extracted / "data" / "processed" / "visits.parquet").num_rows > 0
    assert pq.read_table(extracted / "data" / "processed" / "failures.parquet").num_rows == 0
    assert shell(extracted, "make test").returncode == 0


@pytest.mark.parametrize("command", [line for block in blocks(README, "sh") for line in block.splitlines()])
def test_every_command_runs(extracted: Path, command: str) -> None:
    done = shell(extracted, command)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_python_runs_from_top_to_bottom(extracted: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(extracted)
    names: dict[str, object] = {}
    for block in blocks(README, "python"):
        exec(compile(block, "README.md", "exec"), names)
    said = capsys.readouterr().out
    assert "接待读者" in said
    assert "a date" in said
    assert len(blocks(README, "python")) >= 2


def test_the_sql_names_tables_and_columns_that_are_there(extracted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (query,) = blocks(README, "sql")
    (file,) = re.findall(r"'([^']+\.parquet)'", query)
    columns = set(pq.read_schema(extracted / file).names)
    named = re.findall(r"\b[a-z_]+\b", re.sub(r"'[^']*'", "", query))
    assert set(named) <= columns
    monkeypatch.chdir(extracted)
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is none of our dependencies; names are checked without it")
    assert duckdb.sql(query).fetchall()


def test_the_commands_of_contributing_run(extracted: Path) -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    (extracted / "mine.toml").write_text(blocks(text, "toml")[0], "utf-8")
    commands = [line.replace("PAGE", SAMPLE) for line in indented(text)]
    assert len(commands) >= 5
    for command in commands:
        done = shell(extracted, command)
        assert (done.returncode, done.stderr) == (0, ""), command


@pytest.mark.parametrize("document", DOCUMENTS, ids=[path.name for path in DOCUMENTS])
def test_links_lead_to_files(document: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", document.read_text("utf-8"))
    assert [link for link in links if "://" not in link and not (document.parent / link).exists()] == []


def test_every_document_is_in_the_index() -> None:
    index = (ROOT / "docs" / "index.md").read_text("utf-8")
    assert [path.name for path in (ROOT / "docs").glob("*.md") if path.name != "index.md" and f"({path.name})" not in index] == []


def test_the_picture_is_small_enough_to_load() -> None:
    (picture,) = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
    data = (ROOT / picture).read_bytes()
    assert data.startswith(b"\x89PNG")
    assert len(data) < 300_000
