"""`pipeline doctor` shows what became of a page."""

from __future__ import annotations

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
    assert said.startswith("page.html\n  decoded    as gb18030")
    assert "declared gb2312" in said
    assert "  title      闭馆通知\n" in said
    assert "  published  2019-01-08\n" in said
    assert "  kept       " in said
    assert "版权所有 云川市图书馆" in said.partition("  cut  ")[2]
    assert "…" in said


def test_full_shows_every_character(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "page.html").write_bytes(PAGE.encode("gb18030"))
    main(["doctor", "--full", str(tmp_path / "page.html")])
    assert "期间到期的图书顺延归还。" * 10 in capsys.readouterr().out


def test_what_is_no_page_says_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty.html").touch()
    assert main(["doctor", str(tmp_path)]) == 1
    said = capsys.readouterr()
    assert said.out == "empty.html\n  not read: the file is empty\n\n"
    assert said.err == "pipeline: no page could be read\n"


def test_a_path_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", str(tmp_path / "none")]) == 1
    assert "no such file or folder" in capsys.readouterr().err
