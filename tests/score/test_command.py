"""`pipeline score` as a user calls it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.cli import main

PAGE = {"id": "a", "staff": [{"quote": "现有职工52人", "dimension": "total", "category": "staff_total", "value": 52, "bound": "exact"}]}
TEXT = "云川市图书馆简介\n云川市图书馆现有职工52人，年接待读者40万多人次，馆藏图书30万册，是市民读书学习的好去处。\n"


@pytest.fixture(autouse=True)
def outside_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """These golds are no part of a checkout; what a commit keeps is in test_commits."""
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nowhere"))


def gold(folder: Path) -> Path:
    folder.mkdir()
    (folder / "gold.jsonl").write_text(json.dumps(PAGE, ensure_ascii=False) + "\n", "utf-8")
    (folder / "a.txt").write_text(TEXT, "utf-8")
    return folder


def test_open_gold_shows_tables_rules_and_misses(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", str(gold(tmp_path / "open")), "--misses"]) == 0
    said = capsys.readouterr().out
    assert "1 pages" in said
    assert "precision of the rules" in said
    assert "surplus  a visits" in said


def test_baseline_is_saved_and_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = gold(tmp_path / "open")
    assert main(["score", str(folder), "--save"]) == 0
    (folder / "a.txt").write_text(TEXT.replace("52", "53"), "utf-8")
    capsys.readouterr()
    assert main(["score", str(folder)]) == 0
    said = capsys.readouterr().out
    assert "1 rows gained (0 right), 1 lost" in said
    assert "value=53.0" in said


def test_a_folder_named_locked_is_locked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = gold(tmp_path / "locked")
    assert main(["score", str(folder), "--misses", "--save"]) == 0
    said = capsys.readouterr().out
    assert "traps fallen for" in said
    assert "surplus" not in said
    assert "rules" not in said
    assert not (folder / "baseline.json").exists()


@pytest.mark.parametrize(("name", "asked"), [("locked2", "locked2"), ("locked2", "."), ("mine", "mine")])
def test_so_is_one_named_locked_something_or_holding_the_mark(
    name: str, asked: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = gold(tmp_path / name)
    if not name.startswith("locked"):
        (folder / "LOCKED").touch()
    assert main(["score", str(tmp_path / asked), "--misses", "--save"]) == 0
    assert "surplus" not in capsys.readouterr().out
    assert not (tmp_path / asked / "baseline.json").exists()


def test_no_gold_is_said_in_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", str(tmp_path)]) == 1
    assert capsys.readouterr().err.count("\n") == 1
