"""What a page's duplicates are told by: a hash of its words, a MinHash of its shingles, and hashes of all that it says."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
from rensa import RMinHash

from pipeline.fold import fold
from pipeline.schema import FACTS, TABLES

SHORTEST = 80  # characters; a shorter page is a duplicate only of one with the very same words
PERMUTATIONS = 64
BANDS = 16
_SHINGLE = 4
_READ = 50_000  # characters that go into the MinHash, so that no page costs more than a few ms
_STEP = 10_000
_NO_WORD = re.compile(r"[\W_]+")
_BLANK = re.compile(r"\s+")
_WHERE = {"page_id", "field", "start", "end", "quote", "rule", "text", "mentions", "initiative_id", "parent_id"}
_MIX = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5], dtype=np.uint64)

SCHEMA = pa.schema(
    [
        pa.field("page_id", pa.string(), nullable=False),
        pa.field("words", pa.uint64(), nullable=False),
        pa.field("says", pa.list_(pa.uint64()), nullable=False),
        pa.field("minhash", pa.list_(pa.uint32(), PERMUTATIONS)),
        *(pa.field(f"band_{band}", pa.uint64()) for band in range(BANDS)),
    ]
)


class Signature(NamedTuple):
    """Of one page. `minhash` is None where the text is too short for shingles to tell anything."""

    page_id: str
    words: int
    says: tuple[int, ...]
    minhash: Sequence[int] | None


def sign(rows: Mapping[str, Sequence[Any]]) -> Signature:
    """The signature of a page, or of an article over several, from its rows."""
    page, *_ = rows["pages"]
    title, text = fold(page.title or ""), fold(page.text)
    words = _BLANK.sub("", title) + "\n" + _BLANK.sub("", text)
    told = words if page.text else page.page_id  # pages without a text don't repeat each other
    return Signature(page.page_id, _hash(told), tuple(sorted(set(_says(rows)))), _minhash(_NO_WORD.sub("", title + text[:_READ]).lower()))


def signature_table(signatures: Sequence[Signature]) -> pa.Table:
    """Signatures as a table, with the bands of each MinHash: near duplicates share at least one."""
    ids, words, says, hashes = zip(*signatures, strict=True) if signatures else ((), (), (), ())
    given = np.array([row is not None for row in hashes], dtype=bool)
    matrix = np.array([row or [0] * PERMUTATIONS for row in hashes], dtype=np.uint64).reshape(-1, BANDS, PERMUTATIONS // BANDS)
    bands = (matrix * _MIX).sum(axis=2, dtype=np.uint64)
    columns = [pa.array(ids, pa.string()), pa.array(words, pa.uint64()), pa.array(says, SCHEMA.field("says").type)]
    columns += [pa.array(hashes, SCHEMA.field("minhash").type)]
    columns += [pa.array(bands[:, band], pa.uint64(), mask=~given) for band in range(BANDS)]
    return pa.Table.from_arrays(columns, schema=SCHEMA)


def _says(rows: Mapping[str, Sequence[Any]]) -> Iterable[int]:
    """Every fact and every number of the page, wherever on the page it stands."""
    for table in FACTS:
        read = _reader(table)
        yield from (_hash(f"{table}{read(row)!r}") for row in rows.get(table, ()))
    yield from (_hash(_BLANK.sub("", fold(row.quote))) for row in rows.get("quantities", ()))


@cache
def _reader(table: str) -> attrgetter[tuple[Any, ...]]:
    names = [column.name for column in fields(TABLES[table])]
    return attrgetter(*(name for name in names if name not in _WHERE and not name.endswith("_text")))


def _minhash(words: str) -> list[int] | None:
    if len(words) < SHORTEST:
        return None
    minhash = RMinHash(num_perm=PERMUTATIONS, seed=1)
    for step in range(0, len(words) - _SHINGLE + 1, _STEP):
        piece = words[step : step + _STEP + _SHINGLE - 1]
        minhash.update([piece[i : i + _SHINGLE] for i in range(len(piece) - _SHINGLE + 1)])
    return list(minhash.digest())


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
