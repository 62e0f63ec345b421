"""The signatures of all pages, read column by column and file by file, so that little of them is held at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from pipeline.run.part_file import part_column, part_rows
from pipeline.run.signatures import PERMUTATIONS

Ints = npt.NDArray[np.int64]
_SETS = 256  # kept at a time: the same pages are asked for again and again


def column(files: Sequence[Path], name: str) -> pa.ChunkedArray:
    """One column of all files, in their order."""
    return pa.chunked_array([chunk for file in files for chunk in part_column(file, name).chunks])


def _by_file(files: Sequence[Path], name: str, places: Ints) -> Iterator[tuple[Ints, pa.Array]]:
    """The column's values at `places`, a file at a time, each with the indices of its places."""
    order = np.argsort(places, kind="stable")
    ends = np.cumsum([part_rows(file) for file in files])
    for file, end, found in zip(files, ends, np.split(order, np.searchsorted(places[order], ends[:-1])), strict=True):
        values = part_column(file, name)
        if len(found):
            yield found, values.take(pa.array(places[found] - end + len(values))).combine_chunks()


def minhash(files: Sequence[Path], places: Ints) -> npt.NDArray[np.uint32]:
    """The MinHash of the pages at `places`, a row each."""
    rows = np.empty((len(places), PERMUTATIONS), dtype=np.uint32)
    for found, values in _by_file(files, "minhash", places):
        rows[found] = values.flatten().to_numpy().reshape(-1, PERMUTATIONS)
    return rows


class Says:
    """What the pages at `places` say, eight bytes a fact: a set is made where it is asked for, for sets of all take ten times that."""

    def __init__(self, files: Sequence[Path], places: Ints) -> None:
        pieces, sizes, order = [np.empty(0, dtype=np.uint64)], np.zeros(len(places), dtype=np.int64), np.argsort(places, kind="stable")
        for found, values in _by_file(files, "says", places):
            pieces.append(values.flatten().to_numpy())
            sizes[found] = values.value_lengths().to_numpy()
        self._facts = np.concatenate(pieces)
        self._ends = np.empty(len(places), dtype=np.int64)
        self._ends[order] = np.cumsum(sizes[order])
        self._starts = self._ends - sizes
        self.of = lru_cache(maxsize=_SETS)(self._of)

    def _of(self, index: int) -> frozenset[int]:
        """Hashes of all that the page at `places[index]` says."""
        return frozenset(self._facts[self._starts[index] : self._ends[index]].tolist())
