"""The command line. Each command is a module with `add(parser)` and `run(args) -> int`, loaded only when it is called."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper

from pipeline import __version__

COMMANDS = {
    "extract": "read dumps, write the tables",
    "explain": "show a page with its spans, the rule of each, and the numbers that no rule claimed",
    "rules": "list the packs' rules, or check a pack",
    "describe": "say what the tables and their columns mean",
    "doctor": "show what was decoded, kept and cut of a page, and why",
    "score": "hold the program against gold pages",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; the exit code: 0 well, 1 not done, 2 called wrongly. Never a traceback for what a user can mend."""
    given = list(sys.argv[1:] if argv is None else argv)
    args = _parser(given).parse_args(given)
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a terminal that can't show a character is no reason to stop
    try:
        code = int(import_module(f"{__name__}.{args.command}").run(args))
        sys.stdout.flush()
        return code
    except BrokenPipeError:  # the reader of our output has gone (`| head`)
        sys.stderr.close()
        return 1
    except OSError as error:
        return fail(f"{error.filename or 'the output'}: {error.strerror or error}")
    except MemoryError:
        return fail("not enough memory: give it more, or fewer --workers; finished shards are kept")
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return 130


def fail(message: object, code: int = 1) -> int:
    """Say on standard error why a command could not be done."""
    print(f"pipeline: {message}", file=sys.stderr)
    return code


def _parser(given: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="pipeline", description="Dumps of Chinese institutional news pages to tables that one can cite.")
    parser.add_argument("--version", action="version", version=f"pipeline {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    called = next((word for word in given if not word.startswith("-")), None)
    for name, what in COMMANDS.items():
        command = commands.add_parser(name, help=what, description=f"{what[0].upper()}{what[1:]}.")
        if name == called:
            import_module(f"{__name__}.{name}").add(command)
    return parser
