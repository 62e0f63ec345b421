import os
import pickle
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from pipeline.model import Block, Document, Sentence
from pipeline.segment import Segmenter

LINES = [
    "云川市图书馆2012年工作总结",
    "全年接待到馆读者１２，３４５人次；外借图书3.2万册次。职工15人（其中硕士3人，本科5人）。",
    "雲川市圖書館開館時間：8：30—17：30",
    "",
    "！",
]


def document(*lines: str) -> Document:
    blocks, start = [], 0
    for line in lines:
        blocks.append(Block("paragraph", start, start + len(line)))
        start += len(line) + 1
    return Document("p", "\n".join(lines), tuple(blocks))


def words(page: Document, sentence: Sentence) -> list[str]:
    return [page.text[start:end] for start, end in pairwise(sentence.words)]


@pytest.fixture(scope="module")
def segmenter() -> Segmenter:
    return Segmenter(["到馆读者", ("外借图书", 50, "vn")])


def test_sentences_are_numbered_and_know_their_block(segmenter: Segmenter) -> None:
    assert [(s.number, s.block) for s in segmenter.segment(document(*LINES))] == [(0, 0), (1, 1), (2, 1), (3, 2), (4, 4)]


def test_words_and_clauses_begin_and_end_with_the_sentence(segmenter: Segmenter) -> None:
    page = document(*LINES)
    for sentence in segmenter.segment(page):
        for offsets in (sentence.words, sentence.clauses):
            assert (offsets[0], offsets[-1]) == (sentence.start, sentence.end)
            assert list(offsets) == sorted(set(offsets))
        assert "".join(words(page, sentence)) == page.text[sentence.start : sentence.end]


def test_the_words_given_are_words(segmenter: Segmenter) -> None:
    page = document(*LINES)
    found = words(page, segmenter.segment(page)[1])
    assert {"到馆读者", "外借图书"} <= set(found)
    assert not {"到馆读者", "外借图书"} & set(words(page, Segmenter().segment(page)[1]))


def test_tags_are_the_dictionarys(segmenter: Segmenter) -> None:
    assert segmenter.tags(["图书馆", "圖書館", "外借图书", "到馆读者", "2012", "，", "　", ""]) == ("n", "n", "vn", "", "", "", "", "")
    assert segmenter.tags([]) == ()


def test_both_widths_and_scripts_have_the_same_words(segmenter: Segmenter) -> None:
    plain, wide = "图书馆接待读者12345人次(含分馆),增长3.5%", "圖書館接待讀者１２３４５人次（含分館），增長３．５％"
    assert [s.words for s in segmenter.segment(document(plain))] == [s.words for s in segmenter.segment(document(wide))]


def test_white_space_is_a_word(segmenter: Segmenter) -> None:
    page = document("读者 多　了")
    assert words(page, segmenter.segment(page)[0]) == ["读者", " ", "多", "　", "了"]


def test_an_empty_page_has_no_sentences(segmenter: Segmenter) -> None:
    assert segmenter.segment(Document("p", "", ())) == ()


def test_two_segmenters_do_not_share_words() -> None:
    page = document("到馆读者")
    one, other = Segmenter(["到馆读者"]), Segmenter()
    assert len(one.segment(page)[0].words) == 2
    assert len(other.segment(page)[0].words) == 3
    assert len(one.segment(page)[0].words) == 2


def test_a_segmenter_pickles_to_its_words(segmenter: Segmenter) -> None:
    segmenter.load()
    pickled = pickle.dumps(segmenter)
    assert len(pickled) < 1000
    page = document(*LINES)
    assert pickle.loads(pickled).segment(page) == segmenter.segment(page)


def test_works_in_a_forked_child(segmenter: Segmenter) -> None:
    page = document(*LINES)
    expected = segmenter.segment(page)
    child = os.fork()
    if not child:
        os._exit(0 if segmenter.segment(page) == expected else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


SCRIPT = """
import sys
if {without}:
    sys.modules["rjieba"] = None
from pipeline.segment import Segmenter
from pipeline.model import Block, Document
text = "云川市图书馆接待读者"
print(Segmenter(["云川市"]).segment(Document("p", text, (Block("paragraph", 0, len(text)),))))
print("jieba" in sys.modules)
"""


@pytest.mark.parametrize("without", [False, True], ids=["rjieba", "jieba"])
def test_quiet_and_without_a_cache_file(without: bool, tmp_path: Path) -> None:
    """Neither engine says a word or leaves a file in the shared temporary folder, even with all warnings on."""
    environment = os.environ | {
        "TMPDIR": str(tmp_path),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
    }
    ran = subprocess.run(
        [sys.executable, "-W", "always", "-c", SCRIPT.format(without=without)], env=environment, capture_output=True, text=True, check=True
    )
    assert ran.stderr == ""
    assert ran.stdout.splitlines()[1] == str(without)
    assert list(tmp_path.iterdir()) == []
