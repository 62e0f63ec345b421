"""Pages a second from end to end, beside the least that can be done and beside what one would write instead.

python -m benchmarks.pages [--pages 600] [--rounds 3] [--venv FOLDER] [--no-rivals] [--profile | --memory]

Every program runs by itself on the same dump, in turns; what it takes for one page (start-up, dictionaries) is taken off; medians of
CPU seconds. GNE and trafilatura are installed into a virtual environment of their own (--venv keeps it), or left out with a message.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.support.dump import write_dump
from benchmarks.support.measure import Cost, cpu, in_turns, run

RIVALS = Path(__file__).parent / "rivals"
PACKAGES = ["gne", "trafilatura", "jieba", "lxml_html_clean"]


def programs(venv: Path | None) -> dict[str, list[str]]:
    """Command lines by name; a dump and a folder for the results complete them."""
    python = sys.executable
    found = {
        "ours": [python, "-m", "pipeline", "extract", "--quiet"],
        "floor with rjieba": [python, str(RIVALS / "floor.py")],
        "floor with jieba": [python, str(RIVALS / "floor.py")],
        "bs4 + regex + pandas": [python, str(RIVALS / "soup.py")],
    }
    if venv:
        found["GNE + jieba + regex"] = [str(venv / "bin/python"), str(RIVALS / "with_gne.py")]
        found["trafilatura + jieba + regex"] = [str(venv / "bin/python"), str(RIVALS / "with_trafilatura.py")]
    return found


def commands(venv: Path | None, dump: Path, home: Path, tag: str) -> dict[str, list[str]]:
    made = {}
    for name, command in programs(venv).items():
        out = home / f"out-{name.replace(' ', '-')}-{tag}"
        made[name] = [*command, str(dump), "--out", str(out)] if name == "ours" else [*command, str(dump), str(out), name.split()[-1]]
    return made


def rivals_venv(folder: Path) -> Path | None:
    """A virtual environment with the rivals in it; None, and a message, where they can't be installed."""
    python = folder / "bin/python"
    try:
        if not python.exists():
            subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True, capture_output=True)
            subprocess.run([str(python), "-m", "pip", "install", "--quiet", *PACKAGES], check=True, capture_output=True, text=True)
        subprocess.run([str(python), "-c", "import gne, trafilatura, jieba"], check=True, capture_output=True, text=True)
    except (subprocess.CalledProcessError, OSError) as error:
        reason = (getattr(error, "stderr", None) or str(error)).strip().splitlines()[-1]
        print(f"GNE and trafilatura left out: {reason}")
        return None
    return folder


def speed(venv: Path | None, home: Path, pages: int, rounds: int) -> None:
    """Print pages a second of every program, and how many times ours that is."""
    size = write_dump(home / "dump", pages)
    write_dump(home / "one", 1)
    print(f"{pages} pages, {size / pages / 1000:.1f} kB each, {rounds} rounds")
    start_up, costs = (_costs(venv, home, dump, rounds) for dump in ("one", "dump"))
    rates = {name: (pages - 1) / (cpu(costs[name]) - cpu(start_up[name])) for name in costs}
    print(f"{'':28} {'pages/s':>8} {'ours is':>8} {'start-up':>9} {'memory':>8}")
    for name, rate in rates.items():
        memory = max(cost.memory for cost in costs[name])
        print(f"{name:28} {rate:8.0f} {rates['ours'] / rate:7.2f}x {cpu(start_up[name]):8.1f}s {memory:6.0f}MB")


def _costs(venv: Path | None, home: Path, dump: str, rounds: int) -> dict[str, list[Cost]]:
    """What each program took, in turns; each time into a new folder, since an unchanged run of ours does nothing."""
    costs: dict[str, list[Cost]] = {}
    for number in range(rounds):
        for name, cost in in_turns(commands(venv, home / dump, home, f"{dump}-{number}"), 1, home / "log").items():
            costs.setdefault(name, []).extend(cost)
    return costs


def memory(home: Path, pages: int) -> None:
    """Print the highest resident memory of ours on dumps of one, two, four and eight times `pages`."""
    for times in (1, 2, 4, 8):
        dump = home / f"memory-{times}"
        write_dump(dump, pages * times)
        cost = run([*programs(None)["ours"], str(dump), "--out", str(home / f"out-memory-{times}")], home / "log")
        print(f"memory on {pages * times:6} pages: {cost.memory:.0f} MB")


def profile(home: Path, pages: int) -> None:
    """Print where the corridor's own time goes: the functions with most time of their own, and the rooms with all below them."""
    from pipeline.corridor import Corridor
    from pipeline.model import RawPage

    write_dump(home / "profile", pages)
    corridor = Corridor()
    raw = [RawPage(path.name, path.read_bytes()) for path in sorted((home / "profile").iterdir())]
    corridor.rows(raw[0])
    profiler = cProfile.Profile()
    profiler.runcall(lambda: [corridor.rows(page) for page in raw])
    stats = pstats.Stats(profiler).strip_dirs()
    stats.sort_stats("tottime").print_stats(25)
    stats.sort_stats("cumtime").print_stats(40)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=600)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--venv", type=Path, help="keep the rivals' virtual environment here")
    parser.add_argument("--no-rivals", action="store_true")
    parser.add_argument("--memory", action="store_true", help="memory on dumps of one to eight times --pages, instead")
    parser.add_argument("--profile", action="store_true", help="where our own time goes, instead")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        home = Path(folder)
        if chosen.profile:
            profile(home, chosen.pages)
            return
        if chosen.memory:
            memory(home, chosen.pages)
            return
        venv = None if chosen.no_rivals else rivals_venv(chosen.venv or home / "venv")
        speed(venv, home, chosen.pages, chosen.rounds)


if __name__ == "__main__":
    main()
