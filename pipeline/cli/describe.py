"""`pipeline describe`: the codebook, or one table of it."""

from __future__ import annotations

import argparse


def add(parser: argparse.ArgumentParser) -> None:
    from pipeline.schema import TABLES

    parser.add_argument("table", nargs="?", choices=tuple(TABLES), metavar="TABLE", help=f"one of {', '.join(TABLES)}; none: all")


def run(args: argparse.Namespace) -> int:
    from pipeline.write.codebook import codebook

    print(codebook(args.table), end="")
    return 0
