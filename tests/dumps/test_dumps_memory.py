"""A large dump costs no more memory than its largest page, a few times over."""

from __future__ import annotations

import gzip
import random
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import made_dumps as made
import pytest

from pipeline.dumps import pages, shards
from pipeline.model import RawPage

PAGE_SIZE = 100_000
_CHANCE = random.Random(7)
_WORDS = ["".join(_CHANCE.choices("云川市图书馆接待读者人次全年开放讲座展览少儿阅览室", k=12)) for _ in range(3000)]
MANY = {f"t{number}.html": made.html(str(number), "，".join(_CHANCE.choices(_WORDS, k=PAGE_SIZE // 39))) for number in range(200)}

SHAPES: dict[str, Callable[[], bytes]] = {
    "zip": lambda: made.as_zip(MANY, zipfile.ZIP_STORED),
    "tar": lambda: made.as_tar(MANY),
    "tar.gz": lambda: gzip.compress(made.as_tar(MANY), 1),
    "tar.zst": lambda: made.zstd_of(made.as_tar(MANY)),
    "warc": lambda: made.as_warc(MANY),
    "warc.gz": lambda: made.as_warc_gz(MANY),
    "wacz": lambda: made.as_wacz(MANY),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_memory_is_bounded(shape: str, tmp_path: Path) -> None:
    (tmp_path / "dump").write_bytes(SHAPES[shape]())
    (shard,) = shards(tmp_path / "dump")
    tracemalloc.start()
    total = sum(len(found.data) for found in pages(shard) if isinstance(found, RawPage))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert total > 15_000_000
    assert peak < 30 * PAGE_SIZE


def test_names_of_many_members_cost_little(tmp_path: Path) -> None:
    count = 5_000
    (tmp_path / "dump").write_bytes(gzip.compress(made.as_tar({f"{'x' * 200}/t{number}.html": b"<p>x" for number in range(count)}), 1))
    (shard,) = shards(tmp_path / "dump")
    tracemalloc.start()
    assert sum(1 for _ in pages(shard)) == count
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1_000_000 + 200 * count
