"""The command line around the commands."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import pytest

from pipeline import __version__
from pipeline.cli import COMMANDS, main


@pytest.mark.parametrize("arguments", [["--help"], ["extract", "--help"], ["describe", "--help"]])
def test_help_answers_at_once(arguments: list[str]) -> None:
    took = []
    for _ in range(5):  # the best of five: other work on the machine is no fault of the command's
        began = time.monotonic()
        done = subprocess.run([sys.executable, "-m", "pipeline", *arguments], capture_output=True, text=True, check=True)
        took.append(time.monotonic() - began)
        assert done.stdout.startswith("usage: pipeline")
    assert min(took) < 0.3


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main([command, "--help"])
    assert stop.value.code == 0
    assert capsys.readouterr().out.startswith(f"usage: pipeline {command}")


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == f"pipeline {__version__}\n"


def test_describe_prints_the_codebook_and_one_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["describe"]) == 0
    assert capsys.readouterr().out.startswith("# Codebook\n")
    assert main(["describe", "visits"]) == 0
    assert capsys.readouterr().out.startswith("# visits\n")


def test_a_reader_that_goes_away_is_no_error() -> None:
    command = f"{sys.executable} -m pipeline describe | head -n 1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("# Codebook\n", "")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="a device that is always full")
def test_output_that_cannot_be_written_is_told() -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run([sys.executable, "-m", "pipeline", "describe"], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "pipeline: the output: No space left on device\n")


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = "import sys, pipeline; print(*sorted({'pyarrow', 'pandas', 'lxml', 'jieba', 'numpy'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "\n"
