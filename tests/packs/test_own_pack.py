"""Adding a measure, as CONTRIBUTING.md says it: TOML alone."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

import pipeline
from pipeline.cli import main
from pipeline.packs import load_packs
from pipeline.packs.rules import KINDS
from pipeline.run import Request, extract

ROOT = Path(__file__).parents[2]
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
PAGE = "<html><body><h1>云川市图书馆2018年工作总结</h1><p>2018年，我馆接待读者4.2万人次，召开读者座谈会12场。</p></body></html>"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The pack of CONTRIBUTING.md, as a user would save it."""
    block = next(text for text in re.findall(r"```toml\n(.*?)```", CONTRIBUTING, re.DOTALL) if "座谈会" in text)
    (tmp_path / "mine.toml").write_text(block, "utf-8")
    return tmp_path / "mine.toml"


def test_a_measure_takes_five_lines(pack: Path) -> None:
    rule = pack.read_text("utf-8").partition("[[indicator]]\n")[2].strip().splitlines()
    assert [line.partition(" = ")[0] for line in rule] == ["id", "words", "units", "yes", "no"]


def test_its_examples_hold(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "check", str(pack)]) == 0
    assert capsys.readouterr() == ("1 rule, 2 examples hold\n", "")


def test_it_gives_its_row_with_evidence(pack: Path, tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "page.html").write_text(PAGE, "utf-8")
    extract(Request((tmp_path / "raw",), tmp_path / "out", (str(pack),), quiet=True))
    tables = pipeline.load(tmp_path / "out")
    row = tables.indicators.set_index("measure").loc["forums"]
    assert (row["value"], row["unit"], row["period"], row["rule"]) == (12.0, "场", "2018", "indicators:forums")
    assert tables.pages["text"][0][row["start"] : row["end"]] == row["quote"]
    assert "座谈会12场" in row["quote"]


def test_explain_shows_it_beside_the_built_in_rules(pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    assert main(["explain", str(tmp_path / "page.html"), "--pack", str(pack)]) == 0
    said = capsys.readouterr().out
    assert "indicators:forums" in said
    assert "visits:visits_physical" in said


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_of_a_rule_is_told(kind: str) -> None:
    """Whoever adds a key says there what it does."""
    names = {field.name for field in fields(KINDS[kind])}
    row = next(line for line in CONTRIBUTING.splitlines() if line.startswith(f"| `[[{kind}]]`"))
    told = set(re.findall(r"`(\w+)`", row)) | {"id", "pack", "words", "yes", "no", "todo"}
    assert {field for field in names if field not in told} == set()


def test_lists_that_are_told_are_there() -> None:
    told = CONTRIBUTING.partition("- `[lists]` ")[2].partition("`common.toml`")[0]
    named = re.findall(r"`(\w+)`", told)
    assert len(named) >= 5
    assert set(named) <= {name for pack in load_packs().parsed for name in pack.lists}
