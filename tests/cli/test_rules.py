"""`pipeline rules`: list, show, check."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.packs import load_packs
from pipeline.packs.rules import KINDS

HEAD = '[pack]\nid = "mine"\n'
RULE = """[[indicator]]
id = "forums"
words = ["座谈会", "召开|举办 + 座谈会"]
units = ["场"]
yes = ["{召开座谈会12场}。 => value=12"]
no = ["座谈会上12人发言。"]
"""


def said(capsys: pytest.CaptureFixture[str], *arguments: object, code: int = 0) -> list[str]:
    assert main(["rules", *map(str, arguments)]) == code
    out, err = capsys.readouterr()
    return list((err if code else out).splitlines())


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    (tmp_path / "mine.toml").write_text(HEAD + RULE, "utf-8")
    return tmp_path / "mine.toml"


def test_list_has_a_line_for_each_rule(capsys: pytest.CaptureFixture[str]) -> None:
    rules = load_packs().rules
    *lines, last = said(capsys, "list")
    assert [tuple(line.split()[:2]) for line in lines] == [(rule.name, rule.pack) for rule in rules]
    assert last == f"{len(rules)} rules"


@pytest.mark.parametrize("kind", KINDS)
def test_list_of_a_kind(capsys: pytest.CaptureFixture[str], kind: str) -> None:
    wanted = [rule.name for rule in load_packs().of(KINDS[kind])]
    assert [line.split()[0] for line in said(capsys, "list", "--kind", kind)[:-1]] == wanted


def test_list_of_a_pack(capsys: pytest.CaptureFixture[str], pack: Path) -> None:
    assert {line.split()[1] for line in said(capsys, "list", "--pack", "museum")[:-1]} == {"museum"}
    line, last = said(capsys, "list", "--pack", pack)
    assert line.split("  ", 2)[:2] == ["indicators:forums", "mine"]
    assert "座谈会, 召开|举办 + 座谈会 " in line
    assert line.endswith("  {召开座谈会12场}。 => value=12")
    assert last == "1 rule"


def test_show_says_all(capsys: pytest.CaptureFixture[str], pack: Path) -> None:
    assert said(capsys, "show", "indicators:forums", "--pack", pack) == [
        "indicators:forums    [[indicator]] forums in mine.toml",
        "  words   座谈会",
        "          召开|举办 + 座谈会",
        "  units   场",
        "  yes     {召开座谈会12场}。 => value=12",
        "  no      座谈会上12人发言。",
        "",
    ]


@pytest.mark.parametrize("name", ["grant:status", "awards:status", "status"])
def test_show_takes_what_a_row_says(capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert said(capsys, "show", name)[0].startswith("grant:status    [[grant]] status in common.toml")


@pytest.mark.parametrize("rule", load_packs().rules, ids=lambda rule: f"{rule.pack}-{rule.name}")
def test_every_rule_can_be_shown(capsys: pytest.CaptureFixture[str], rule: object) -> None:
    lines = said(capsys, "show", getattr(rule, "name"))  # noqa: B009
    assert sum(line.startswith("  yes  ") for line in lines) == 1


def test_a_slip_is_answered_with_what_may_be_meant(capsys: pytest.CaptureFixture[str]) -> None:
    (line,) = said(capsys, "show", "visits:servd", code=2)
    assert line.startswith("pipeline: visits:servd: there is no such rule in a pack; did you mean visits:served")
    (line,) = said(capsys, "show", "xyzzy", code=2)
    assert line.endswith("; `pipeline rules list` names all; --pack names a pack of your own")


def test_list_of_a_pack_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    (line,) = said(capsys, "list", "--pack", "zoo", code=2)
    assert line.startswith("pipeline: zoo: there is no such pack; use common, ")
    (line,) = said(capsys, "list", "--pack", "zoo.toml", code=1)
    assert line.startswith("pipeline: zoo.toml: pack: there is no such pack; ")


def test_check_says_what_does_not_hold(capsys: pytest.CaptureFixture[str], pack: Path) -> None:
    text = HEAD + RULE.replace("value=12", "value=13") + RULE.replace("forums", "talks").replace("座谈会", "恳谈会")
    pack.write_text(text.replace("恳谈会上12人发言。", "恳谈会12场。"), "utf-8")
    assert said(capsys, "check", pack, code=1) == [
        "mine.toml: [[indicator]] forums: yes '召开座谈会12场。': value=12.0; mend the rule's words, or move the example to todo",
        "mine.toml: [[indicator]] talks: no '恳谈会12场。': gives '恳谈会12场'; "
        "narrow the rule's words or units, or name in `unless` what bars it",
    ]


def test_check_says_what_else_a_pack_breaks(capsys: pytest.CaptureFixture[str], pack: Path) -> None:
    greedy = RULE.replace('"座谈会", ', '"接待 + 读者 + 人次", "座谈会", ').replace('["场"]', '["场", "人次"]')
    pack.write_text(HEAD + greedy, "utf-8")
    lines = said(capsys, "check", pack, code=1)
    assert any("] visits_physical: yes " in line for line in lines)
    assert all(line.endswith(f"(it holds without {pack})") for line in lines)


def test_check_tells_what_was_to_do_and_holds(capsys: pytest.CaptureFixture[str], pack: Path) -> None:
    pack.write_text(HEAD + RULE + 'todo = ["{举办座谈会3场}。 => value=3", "{办了3场会}。"]\n', "utf-8")
    lines = said(capsys, "check", pack)
    assert "mine: indicators:forums: todo '举办座谈会3场。' holds: move it to yes" in lines
    assert lines[-1] == "1 rule, 2 examples hold, 2 to do"


@pytest.mark.parametrize("arguments", [[], ["lst"], ["show"], ["list", "--kind", "visits"]])
def test_wrong_usage_is_exit_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["rules", *arguments])
    assert stop.value.code == 2
    assert "usage: pipeline rules" in capsys.readouterr().err
