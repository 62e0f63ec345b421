"""`pipeline explain`: a page with its spans, rules, columns, derivations, and the numbers in no fact."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
import time
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from pipeline.cli import main
from pipeline.cli.explain.explained import Explained, Loose, Mark, explain
from pipeline.cli.explain.spans import Spans
from pipeline.cli.explain.terminal import lines, stretches
from pipeline.cli.explain.web import web_page
from pipeline.corridor import Corridor
from pipeline.mentions import Step
from pipeline.model import Block, Document, Metadata, RawPage
from pipeline.schema import CheckRow, QuantityRow

RAW = Path(__file__).parents[2] / "data" / "raw"
SAMPLES = sorted(path for path in RAW.iterdir() if not path.name.startswith("."))
PAGE = "<html><body><h1>云川市图书馆2018年工作总结</h1><p>2018年，我馆接待读者4.2万人次。力争明年接待读者5万人次。</p></body></html>"


def mark(number: int, start: int, end: int, text: str, table: str = "visits", **columns: str) -> Mark:
    steps = (Step("what", f"{table}:r by 接待"), Step("whose", "own by 我馆"))
    return Mark(number, table, f"{table}:r", "text", start, end, text[start:end], tuple(columns.items()), steps)


def loose(start: int, end: int, text: str, reason: str | None, meant: str = "stated") -> Loose:
    row = QuantityRow("p", "text", start, end, text[start:end], None, None, None, None, "count", meant, None, reason)
    return Loose(row, (Step("meant", "plan by 力争"),) if meant == "plan" else ())


def made() -> Explained:
    text = "一、服务\n我馆接待读者3万人次，其中少儿1万人次。力争2019年接待5万人次。\n讲座\t24\t场"
    marks = (
        mark(1, 0, 4, text, "initiatives", label="一、"),
        mark(2, 7, 15, text, value="30000", unit="人次"),
        mark(3, 18, 24, text, value="10000"),
    )
    found = (
        loose(27, 32, text, "a date"),
        loose(34, 38, text, "plan: 力争", "plan"),
        loose(43, 45, text, None),
    )
    check = CheckRow(
        "p",
        "headline_count",
        "info",
        "the headline announces 三项, 1 follow",
        3,
        1,
        "text",
        0,
        2,
        "一、",
        "checks:h",
        "title",
        0,
        2,
        "三项",
    )
    ends = [0, *(at + 1 for at, char in enumerate(text) if char in "\n\t"), len(text) + 1]
    blocks = [Block("heading", 0, 4), Block("paragraph", 5, 39)]
    blocks += [Block("cell", low, high - 1, table=0, row=0, column=at) for at, (low, high) in enumerate(pairwise(ends[2:]))]
    about = Metadata(title="三项措施", site="云川市图书馆", published="2019-01-08")
    return Explained("page.html", Document("p", text, tuple(blocks), about, kind="report"), "云川市图书馆", marks, found, (check,), 2)


PLAIN = """\
page.html
  institution  云川市图书馆
  site         云川市图书馆
  published    2019-01-08
  kind         report

三项措施
«1 一、服务»
    1 initiatives:r  label=一、
      what: initiatives:r by 接待; whose: own by 我馆
我馆«2 接待读者3万人次»，其中«3 少儿1万人次»。
    2 visits:r  value=30000  unit=人次
      what: visits:r by 接待; whose: own by 我馆
    3 visits:r  value=10000
      what: visits:r by 接待; whose: own by 我馆
力争2019年接待5万人次。
讲座 24 场

numbers: 5, 2 in facts, 3 in none
  plan: 力争 (1)
    人次。力争2019年接待«5万人次»。
      meant: plan by 力争
  unclaimed (1)
    讲座 «24» 场
  a date (1): 2019年
checks: 1
  info headline_count: the headline announces 三项, 1 follow
    text «一、», title «三项»
"""


def test_the_plain_output_to_the_letter() -> None:
    assert "\n".join(lines(made(), colour=False)) + "\n" == PLAIN


def test_colours_only_colour() -> None:
    coloured = "\n".join(lines(made(), colour=True)) + "\n"
    assert coloured != PLAIN
    assert re.sub(r"\x1b\[[\d;]+m", "", coloured) == PLAIN


@pytest.mark.parametrize(
    ("spans", "shown"),
    [
        ([(0, 4), (1, 3)], "«1 甲«2 乙丙»丁»戊"),
        ([(0, 4), (0, 2)], "«1 «2 甲乙»丙丁»戊"),
        ([(0, 3), (1, 5)], "«1 甲«2 乙丙1»丁戊»"),
        ([(1, 3), (1, 3)], "甲«1 «2 乙丙»»丁戊"),
    ],
)
def test_spans_inside_and_across_one_another(spans: list[tuple[int, int]], shown: str) -> None:
    text = "甲乙丙丁戊"
    marks = tuple(mark(number, start, end, text) for number, (start, end) in enumerate(spans, 1))
    page = Explained("p", Document("p", text, (Block("paragraph", 0, 5),)), None, marks, (), (), 0)
    assert shown in list(lines(page, colour=False))


@given(st.text("甲乙。；”\n\t", max_size=30))
def test_stretches_hold_every_character_but_the_ends_of_lines(text: str) -> None:
    cut = list(stretches(text))
    assert "".join(text[low:high] for low, high in cut) == text.replace("\n", "")
    assert all(low < high for low, high in cut)


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(1, 8)), max_size=6))
def test_pieces_cover_the_text_once_under_all_their_spans(places: list[tuple[int, int]]) -> None:
    text = "甲" * 20
    marks = [mark(number, start, start + size, text) for number, (start, size) in enumerate(places)]
    cut = list(Spans(marks).pieces(0, 20))
    assert [place for start, end, _ in cut for place in range(start, end)] == list(range(20))
    for start, end, over in cut:
        assert set(over) == {one for one in marks if one.start < end and one.end > start}


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(1, 8)), max_size=6), st.integers(0, 19), st.integers(1, 20))
def test_spans_are_found_by_place(places: list[tuple[int, int]], low: int, size: int) -> None:
    text, high = "甲" * 20, low + size
    marks = [mark(number, start, start + size, text) for number, (start, size) in enumerate(places)]
    assert set(Spans(marks).over(low, high)) == {one for one in marks if one.start < high and one.end > low}
    assert set(Spans(marks).starting(low, high)) == {one for one in marks if low <= one.start < high}


def test_a_page_of_very_many_numbers_takes_no_square_of_their_time() -> None:
    def taken(size: int) -> float:
        text = "\n".join(f"接待{1000 + number}人" for number in range(size))
        marks = tuple(mark(number + 1, 9 * number, 9 * number + 7, text) for number in range(size))
        blocks = tuple(Block("paragraph", 9 * number, 9 * number + 7) for number in range(size))
        page = Explained("p", Document("p", text[: 9 * size], blocks), None, marks, (), (), size)
        began = time.process_time()
        web_page([page])
        list(lines(page, colour=False))
        return time.process_time() - began

    assert taken(4000) < 12 * taken(1000)


@pytest.fixture(scope="module")
def corridor() -> Corridor:
    return Corridor()


@pytest.fixture(scope="module", params=SAMPLES, ids=[path.stem for path in SAMPLES])
def sample(request: pytest.FixtureRequest, corridor: Corridor) -> tuple[Explained, dict[str, int]]:
    page = RawPage(request.param.name, request.param.read_bytes())
    return explain(corridor, page), {table: len(rows) for table, rows in corridor.rows(page).items()}


def test_every_row_of_the_page_is_shown(sample: tuple[Explained, dict[str, int]]) -> None:
    page, rows = sample
    said = "\n".join(lines(page, colour=False))
    for table in ("initiatives", "staff", "visits", "awards", "indicators"):
        assert len(re.findall(rf"^    \d+ {table}:", said, re.MULTILINE)) == rows[table]
    assert f"numbers: {rows['quantities']}, " in said
    assert page.claimed + len(page.loose) == rows["quantities"]
    assert f"checks: {rows['checks']}" in said


def test_every_fact_that_words_decided_says_by_which(sample: tuple[Explained, dict[str, int]]) -> None:
    page, _ = sample
    silent = [one.quote for one in page.marks if one.table == "awards" and not one.steps]
    assert silent == []


def test_the_web_page_holds_the_text_and_leads_to_every_fact(sample: tuple[Explained, dict[str, int]]) -> None:
    page, _ = sample
    tree = lxml_html.fromstring(web_page([page]))
    for number in tree.xpath("//sup"):
        number.drop_tree()
    shown = tree.xpath("string(//article)")
    assert "".join(shown.split()) == "".join(page.document.text.split())
    ids = [str(found) for found in tree.xpath("//@id")]
    assert len(ids) == len(set(ids))
    assert {str(found)[1:] for found in tree.xpath("//@href")} <= set(ids)
    assert {f"p0-s{one.number}" for one in page.marks} <= set(ids)


def test_a_web_page_runs_nothing_that_a_page_says() -> None:
    page = made()
    text = page.document.text.replace("我馆", "<b>").replace("讲座", "\x1b\u202e")
    about = Metadata(title="</title><script>alert(1)</script>", site='"><img src=x onerror=alert(1)>')
    evil = Explained("<i>", Document("p", text, page.document.blocks, about), '" onload="', page.marks, page.loose, (), 2)
    said = web_page([evil])
    tree = lxml_html.fromstring(said)
    assert tree.xpath("//script | //img | //b[contains(., '读者')] | //@onload | //@onerror") == []
    assert "&lt;script&gt;" in said
    assert "\x1b" not in said
    assert "\u202e" not in said


def test_pages_can_share_a_web_page() -> None:
    ids = lxml_html.fromstring(web_page([made(), made()])).xpath("//@id")
    assert len(ids) == len(set(ids))


def explained(*arguments: object, given: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "pipeline", "explain", *map(str, arguments)]
    return subprocess.run(command, input=given, capture_output=True, env={**os.environ, **environment}, check=False)


def test_standard_input() -> None:
    done = explained("-", given=PAGE.encode("gb18030"))
    assert (done.returncode, done.stderr) == (0, b"")
    said = done.stdout.decode()
    assert said.startswith("standard input\n")
    assert "«1 接待读者4.2万人次»" in said.replace("我馆接待", "接待")
    assert "plan: " in said
    assert "\x1b" not in said


def test_a_page_in_an_archive(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with zipfile.ZipFile(tmp_path / "dump.zip", "w") as archive:
        archive.writestr("a.html", PAGE.encode())
        archive.writestr("b.html", PAGE.replace("4.2", "7.1").encode())
    assert main(["explain", f"{tmp_path}/dump.zip!b.html"]) == 0
    said = capsys.readouterr().out
    assert "7.1万人次" in said
    assert "4.2万人次" not in said
    assert main(["explain", f"{tmp_path}/dump.zip"]) == 0
    assert "4.2万人次" in capsys.readouterr().out
    assert main(["explain", f"{tmp_path}/dump.zip!c.html"]) == 1
    assert capsys.readouterr().err == f"pipeline: {tmp_path}/dump.zip!c.html: holds no such page\n"


def test_the_web_page_is_written_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    assert main(["explain", str(tmp_path / "page.html"), "--html", str(tmp_path / "out.html")]) == 0
    first = (tmp_path / "out.html").read_bytes()
    assert first.startswith(b"<!DOCTYPE html>")
    assert first.rstrip().endswith(b"</html>")
    assert "out.html: written" in capsys.readouterr().out
    main(["explain", str(tmp_path / "page.html"), "--html", str(tmp_path / "out.html")])
    assert (tmp_path / "out.html").read_bytes() == first
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.html", "page.html"]


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["none.html"], 2, "none.html: no such file"),
        (["."], 2, "is a folder; name a page in it"),
        ([], 2, "the following arguments are required: PAGE"),
        (["page.html", "--html", "page.html"], 2, "is the page itself"),
        (["page.html", "--html", "no/such/folder.html"], 1, "can't be written: No such file"),
        (["page.html", "--pack", "zoo"], 1, "there is no such pack"),
        (["page.html", "--pack", "mine.toml"], 1, "mine.toml"),
        (["empty.html"], 1, "empty.html: the file is empty"),
        (["picture.html"], 1, "picture.html: "),
    ],
)
def test_errors_are_one_line_and_an_exit_code(tmp_path: Path, arguments: list[str], code: int, message: str) -> None:
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    (tmp_path / "empty.html").touch()
    (tmp_path / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    (tmp_path / "mine.toml").write_text("[pack", "utf-8")
    command = [sys.executable, "-m", "pipeline", "explain", *arguments]
    path = str(Path(__file__).parents[2])
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": path}, check=False)
    assert done.returncode == code
    assert message in done.stderr
    assert done.stdout == ""
    assert code == 2 or done.stderr.count("\n") == 1
    assert (tmp_path / "page.html").read_text("utf-8") == PAGE


@pytest.mark.parametrize(
    ("environment", "coloured"), [({"TERM": "xterm"}, True), ({"TERM": "xterm", "NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_colours_are_for_terminals(environment: dict[str, str], coloured: bool, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    master, slave = pty.openpty()
    clean = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "TERM")}
    command = [sys.executable, "-m", "pipeline", "explain", str(tmp_path / "page.html")]
    with subprocess.Popen(command, stdout=slave, env={**clean, **environment}) as run:
        os.close(slave)
        said = b""
        while chunk := _read(master):
            said += chunk
        assert run.wait() == 0
    os.close(master)
    assert (b"\x1b[" in said) == coloured


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says so when the other end has closed
        return b""
