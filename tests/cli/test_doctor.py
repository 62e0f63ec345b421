"""`pipeline doctor` shows what became of a page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.cli import main

PAGE = """<html><head><meta charset="gb2312"><title>闭馆通知_云川市图书馆</title></head><body>
<div>首页 | 馆情 | 服务</div><h1>闭馆通知</h1><p>发布时间：2019-01-08 来源：云川市图书馆</p>
<div><p>因馆舍检修，本馆定于2019年1月10日至12日闭馆三天，请广大读者相互转告。{more}</p></div>
<div>版权所有 云川市图书馆</div></body></html>""".format(more="期间到期的图书顺延归还。" * 10)


def test_what_was_decoded_kept_and_cut(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "page.html").write_bytes(PAGE.encode("gb18030"))
    assert main(["doctor", str(tmp_path / "page.html")]) == 0
    said = capsys.readouterr().out
    assert said.startswith("page.html\n  decoded                  as gb18030 (declared gb2312, and it fits), declared gb2312\n")
    assert "  title                    闭馆通知\n" in said
    assert "  published                2019-01-08\n" in said
    kept, cut = said.partition("  kept  ")[2].split("  cut  ")
    assert "因馆舍检修" in kept
    assert re.findall(r"^    (\S.*?)  +(.*)$", cut, re.MULTILINE) == [
        ("menu", "首页 | 馆情 | 服务"),
        ("headline", "闭馆通知"),
        ("metadata", "发布时间：2019-01-08 来源：云川市图书馆"),
        ("the site's footer", "版权所有 云川市图书馆"),
    ]


def test_a_line_is_as_wide_as_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    (tmp_path / "page.html").write_bytes(PAGE.encode("gb18030"))
    main(["doctor", str(tmp_path / "page.html")])
    (line,) = (line for line in capsys.readouterr().out.splitlines() if "因馆舍检修" in line)
    assert 58 <= sum(2 if "\u2e80" < char < "\uffff" else 1 for char in line) <= 60
    assert line.endswith("归还。")
    assert "…" in line


def test_cells_of_a_row_and_neighbours_cut_for_one_reason_share_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = "<table><tr><td>年份<td>人次<tr><td>2018<td>5100<tr><td>2019<td>5200</table>"
    menu = "".join(f"<li><a href={n}>{n}</a></li>" for n in ("馆情概况", "读者服务", "馆藏资源"))
    (tmp_path / "page.html").write_text(PAGE.replace("<h1>", f"<ul>{menu}</ul><h1>").replace("</p></div>", f"</p>{table}</div>"), "utf-8")
    main(["doctor", str(tmp_path / "page.html")])
    said = capsys.readouterr().out
    assert "    table 1, row 1         2018 | 5100\n" in said
    assert "    links x3               馆情概况 | 读者服务 | 馆藏资源\n" in said


def test_a_page_read_by_a_profile_shows_what_the_profile_leaves_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = '<html><body><div>微信公众号</div><h1 class="rich_media_title">闭馆通知</h1><div id="js_content"><p>本馆闭馆三天。</p></div></body></html>'
    (tmp_path / "page.html").write_text(page, "utf-8")
    main(["doctor", str(tmp_path / "page.html")])
    said = capsys.readouterr().out
    assert "本馆闭馆三天。" in said.partition("  kept  ")[2].partition("  cut  ")[0]
    assert "    not in the profile x2  微信公众号 | 闭馆通知\n" in said


def test_full_shows_every_character(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "page.html").write_bytes(PAGE.encode("gb18030"))
    main(["doctor", "--full", str(tmp_path / "page.html")])
    assert "期间到期的图书顺延归还。" * 10 in capsys.readouterr().out


def test_what_is_no_page_says_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty.html").touch()
    assert main(["doctor", str(tmp_path)]) == 1
    said = capsys.readouterr()
    assert said.out == "empty.html\n  not read                 the file is empty\n\n"
    assert said.err == "pipeline: no page could be read\n"


def test_what_is_left_out_is_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "page.html").write_bytes(PAGE.encode("gb18030"))
    (tmp_path / ".hidden").touch()
    assert main(["doctor", str(tmp_path)]) == 0
    assert capsys.readouterr().out.endswith("\n\nleft out: 1 x hidden file\n")


def test_what_fails_in_reading_a_page_is_no_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "page.html").write_bytes(PAGE.encode("gb18030"))
    monkeypatch.setattr("pipeline.clean.page.choose", lambda *given: 1 / 0)
    assert main(["doctor", str(tmp_path / "page.html")]) == 1
    assert "not read                 ZeroDivisionError: division by zero (clean)" in capsys.readouterr().out


def test_a_path_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", str(tmp_path / "none")]) == 1
    assert "no such file or folder" in capsys.readouterr().err
