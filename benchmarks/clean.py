"""Decode, parse and clean against lxml's bare parse, BeautifulSoup's get_text, and (where installed) trafilatura and GNE, in one run.

    python benchmarks/clean.py [FOLDER]

FOLDER holds .html files; without one the pages are the tests' templates with as much navigation, style and script around them as real pages have.
CPU time a page, the best of several rounds for each page, the tools in turn: on a machine that others use, means and medians tell of them. Exit status 1 where cleaning costs 6 times lxml's parse or more.
"""

from __future__ import annotations

import gc
import importlib.util
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bs4 import BeautifulSoup
from lxml import etree

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "clean")]

from pipeline.clean import clean, decode  # noqa: E402
from pipeline.model import RawPage  # noqa: E402

ROUNDS = 10
MOST = 6.0
_CHARACTERS = "春江花月夜青山绿水长人民图书馆文化活动市区县发展工作会议通知公告新闻动态服务读者中心建设"


def main(arguments: list[str]) -> int:
    """Print the table; 0 where cleaning stays under the limit."""
    pages = _read(Path(arguments[0])) if arguments else _made()
    if not pages:
        print(f"no .html files in {arguments[0]}")
        return 2
    times = _measure(pages, _tools())
    size = sum(map(len, pages)) / len(pages) / 1000
    print(f"{len(pages)} pages of {size:.0f} kB; CPU time a page, best of {ROUNDS} rounds")
    base = times["lxml, bare parse"]
    for name, seconds in times.items():
        print(f"{name:<28}{seconds * 1000:8.2f} ms  x{seconds / base:5.1f}  {1 / seconds:8.0f} pages/s")
    ratio = times["pipeline.clean"] / base
    print(f"decode + parse + clean is {ratio:.1f} times lxml's bare parse (limit {MOST:.0f})")
    return int(ratio >= MOST)


def _read(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted(folder.rglob("*.htm*"))]


def _made() -> list[bytes]:
    from sample_pages import GOLD, sample

    return [
        _around(sample(template, body, encoding="utf-8").page.data.decode(), seed)
        for seed, template in enumerate(GOLD)
        if template != "wechat"
        for body in ("report", "table")
    ]


def _around(page: str, seed: int) -> bytes:
    """The page with a menu, a side column, a style sheet and a script, about 50 kB."""
    pick = random.Random(seed)

    def words(least: int, most: int) -> str:
        return "".join(pick.choice(_CHARACTERS) for _ in range(pick.randint(least, most)))

    menu = "".join(f'<li class="a{n}"><a href="/col/col{n}/index.html" target="_blank">{words(2, 8)}</a></li>\n' for n in range(100))
    side = "".join(
        f'<li><span class="d">2019-0{n % 9 + 1}-11</span><a href="/art/{n}.html" title="{words(9, 9)}">{words(10, 24)}</a></li>\n'
        for n in range(60)
    )
    style = "".join(f".c{n} {{ margin: 0 auto; padding: {n}px; }}\n" for n in range(300))
    script = "".join(f'var item{n} = document.getElementById("x{n}"); if (item{n}) item{n}.style.display = "block";\n' for n in range(200))
    start = page.index(">", page.lower().index("<body")) + 1
    end = page.lower().rfind("</body>")
    top = f"<style>{style}</style><script>{script}</script><div class=menu><ul>{menu}</ul></div>"
    return (page[:start] + top + page[start:end] + f"<div class=side><ul>{side}</ul></div>" + page[end:]).encode()


def _tools() -> dict[str, Callable[[bytes], object]]:
    tools: dict[str, Callable[[bytes], object]] = {
        "lxml, bare parse": lambda page: etree.fromstring(page, etree.HTMLParser(encoding="utf-8")),
        "pipeline.clean": lambda page: clean(RawPage("page", page)),
        "bs4 (lxml), get_text": lambda page: BeautifulSoup(decode(page).text, "lxml").get_text(),
    }
    if importlib.util.find_spec("trafilatura"):
        import trafilatura

        tools["trafilatura, with metadata"] = lambda page: trafilatura.bare_extraction(decode(page).text, with_metadata=True)
    if importlib.util.find_spec("gne"):
        import gne

        tools["GNE"] = lambda page: gne.GeneralNewsExtractor().extract(decode(page).text)
    return tools


def _measure(pages: list[bytes], tools: dict[str, Callable[[bytes], object]]) -> dict[str, float]:
    """Seconds of CPU a page for each tool."""
    best = {name: [float("inf")] * len(pages) for name in tools}
    for _ in range(ROUNDS):
        for name, tool in tools.items():
            gc.collect()  # or one tool pays for what another left behind
            best[name] = [min(seconds, _seconds(tool, page)) for seconds, page in zip(best[name], pages, strict=True)]
    return {name: sum(times) / len(pages) for name, times in best.items()}


def _seconds(tool: Callable[[bytes], object], page: bytes) -> float:
    began = time.process_time()
    tool(page)
    return time.process_time() - began


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
