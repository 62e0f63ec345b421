"""`pipeline extract`: dumps to tables."""

from __future__ import annotations

import argparse
import signal
import sys
from pathlib import Path

from pipeline.cli import fail


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("raw", nargs="+", metavar="RAW", help="folder, file or archive to read; - for a list of paths on standard input")
    parser.add_argument("--out", default="data/processed", metavar="FOLDER", help="where the tables go, never inside RAW (now %(default)s)")
    parser.add_argument(
        "--pack", action="append", default=[], metavar="NAME", help="use this pack, by name or path; may be repeated (none: all built in)"
    )
    parser.add_argument("--all-captures", action="store_true", help="give rows to every capture of an article, not to one of them alone")
    parser.add_argument(
        "--workers", type=_positive, metavar="N", help="processes that read (by itself one a core for large inputs, else one)"
    )
    parser.add_argument(
        "--retry", action="store_true", help="read again where memory or time ran out, a process died, or a library was missing"
    )
    parser.add_argument(
        "--shard", metavar="i/N", help="read the i-th of N parts of RAW (array jobs); the command without --shard then writes the tables"
    )
    parser.add_argument("--no-merge", action="store_true", help="read, but write no tables yet")
    parser.add_argument("--quiet", action="store_true", help="no progress and no summary, only errors")


def run(args: argparse.Namespace) -> int:
    from pipeline.cli.summary import lines
    from pipeline.packs import PackError
    from pipeline.run import Request, RunError, extract, share

    signal.signal(signal.SIGTERM, _interrupt)
    try:
        if not args.out:
            raise RunError("--out is empty: name a folder", 2)
        part = None if args.shard is None else share(args.shard)
        raw, out = _raw(args.raw), Path(args.out)
        request = Request(
            raw, out, tuple(args.pack), args.all_captures, args.quiet, args.workers, args.retry, part, merge=not args.no_merge
        )
        summary = extract(request)
    except RunError as error:
        return fail(error, error.code)
    except PackError as error:
        return fail(error)
    except KeyboardInterrupt as stop:
        fail(f"stopped. Finished shards are kept in {args.out}; the same command goes on from there.")
        return 143 if stop.args else 130
    if not args.quiet:
        print("\n".join(lines(summary)))
    if summary.nothing_read:
        return fail(f"nothing could be read: {summary.rows['failures']:,} failures, the reasons stand in {args.out}/failures.parquet")
    return 0


def _raw(given: list[str]) -> tuple[Path, ...]:
    from pipeline.dumps import listed
    from pipeline.run import RunError

    if "" in given:
        raise RunError("RAW is empty: name a folder, a file or an archive", 2)
    named = [Path(path) for path in given if path != "-"]
    for path in named:
        if not path.exists():
            raise RunError(f"{path}: no such file or folder")
    listing = listed(sys.stdin.buffer.read()) if "-" in given else []
    if not named and not listing:
        raise RunError("no path came on standard input")
    return (*named, *listing)


def _positive(written: str) -> int:
    if not written.isdigit() or int(written) < 1:
        raise argparse.ArgumentTypeError(f"{written} is no number of processes: give 1 or more")
    return int(written)


def _interrupt(number: int, frame: object) -> None:
    raise KeyboardInterrupt(signal.Signals(number).name)
