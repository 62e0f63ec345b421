"""What each stage of a page costs, in ms of CPU: medians over rounds, all in one process.

python -m benchmarks.stages [--pages 280] [--rounds 5]
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from benchmarks.support.dump import write_dump
from pipeline import extract
from pipeline.clean import clean
from pipeline.collector import no_collector
from pipeline.corridor import Corridor
from pipeline.model import RawPage
from pipeline.run.parts import Rows
from pipeline.run.signatures import sign, signature_table
from pipeline.schema import TABLES
from pipeline.write.arrow import to_arrow


class Clock:
    """Seconds of CPU since the last look, added up by stage."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()
        self._last = process_time()

    def __call__(self, stage: str) -> None:
        now = process_time()
        self.spent[stage] += now - self._last  # type: ignore[assignment]  # a Counter holds seconds as well
        self._last = now


def spent(corridor: Corridor, raw: Sequence[RawPage]) -> Counter[str]:
    """One round over the pages. Walks the corridor's stages as `Corridor.rows` and `Parts` do."""
    clock = Clock()
    held = [_rows(corridor, page, clock) for page in raw]
    signatures = [sign(rows) for rows in held]
    clock("signatures")
    signature_table(signatures)
    for table in TABLES:
        to_arrow(table, list(_of(held, table)))
    clock("Arrow tables, schema checked")
    return clock.spent


def _rows(corridor: Corridor, page: RawPage, clock: Clock) -> Rows:
    document = clean(page)
    clock("clean")
    with no_collector():
        sentences = corridor._segmenter.segment(document)
        clock("segment")
        reading = corridor._room.read(document, sentences)
        clock("read")
        sentence_rows = extract.sentence_rows(document, sentences, corridor._segmenter.tags)
        clock("rows of sentences, tags")
        rows: dict[str, Sequence[object]] = {"pages": [extract.page(page, document)], "sentences": sentence_rows}
        rows |= corridor._facts(document, reading)
        clock("other rows, checks")
    return rows


def _of(held: Sequence[Rows], table: str) -> Iterator[Any]:
    return (row for rows in held for row in rows.get(table, ()))


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=280)
    parser.add_argument("--rounds", type=int, default=5)
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        write_dump(Path(folder) / "dump", chosen.pages)
        raw = [RawPage(path.name, path.read_bytes()) for path in sorted(Path(folder, "dump").iterdir())]
    corridor = Corridor()
    spent(corridor, raw[:1])
    rounds = [spent(corridor, raw) for _ in range(chosen.rounds)]
    costs = {stage: median(each[stage] for each in rounds) / len(raw) * 1000 for stage in rounds[0]}
    for stage, cost in costs.items():
        print(f"{stage:30} {cost:6.2f} ms a page {cost / sum(costs.values()):5.0%}")
    print(f"{'together':30} {sum(costs.values()):6.2f} ms a page")


if __name__ == "__main__":
    main()
