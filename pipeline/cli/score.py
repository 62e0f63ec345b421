"""`pipeline score`: read the gold's pages and say how right the rows are."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.cli import fail

BASELINE = "baseline.json"

if TYPE_CHECKING:
    from pipeline.score import Change, GoldPage, PageScore


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("gold", type=Path, metavar="GOLD_DIR", help="folder with gold.jsonl and the pages' texts, or with such folders")
    parser.add_argument("--pages", type=Path, metavar="DIR", help="where the texts are (now: beside the gold)")
    parser.add_argument("--pack", action="append", default=[], metavar="NAME", help="use this pack, by name or path; may be repeated")
    parser.add_argument("--misses", action="store_true", help="list every miss, every surplus row and every trap fallen for")
    parser.add_argument("--locked", action="store_true", help="print totals only, so that no rule can be tuned on this gold")
    parser.add_argument(
        "--baseline",
        type=Path,
        metavar="FILE",
        help=f"show rows gained and lost against FILE (now: GOLD_DIR/{BASELINE}, if there, else the last commit scored)",
    )
    parser.add_argument("--save", action="store_true", help="store the rows in the baseline file for the next comparison")


def run(args: argparse.Namespace) -> int:
    from pipeline.packs import PackError
    from pipeline.score import GoldError, read_gold, show, tally, write_baseline

    # A locked folder is locked, whatever the caller forgot to say; "." and links are looked through.
    locked = args.locked or any(is_locked(path) for path in (args.gold.resolve(), *args.gold.glob("*/")))
    baseline = args.baseline or args.gold / BASELINE
    try:
        golds = read_gold(args.gold, args.pages)
        pages = _score(golds, tuple(args.pack))
        against, changed, note = ("", [], "") if locked or args.save else _compared(args, baseline, pages)
    except (GoldError, PackError) as error:
        return fail(error)
    print(show(tally(pages), pages if args.misses else (), changed, against=against, locked=locked))
    if note:
        print(note)
    if args.save and not locked:
        write_baseline(baseline, pages)
    return 0


def _compared(args: argparse.Namespace, baseline: Path, pages: list[PageScore]) -> tuple[str, list[Change], str]:
    """What the rows are held against, the rows gained and lost, and a line where there is nothing to hold them against."""
    from pipeline.score import changes, read_baseline

    if args.baseline or baseline.is_file():
        return str(baseline), changes(pages, read_baseline(baseline)), ""
    return _since_commit(args, pages)


def _since_commit(args: argparse.Namespace, pages: list[PageScore]) -> tuple[str, list[Change], str]:
    """Against the last commit whose rows are kept; a clean tree's are kept for the next time."""
    import pipeline
    from pipeline.score import asked_for, changes, checkout, earlier, keep, read_baseline

    here = checkout(Path(pipeline.__file__))
    if here is None:
        return "", [], "no rows gained or lost are shown: the code is in no git checkout (--save keeps the rows to compare with)"
    asked = asked_for(here, args.gold, args.pages, tuple(args.pack))
    found = earlier(here, asked)
    kept = keep(here, asked, pages)
    if found is None:
        again = "kept now for the next commit" if kept else f"git stash; pipeline score {args.gold}; git stash pop"
        return "", [], f"no rows of an earlier commit are kept to compare with: {again}"
    commit, file = found
    before = read_baseline(file)
    return f"commit {commit[:9]}", changes([page for page in pages if page.id in before], before), ""


def is_locked(folder: Path) -> bool:
    """Whether the folder is named locked, locked2 … or holds a file LOCKED."""
    return folder.name.startswith("locked") or (folder / "LOCKED").is_file()


def _score(golds: list[GoldPage], packs: tuple[str, ...]) -> list[PageScore]:
    from pipeline.corridor import Corridor
    from pipeline.model import RawPage
    from pipeline.score import score_page

    corridor = Corridor(packs)
    return [score_page(gold, corridor.rows(RawPage(gold.path.name, gold.path.read_bytes()))) for gold in golds]
