"""What reading costs beside plain jieba's segmentation of the same text, and how the time of a page divides between the rooms.

python -m benchmarks.reading [--pages 112] [--rounds 5] [--dump FOLDER]

CPU seconds, in turns, medians. Reading is all that comes after segmentation: mentions, meaning, rows, checks.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import process_time

from benchmarks.support.dump import write_dump
from pipeline.clean import clean
from pipeline.corridor import Corridor
from pipeline.model import Document, RawPage
from pipeline.packs import load_packs
from pipeline.segment import Segmenter
from pipeline.segment.dictionary import read_dictionary
from pipeline.segment.words import python_cutter


def raw_pages(count: int, dump: Path | None = None) -> list[RawPage]:
    """The first `count` pages of a folder; without one, pages made from the samples."""
    if dump:
        return [
            RawPage(path.name, path.read_bytes()) for path in sorted(dump.iterdir())[:count] if path.suffix in (".html", ".htm", ".txt")
        ]
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        write_dump(Path(folder) / "dump", count)
        return raw_pages(count, Path(folder) / "dump")


def in_turns(work: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Median CPU seconds of each piece of work, one after the other in every round."""
    taken: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(rounds):
        for name, function in work.items():
            started = process_time()
            function()
            taken[name].append(process_time() - started)
    return {name: median(times) for name, times in taken.items()}


def costs(pages: Sequence[RawPage], rounds: int) -> tuple[list[Document], dict[str, float]]:
    """The pages' documents, and CPU seconds of: the whole corridor, its first two rooms, and plain jieba on the documents' text."""
    corridor, segmenter = Corridor(), Segmenter(load_packs(()).words())
    jieba = python_cutter(read_dictionary())
    documents = [clean(page) for page in pages]
    corridor.rows(pages[0])
    segmenter.load()
    work: dict[str, Callable[[], object]] = {
        "corridor": lambda: [corridor.rows(page) for page in pages],
        "clean": lambda: [clean(page) for page in pages],
        "segment": lambda: [segmenter.segment(document) for document in documents],
        "jieba": lambda: [jieba(document.text) for document in documents],
    }
    return documents, in_turns(work, rounds)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=112)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--dump", type=Path, help="a folder of pages instead of the samples")
    chosen = parser.parse_args(arguments)
    pages = raw_pages(chosen.pages, chosen.dump)
    documents, seconds = costs(pages, chosen.rounds)
    characters = sum(len(document.text) for document in documents)
    reading = seconds["corridor"] - seconds["clean"] - seconds["segment"]
    print(f"{len(pages)} pages, {characters / len(pages):.0f} characters of text each")
    for name, taken in [*seconds.items(), ("reading", reading)]:
        rate, times = characters / taken / 1e6, taken / seconds["jieba"]
        print(f"{name:10} {1000 * taken / len(pages):7.2f} ms a page {rate:7.2f} M characters/s {times:6.2f} x jieba")


if __name__ == "__main__":
    main()
