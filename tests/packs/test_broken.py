"""A pack that can't be used says one line: file, rule, reason, mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.packs import PackError, load_packs

HEAD = '[pack]\nid = "mine"\n'
RULE = """[[indicator]]
id = "forums"
words = ["座谈会"]
units = ["场"]
yes = ["召开{座谈会12场}。 => value=12"]
no = ["座谈会上12人发言。"]
"""
LISTS = "[lists]\n{name} = {words}\n"

BROKEN = {
    "unknown key": (HEAD + RULE + 'colour = "red"\n', "[[indicator]] forums", "unknown key `colour`"),
    "missing no": (HEAD + RULE.replace("no = ", "todo = "), "[[indicator]] forums", "`no` is missing"),
    "no without a text": (HEAD + RULE.replace('["座谈会上12人发言。"]', "[]"), "[[indicator]] forums", "a rule needs yes and no examples"),
    "missing words": (HEAD + RULE.replace('words = ["座谈会"]\n', ""), "[[indicator]] forums", "`words` is missing"),
    "words that are no list": (HEAD + RULE.replace('["座谈会"]', '"座谈会"'), "[[indicator]] forums", "`words` is not a list of words"),
    "brace left open": (HEAD + RULE.replace("12场}", "12场"), "[[indicator]] forums", "one pair of braces"),
    "two spans": (HEAD + RULE.replace("召开", "{召开}"), "[[indicator]] forums", "one pair of braces"),
    "no columns after the arrow": (HEAD + RULE.replace("value=12", ""), "[[indicator]] forums", "after => stand column=value pairs"),
    "id used twice": (HEAD + RULE + RULE, "indicators:forums", "the id stands already in mine.toml"),
    "id of a built-in rule": (HEAD + RULE.replace("forums", "loans"), "indicators:loans", "the id stands already in library.toml"),
    "unknown list": (HEAD + LISTS.format(name="towns", words='["云川"]'), "[lists] towns", "no such list"),
    "list of numbers": (HEAD + LISTS.format(name="venues", words="[1]"), "[lists] venues", "is not a list of words"),
    "unknown measure": (HEAD + RULE + 'measure = "fora"\n', "indicators:forums", "'fora' is not in vocabulary.csv"),
    "unknown kind": (HEAD + RULE.replace("indicator", "measure"), "[[measure]]", "no such kind of rule"),
    "no id of a pack": (RULE, "[pack]", "has no id"),
    "unknown key of the pack": (HEAD + 'colour = "red"\n' + RULE, "[pack]", "unknown key `colour`"),
    "examples that are no list": (
        HEAD + RULE.replace('["召开{座谈会12场}。 => value=12"]', '"{座谈会12场}"'),
        "[[indicator]] forums",
        "`yes` is not a list of texts",
    ),
    "an example that is a number": (
        HEAD + RULE.replace('["座谈会上12人发言。"]', "[1]"),
        "[[indicator]] forums",
        "`no` is not a list of texts",
    ),
    "a column that there isn't": (
        HEAD + RULE.replace("value=12", "valeu=12"),
        "[[indicator]] forums",
        "`yes` tells a column `valeu` that there isn't",
    ),
    "a group without words": (HEAD + RULE.replace('"座谈会"', '"座谈会 + "'), "[[indicator]] forums", "'座谈会 + ' has an empty group"),
    "a rule that is a text": ('indicator = "x"\n' + HEAD, "[[indicator]]", "is not a rule"),
    "rules that are texts": ('indicator = ["x"]\n' + HEAD, "[[indicator]]", "is not a rule"),
    "lists that are a text": ('lists = "x"\n' + HEAD + RULE, "[lists]", "is no table of lists"),
    "signs that are a text": (HEAD + 'signs = "x"\n' + RULE, "[pack]", "`signs` is not a list of words"),
    "a title that is a number": (HEAD + "title = 1\n" + RULE, "[pack]", "`title` is not a text"),
    "id of a built-in pack": (HEAD.replace("mine", "library") + RULE, "[pack]", "the id 'library' stands already in library.toml"),
    "not TOML": (HEAD + RULE.replace('"forums"', '"forums'), "file", "is not TOML (Illegal character '\\n' (at line 4, column 13))"),
}


def faults(pack: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    code = main(["rules", "check", str(pack)])
    said = capsys.readouterr()
    assert (code == 1) == bool(said.err)
    return said.err.splitlines()


@pytest.mark.parametrize(("text", "where", "reason"), BROKEN.values(), ids=BROKEN)
def test_one_clear_line(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, where: str, reason: str) -> None:
    (tmp_path / "mine.toml").write_text(text, "utf-8")
    (line,) = faults(tmp_path / "mine.toml", capsys)
    assert line.startswith(f"mine.toml: {where}: ")
    assert reason in line
    assert line.rpartition("; ")[2]
    with pytest.raises(PackError) as raised:
        load_packs((str(tmp_path / "mine.toml"),))
    assert str(raised.value) == line


def test_not_utf_8(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.toml").write_bytes((HEAD + RULE).encode("gb18030"))
    (line,) = faults(tmp_path / "mine.toml", capsys)
    assert line.startswith("mine.toml: file: is not TOML ('utf-8' codec can't decode")


def test_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (line,) = faults(tmp_path / "mine.toml", capsys)
    assert line == "mine.toml: file: can't be read (No such file or directory); check the path"


def test_every_broken_pack_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.toml").write_text("[pack", "utf-8")
    (tmp_path / "b.toml").write_text(HEAD + RULE.replace("12场}", "12场"), "utf-8")
    (tmp_path / "c.toml").write_text(HEAD + RULE, "utf-8")
    assert main(["rules", "check", *(str(tmp_path / f"{name}.toml") for name in "abc")]) == 1
    first, second = capsys.readouterr().err.splitlines()
    assert first.startswith("a.toml: file: is not TOML")
    assert second.startswith("b.toml: [[indicator]] forums: ")


@pytest.mark.parametrize(
    "data", [(HEAD + RULE).replace("\n", "\r\n").encode("utf-8-sig"), (HEAD + RULE).encode()], ids=["BOM and CRLF", "plain"]
)
def test_what_editors_do_to_files_is_accepted(tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes) -> None:
    (tmp_path / "mine.toml").write_bytes(data)
    assert faults(tmp_path / "mine.toml", capsys) == []
