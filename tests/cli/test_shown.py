"""What comes from pages and file names can't play tricks on a terminal."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from pipeline.cli.shown import fitted, shown


def test_a_line_of_text() -> None:
    assert shown("一\n 二\t三") == "一 二 三"
    assert shown("一二三四五", 3) == "一二…"
    assert shown("一二三", 3) == "一二三"


def test_nothing_that_a_terminal_obeys() -> None:
    assert shown("a\x1b[2Jb\x07\u202ec") == "a\ufffd[2Jb\ufffd\ufffdc"


def test_columns_of_a_terminal() -> None:
    assert fitted("一二三四", 8) == "一二三四"
    assert fitted("一二三四五", 8) == "一二…五"
    assert fitted("abcdefghij\n", 8) == "abcde…ij"
    assert fitted("一" * 9999 + "\x1b", 9) == "一一一…\ufffd"


def test_a_file_name_with_an_escape_sequence(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a\x1b[2J.html").touch()
    command = [sys.executable, "-m", "pipeline", "extract", str(tmp_path / "raw"), "--out", str(tmp_path / "out")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "[2J.html: the file is empty" in done.stdout
    assert "\x1b" not in done.stdout


def test_a_terminal_that_cannot_show_chinese() -> None:
    command = [sys.executable, "-m", "pipeline", "describe", "staff"]
    done = subprocess.run(command, capture_output=True, env={"PYTHONIOENCODING": "ascii"}, check=False)
    assert done.returncode == 0, done.stderr
    assert b"\\u9986" in done.stdout
