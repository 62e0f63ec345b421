"""`pipeline rules`: what rules there are, what one says, and whether packs hold what their examples promise."""

from __future__ import annotations

import argparse

from pipeline.cli import fail


def add(parser: argparse.ArgumentParser) -> None:
    from pipeline.packs.rules import KINDS

    does = parser.add_subparsers(dest="does", metavar="list|show|check", required=True)
    listed = does.add_parser("list", help="a line for each rule: id, pack, words, an example")
    listed.add_argument("--kind", action="append", default=[], choices=tuple(KINDS), metavar="KIND", help=f"only these: {', '.join(KINDS)}")
    listed.add_argument(
        "--pack", action="append", default=[], metavar="NAME", help="only of this pack, by id, or by path for one of your own"
    )
    show = does.add_parser("show", help="all that a rule says, and its examples")
    show.add_argument("rule", metavar="RULE", help="as a row's `rule` column has it (visits:served), or its id alone")
    show.add_argument("--pack", action="append", default=[], metavar="PACK.toml", help="look in this pack of your own too")
    check = does.add_parser("check", help="load packs and run their examples")
    check.add_argument(
        "packs", nargs="*", metavar="PACK.toml", help="packs of your own, loaded beside the built-in ones (none: these alone)"
    )


def run(args: argparse.Namespace) -> int:
    from pipeline.packs import PackError

    try:
        return _DOES[args.does](args)
    except PackError as error:
        return fail(error)


def _list(args: argparse.Namespace) -> int:
    from pipeline.cli.rules.listing import lines
    from pipeline.packs import load_packs

    packs = load_packs(tuple(name for name in args.pack if name.endswith(".toml")))
    ids = {pack.file: pack.id for pack in packs.parsed}
    wanted = {ids.get(name.rpartition("/")[2], name) for name in args.pack}
    unknown = wanted - set(ids.values())
    if unknown:
        return fail(f"{', '.join(sorted(unknown))}: there is no such pack; use {', '.join(ids.values())} or the path of a .toml file", 2)
    print(*lines(packs.rules, args.kind, wanted), sep="\n")
    return 0


def _show(args: argparse.Namespace) -> int:
    from pipeline.cli.rules.showing import found, lines, near
    from pipeline.packs import load_packs

    packs = load_packs(tuple(args.pack))
    rules = found(packs, args.rule)
    if not rules:
        return fail(f"{args.rule}: there is no such rule in a pack{near(packs, args.rule)}; --pack names a pack of your own", 2)
    print(*(line for rule in rules for line in lines(packs, rule)), sep="\n")
    return 0


def _check(args: argparse.Namespace) -> int:
    from pipeline.cli.rules.checking import check

    return check(args.packs)


_DOES = {"list": _list, "show": _show, "check": _check}
