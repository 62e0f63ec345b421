"""The same article captured many times: which pages repeat another, told from the signatures of all of them.

A page is a duplicate of another with the very same words, or of one with nearly the same shingles that says all it says: every fact
and every number of the duplicate stands on the other page too, so nothing is lost with it. Of several the one that says most stays,
of equals the first. Nothing depends on how pages were cut into shards.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from pipeline.run.signatures import BANDS

LIKENESS = 0.8  # share of shingles in common, as MinHash estimates it
_LEADERS = 8  # pages of one band that a page is held against
Ints = npt.NDArray[np.int64]


def duplicates(files: Sequence[Path]) -> dict[str, str]:
    """page_id of each duplicate to that of the page which stays. `files`: the signatures, in the order of the pages."""
    ids = _column(files, "page_id")
    if not ids:
        return {}
    rank = _rank(files)
    stays = _same_words(np.asarray(_column(files, "words")), rank)
    pairs = _candidates(files, rank, stays)
    involved = _Involved(files, {page for pair in pairs for page in pair})
    for better, worse in sorted(pairs, key=lambda pair: (rank[pair[1]], rank[pair[0]])):
        if stays[worse] == worse and stays[better] == better and involved.repeats(worse, better):
            stays[worse] = better
    stays = stays[stays]
    return {ids[page].as_py(): ids[stays[page]].as_py() for page in np.flatnonzero(stays != np.arange(len(stays)))}


def _column(files: Sequence[Path], name: str) -> pa.ChunkedArray:
    chunks = [chunk for file in files for chunk in pq.read_table(file, columns=[name]).column(0).chunks]
    return pa.chunked_array(chunks) if chunks else pa.chunked_array([], pa.null())


def _rank(files: Sequence[Path]) -> Ints:
    """Place of each page in the order in which pages are preferred: what says more first, then the order of the pages."""
    says = np.asarray(pa.chunked_array([pc.list_value_length(chunk) for chunk in _column(files, "says").chunks]))
    rank = np.empty(len(says), dtype=np.int64)
    rank[np.argsort(-says.astype(np.int64), kind="stable")] = np.arange(len(says))
    return rank


def _same_words(words: npt.NDArray[np.uint64], rank: Ints) -> Ints:
    """For each page the best one of the same words, which may be itself."""
    stays = np.arange(len(words), dtype=np.int64)
    for group in _groups(words, rank, stays):
        stays[group] = group[0]
    return stays


def _candidates(files: Sequence[Path], rank: Ints, stays: Ints) -> set[tuple[int, int]]:
    """Pairs (better, worse) of pages that share a band."""
    own = np.flatnonzero(stays == np.arange(len(stays)))
    pairs: set[tuple[int, int]] = set()
    for band in range(BANDS):
        column = _column(files, f"band_{band}")
        pages = own[np.asarray(column.is_valid())[own]]
        values = np.asarray(column.fill_null(0)).astype(np.uint64)
        for group in _groups(values[pages], rank[pages], pages):
            for place, worse in enumerate(group[1:], 1):
                pairs.update((int(better), int(worse)) for better in group[: min(place, _LEADERS)])
    return pairs


def _groups(values: npt.NDArray[np.uint64], rank: Ints, pages: Ints) -> Iterator[Ints]:
    """The pages with equal values, two or more, each group by rank."""
    order = np.lexsort((rank, values))
    starts = np.flatnonzero(np.diff(values[order], prepend=np.uint64(0)) != 0)
    starts = np.union1d(starts, [0]) if len(order) else starts
    ends = np.append(starts[1:], len(order))
    for group in np.flatnonzero(ends - starts > 1):
        yield pages[order[starts[group] : ends[group]]]


class _Involved:
    """Signatures of the pages that may be duplicates: the only ones held in memory whole."""

    def __init__(self, files: Sequence[Path], pages: Iterable[int]) -> None:
        self._minhash: dict[int, npt.NDArray[np.uint32]] = {}
        self._says: dict[int, frozenset[int]] = {}
        wanted, first = np.array(sorted(pages), dtype=np.int64), 0
        for file in files if len(wanted) else ():
            table = pq.read_table(file, columns=["says", "minhash"])
            here = wanted[(wanted >= first) & (wanted < first + table.num_rows)]
            for page, row in zip(here, table.take(here - first).to_pylist(), strict=True):
                self._minhash[int(page)] = np.array(row["minhash"], dtype=np.uint32)
                self._says[int(page)] = frozenset(row["says"])
            first += table.num_rows

    def repeats(self, worse: int, better: int) -> bool:
        """Whether the one is like the other and says nothing that the other doesn't."""
        likeness = float(np.mean(self._minhash[worse] == self._minhash[better]))
        return likeness >= LIKENESS and self._says[worse] <= self._says[better]
