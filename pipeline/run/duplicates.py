"""The same article captured many times: which pages repeat another, told from the signatures of all of them.

A page is a duplicate of another with the very same words, or of one with nearly the same shingles that says all it says: every fact
and every number of the duplicate stands on the other page too, so nothing is lost with it. Of several the one that says most stays,
of equals the first. Nothing depends on how pages were cut into shards.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from pipeline.run.part_file import part_column
from pipeline.run.signature_files import Ints, Says, column, minhash
from pipeline.run.signatures import BANDS

LIKENESS = 0.8  # share of shingles in common, as MinHash estimates it
_LEADERS = 8  # pages of one band that a page is held against
_STEP = 1 << 12  # pairs compared at a time


def duplicates(files: Sequence[Path]) -> dict[str, str]:
    """page_id of each duplicate to that of the page which stays. `files`: the signatures, in the order of the pages.

    Pages are numbered by rank here: what says more comes first, of equals what comes first. A page repeats only pages before it.
    """
    if not files:
        return {}
    ranked = _ranked(files)
    stays = _same_words(column(files, "words").to_numpy()[ranked])
    _near(files, ranked, stays)
    stays = stays[stays]
    repeating = np.flatnonzero(stays != np.arange(len(stays)))
    ids = column(files, "page_id")
    told = zip(ids.take(pa.array(ranked[repeating])).to_pylist(), ids.take(pa.array(ranked[stays[repeating]])).to_pylist(), strict=True)
    return {page: other for page, other in told if page != other}  # one id twice: a dump that tells its records apart badly


def _ranked(files: Sequence[Path]) -> Ints:
    """The pages' places in the files, by rank."""
    says = np.concatenate([pc.list_value_length(chunk).to_numpy() for file in files for chunk in part_column(file, "says").chunks])
    return np.argsort(-says.astype(np.int64), kind="stable")


def _same_words(words: npt.NDArray[np.uint64]) -> Ints:
    """For each page the first of the same words, which may be itself."""
    order, start = _groups(words)
    stays = np.empty(len(words), dtype=np.int64)
    stays[order] = order[start]
    return stays


def _near(files: Sequence[Path], ranked: Ints, stays: Ints) -> None:
    """Puts into `stays` the pages that near duplicates repeat."""
    better, worse = _candidates(files, ranked, np.flatnonzero(stays == np.arange(len(stays))))
    pages = np.union1d(better, worse)
    alike = _alike(minhash(files, ranked[pages]), np.searchsorted(pages, better), np.searchsorted(pages, worse))
    better, worse = better[alike], worse[alike]
    pages = np.union1d(better, worse)
    says = Says(files, ranked[pages])
    pairs = _tuples(worse, np.searchsorted(pages, worse), better, np.searchsorted(pages, better))
    for (other, place), group in groupby(pairs, key=itemgetter(0, 1)):
        said = says.of(place)
        stays[other] = next((one for _, _, one, at in group if stays[one] == one and said <= says.of(at)), other)


def _tuples(*columns: Ints) -> Iterator[tuple[int, ...]]:
    """The rows of the columns; only some at a time are Python's numbers, which take five times the room."""
    for step in range(0, len(columns[0]), _STEP):
        yield from zip(*(column[step : step + _STEP].tolist() for column in columns), strict=True)


def _candidates(files: Sequence[Path], ranked: Ints, own: Ints) -> tuple[Ints, Ints]:
    """Pairs (better, worse) of the pages `own` that share a band, by the rank of the worse, then of the better."""
    count = len(ranked)
    pairs = np.empty(0, dtype=np.int64)
    for band in range(BANDS):
        hashes = column(files, f"band_{band}").take(pa.array(ranked[own]))
        pages = own[hashes.is_valid().to_numpy()]
        order, start = _groups(hashes.drop_null().to_numpy())
        place = np.arange(len(order))
        found = [pairs]
        for leader in range(_LEADERS):
            behind = start + leader < place
            found.append(pages[order[behind]] * count + pages[order[(start + leader)[behind]]])
        pairs = _distinct(np.concatenate(found))
    return pairs % count, pairs // count


def _distinct(numbers: Ints) -> Ints:
    """The numbers sorted, each once (here four times as fast as `np.unique`)."""
    numbers.sort()
    distinct: Ints = numbers[np.diff(numbers, prepend=-1) != 0]
    return distinct


def _groups(values: npt.NDArray[np.uint64]) -> tuple[Ints, Ints]:
    """An order that brings equal values together, each group by rank, and for each place in it the place where its group starts."""
    order = np.argsort(values, kind="stable")
    first = np.ones(len(order), dtype=bool)
    first[1:] = np.diff(values[order]) != 0
    return order, np.maximum.accumulate(np.where(first, np.arange(len(order)), 0))


def _alike(minhash: npt.NDArray[np.uint32], better: Ints, worse: Ints) -> npt.NDArray[np.bool_]:
    steps = range(0, len(better), _STEP)
    shares = [(minhash[better[step : step + _STEP]] == minhash[worse[step : step + _STEP]]).mean(axis=1) for step in steps]
    return np.concatenate([np.empty(0), *shares]) >= LIKENESS
