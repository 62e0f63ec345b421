"""The signatures of all pages, read column by column and file by file, so that little of them is held at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from pipeline.run.part_file import part_column, part_rows
from pipeline.run.signatures import PERMUTATIONS

Ints = npt.NDArray[np.int64]


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
        self._rows: list[pa.Array] = []
        self._at = np.empty((len(places), 2), dtype=np.int32)
        for found, values in _by_file(files, "says", places):
            self._at[found, 0], self._at[found, 1] = len(self._rows), np.arange(len(found))
            self._rows.append(values)

    def of(self, index: int) -> frozenset[int]:
        """Hashes of all that the page at `places[index]` says."""
        file, row = self._at[index]
        rows = self._rows[file]
        start, end = rows.offsets[row].as_py(), rows.offsets[row + 1].as_py()
        return frozenset(rows.values[start:end].to_numpy().tolist())
