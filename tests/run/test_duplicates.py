"""Which pages repeat another."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pipeline.model import RawPage
from pipeline.run.duplicates import duplicates
from pipeline.run.signatures import Signature, sign, signature_table

from .conftest import SmallCorridor

LONG = "".join(f"云川市图书馆在第{i}个街道设立了流动书车，居民可以在家门口借书还书，" for i in "甲乙丙丁戊己庚辛壬癸")


def signature(name: str, text: str, title: str = "工作报告") -> Signature:
    return sign(SmallCorridor().rows(RawPage(name, f"{title}\n{text}".encode())))


def found(tmp_path: Path, signatures: Sequence[Signature], parts: int = 1) -> dict[int, int]:
    """Duplicates as places in the sequence, the signatures cut into files."""
    files = []
    for part in range(parts):
        files.append(tmp_path / f"{part}.parquet")
        size = -(-len(signatures) // parts)
        pq.write_table(signature_table(signatures[part * size : (part + 1) * size]), files[-1])
    place = {each.page_id: number for number, each in enumerate(signatures)}
    return {place[page]: place[stays] for page, stays in duplicates(files).items()}


def test_blanks_width_and_character_forms_do_not_count(tmp_path: Path) -> None:
    pages = [
        signature("a", "接待读者１２０人次，馆舍翻新。"),
        signature("b", "接待讀者120人次，\n館舍 翻新。"),
        signature("c", "接待读者120人次，馆舍翻修。"),
    ]
    assert found(tmp_path, pages) == {1: 0}


def test_the_title_counts(tmp_path: Path) -> None:
    assert found(tmp_path, [signature("a", "见附件。", "通知一"), signature("b", "见附件。", "通知二")]) == {}


def test_pages_without_text_do_not_repeat_each_other(tmp_path: Path) -> None:
    assert found(tmp_path, [signature("a", ""), signature("b", "")]) == {}


def test_a_word_changed_in_a_long_text_is_a_near_duplicate(tmp_path: Path) -> None:
    assert found(tmp_path, [signature("a", LONG), signature("b", LONG.replace("居民", "群众", 1))]) == {1: 0}


def test_a_word_changed_in_a_short_text_is_not(tmp_path: Path) -> None:
    assert found(tmp_path, [signature("a", LONG[:60]), signature("b", LONG[:60].replace("居民", "群众"))]) == {}


def test_another_number_makes_another_page(tmp_path: Path) -> None:
    """Last year's report in this year's words is no duplicate."""
    assert found(tmp_path, [signature("a", LONG + "接待40人次"), signature("b", LONG + "接待42人次")]) == {}


def test_of_near_duplicates_the_one_that_says_more_stays(tmp_path: Path) -> None:
    assert found(tmp_path, [signature("a", LONG), signature("b", LONG + "接待42人次")]) == {0: 1}


def test_of_equals_the_first_stays_for_all(tmp_path: Path) -> None:
    pages = [signature(name, LONG.replace("居民", word, 1)) for name, word in zip("abcd", ("居民", "群众", "读者", "居民"), strict=True)]
    assert found(tmp_path, pages) == {1: 0, 2: 0, 3: 0}


def test_a_page_does_not_repeat_itself(tmp_path: Path) -> None:
    assert found(tmp_path, [signature("a", LONG), signature("a", LONG)]) == {}


def test_no_text_at_all(tmp_path: Path) -> None:
    assert found(tmp_path, []) == {}


@pytest.mark.parametrize("parts", [2, 3, 7])
def test_the_cut_into_shards_does_not_matter(tmp_path: Path, parts: int) -> None:
    chance = random.Random(7)
    texts = [LONG.replace("街道", word, chance.randrange(3)) for word in ("街道", "乡镇", "社区", "村庄")]
    pages = [signature(str(number), chance.choice(texts) + chance.choice(["", "接待42人次"])) for number in range(40)]
    whole = found(tmp_path, pages)
    assert len(whole) > 20
    assert found(tmp_path, pages, parts) == whole


def test_a_megabyte_of_text_is_signed_at_once() -> None:
    assert signature("a", "云" * 1_000_000).minhash is not None


def test_minhash_is_the_same_in_every_version_and_on_every_machine() -> None:
    minhash = signature("a", LONG).minhash
    assert minhash is not None
    assert list(minhash[:3]) == [1324240786, 652224843, 1304679408]
