"""Words of one's own in the reader's lists: a pack by its path adds a kind of institution, a body, a verb, a subject."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.corridor import Corridor
from pipeline.model import RawPage
from pipeline.packs import load_packs
from pipeline.read.lexicon import Lexicon, either

READ = Path(__file__).parents[2] / "pipeline" / "read"
VERB = """
[[grant]]
id = "picked"
words = ["摘冠"]
yes = ["我馆{摘冠“全民阅读先进单位”}。 => name=全民阅读先进单位"]
no = ["读者摘冠而归。"]
"""
Rows = Callable[[str, str, str], list[Any]]


@pytest.fixture
def rows(tmp_path: Path) -> Rows:
    """The rows of a table that a text gives with a pack of these words, given by its path."""

    def read(pack: str, text: str, table: str) -> list[Any]:
        (tmp_path / "mine.toml").write_text('[pack]\nid = "mine"\n' + pack, "utf-8")
        packs = (str(tmp_path / "mine.toml"),) if pack else ()
        return list(Corridor(packs).rows(RawPage(source="page.txt", data=text.encode()))[table])

    return read


def test_a_kind_of_institution(rows: Rows) -> None:
    text = "云川市听书台2018年总结\n云川市听书台位于城东。2018年接待读者4.2万人次，藏书3万册。"
    pack = '[lists]\nvenues = ["听书台"]\nown_subjects = ["我台"]\nown_words = ["我台"]\n'
    assert [row.institution for row in rows(pack, text, "visits")] == ["云川市听书台"]
    assert [row.institution for row in rows("", text, "visits")] != ["云川市听书台"]


def test_an_awarding_body(rows: Rows) -> None:
    text = "云川市图书馆概况\n2018年，我馆被云川市悦读联盟评为“书香标兵单位”。"
    assert [row.awarding_body for row in rows('[lists]\nbodies = ["悦读联盟"]\n', text, "awards")] == ["云川市悦读联盟"]
    assert [row.awarding_body for row in rows("", text, "awards")] == [None]


def test_a_verb_of_grant(rows: Rows) -> None:
    text = "云川市图书馆概况\n2018年，我馆摘冠“全民阅读先进单位”。"
    assert [row.name for row in rows(VERB, text, "awards")] == ["全民阅读先进单位"]
    assert rows("", text, "awards") == []


def test_what_bars_a_grant(rows: Rows) -> None:
    text = "云川市图书馆概况\n2018年，我馆竞逐荣获“全民阅读先进单位”称号。"
    assert [row.name for row in rows("", text, "awards")] == ["全民阅读先进单位"]
    assert rows('[lists]\nhoped_for = ["竞逐荣获", "竞逐"]\n', text, "awards") == []


def test_the_head_of_a_column(rows: Rows) -> None:
    head = "<html><body><h1>云川市图书馆</h1><p>我馆历年成绩如下。</p><table><tr><th>嘉勉</th><th>时间</th></tr>"
    text = head + "<tr><td>全民阅读先进单位</td><td>2018年</td></tr></table></body></html>"
    assert [row.date for row in rows('[lists]\nhonour_columns = ["嘉勉"]\n', text, "awards")] == ["2018"]
    assert rows("", text, "awards") == []


def test_what_time_a_number_covers(rows: Rows) -> None:
    text = "云川市图书馆概况\n我馆逐日迎来读者2000人次。"
    assert [row.period_kind for row in rows('[lists]\nday_words = ["逐日"]\n', text, "visits")] == ["day"]
    assert [row.period_kind for row in rows("", text, "visits")] == ["unknown"]


def test_whose_a_number_is(rows: Rows) -> None:
    text = "云川市图书馆概况\n友邻书社共接待读者3万人次。"
    assert [row.value for row in rows("", text, "visits")] == [30000]
    assert rows('[lists]\nother_subjects = ["友邻书社"]\n', text, "visits") == []


def test_the_code_and_the_packs_name_the_same_lists() -> None:
    code = "\n".join(file.read_text("utf-8") for file in READ.rglob("*.py"))
    used = set(re.findall(r"<<(\w+)>>", code)) - {"roles"}
    used |= {name for call in re.findall(r"\.(?:words|set)\(([^()]*)\)", code) for name in re.findall(r'"(\w+)"', call)}
    packs = load_packs()
    reading, common = (next(pack for pack in packs.parsed if pack.id == name) for name in ("reading", "common"))
    assert used - set(reading.lists) <= set(common.lists)
    assert set(reading.lists) - set(re.findall(r"\w+", code)) == set()


def test_a_longer_word_is_found_before_one_that_begins_it() -> None:
    assert re.match(either(["其", "其中"]), "其中").group() == "其中"  # type: ignore[union-attr]
    assert re.search(either([]), "其中") is None


def test_a_list_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        Lexicon(load_packs())["<<towns>>"]
