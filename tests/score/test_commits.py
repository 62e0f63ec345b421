"""Rows gained and lost against the last commit, without a baseline that anybody stored."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

import pipeline
from pipeline.cli import main
from pipeline.score.commits import asked_for, checkout, earlier

PAGE = {"id": "a", "staff": [{"quote": "现有职工52人", "dimension": "total", "category": "staff_total", "value": 52, "bound": "exact"}]}
TEXT = "云川市图书馆简介\n云川市图书馆现有职工52人，年接待读者40万多人次，馆藏图书30万册。\n"
Score = Callable[[], str]


def git(folder: Path, *words: str) -> str:
    identity = ["-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false"]
    return subprocess.run(["git", "-C", str(folder), *identity, *words], check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a stand-in for the code and a gold beside it, in no checkout yet."""
    (tmp_path / "code").mkdir()
    (tmp_path / "code" / "__init__.py").write_text("", "utf-8")
    monkeypatch.setattr(pipeline, "__file__", str(tmp_path / "code" / "__init__.py"))
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "gold.jsonl").write_text(json.dumps(PAGE, ensure_ascii=False) + "\n", "utf-8")
    (tmp_path / "gold" / "a.txt").write_text(TEXT, "utf-8")
    return tmp_path


@pytest.fixture
def repository(project: Path) -> Path:
    git(project, "init", "-q")
    commit(project)
    return project


@pytest.fixture
def score(project: Path, capsys: pytest.CaptureFixture[str]) -> Score:
    def said() -> str:
        assert main(["score", str(project / "gold")]) == 0
        return capsys.readouterr().out

    return said


def commit(folder: Path) -> str:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", "more")
    return git(folder, "rev-parse", "HEAD")


def reword(folder: Path, old: str = "52人", new: str = "53人") -> None:
    text = (folder / "gold" / "a.txt").read_text("utf-8")
    (folder / "gold" / "a.txt").write_text(text.replace(old, new), "utf-8")


def test_what_is_uncommitted_is_held_against_the_last_commit(repository: Path, score: Score) -> None:
    last = git(repository, "rev-parse", "HEAD")
    assert "kept now for the next commit" in score()
    reword(repository)
    said = score()
    assert f"against commit {last[:9]}: 1 rows gained (0 right), 1 lost" in said
    assert "value=53.0" in said
    assert "precision of the rules" in said


def test_a_commit_is_held_against_the_nearest_before_it_that_was_scored(repository: Path, score: Score) -> None:
    first = git(repository, "rev-parse", "HEAD")
    score()
    commit(repository)
    reword(repository)
    third = commit(repository)
    assert f"against commit {first[:9]}: 1 rows gained" in score()
    commit(repository)
    assert f"against commit {third[:9]}: 0 rows gained (0 right), 0 lost" in score()


def test_nothing_kept_and_something_uncommitted_says_what_to_do(repository: Path, score: Score) -> None:
    reword(repository)
    assert score().splitlines()[-1] == (
        f"no rows of an earlier commit are kept to compare with: git stash; pipeline score {repository / 'gold'}; git stash pop"
    )


def test_nothing_is_written_into_the_tree(repository: Path, score: Score) -> None:
    score()
    assert git(repository, "status", "--porcelain") == ""


def test_another_branch_s_commit_is_no_ancestor(repository: Path, score: Score) -> None:
    git(repository, "checkout", "-q", "-b", "side")
    commit(repository)
    score()
    git(repository, "checkout", "-q", "-")
    reword(repository)
    assert "no rows of an earlier commit" in score()


def test_outside_git_a_line_says_so(project: Path, score: Score) -> None:
    assert score().splitlines()[-1].startswith("no rows gained or lost are shown: the code is in no git checkout")


def test_code_that_its_checkout_does_not_track_is_in_none(repository: Path) -> None:
    (repository / "code" / "other.py").write_text("", "utf-8")
    assert checkout(repository / "code" / "other.py") is None
    assert checkout(repository / "code" / "__init__.py") is not None


def test_another_gold_or_pack_is_another_question(repository: Path) -> None:
    here = checkout(repository / "code" / "__init__.py")
    assert here is not None
    gold = repository / "gold"
    assert len({asked_for(here, gold, None, ()), asked_for(here, gold, None, ("library",)), asked_for(here, repository, None, ())}) == 3
    assert earlier(here, asked_for(here, gold, None, ())) is None


def test_locked_gold_keeps_and_shows_no_rows(repository: Path, score: Score) -> None:
    (repository / "gold" / "LOCKED").touch()
    commit(repository)
    assert "against" not in score()
    assert not (repository / ".git" / "pipeline-score").exists()
