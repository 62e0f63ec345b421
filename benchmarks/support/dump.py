"""Dumps of any size from the sample pages: numbers and names varied, the furniture of a CMS around each page."""

from __future__ import annotations

import random
import re
from pathlib import Path

from pipeline.clean import decode

SAMPLES = Path(__file__).parents[2] / "data" / "raw"
_COUNT = re.compile(r"\d{2,6}(?=(?:\.\d)?[余多]?万?(?:人|册|件|名|场|次))")
_PLACE = re.compile(r"云川|青禾|临溪|泾川|南屿|清河|雁州|江浦|海城")
_BODY = re.compile(r"<body[^>]{0,300}>", re.IGNORECASE)
_END = re.compile(r"</body>", re.IGNORECASE)
_PLACES = [a + b for a in "东南西北青白清临平永" for b in "川溪原州泉湖山浦屿谷"]
_COLUMNS = ["本馆概况", "新闻动态", "读者服务", "数字资源", "政策法规", "古籍保护", "地方文献", "志愿服务", "联系我们", "网站地图"]
_SCRIPT = "<script>" + "var clicks=[];function count(id){clicks.push({id:id,at:new Date()});return clicks.length}\n" * 40 + "</script>"


def write_dump(folder: Path, count: int, seed: int = 7) -> int:
    """Write `count` HTML pages into the folder; returns their size in bytes. The same seed gives the same bytes."""
    rng = random.Random(seed)
    folder.mkdir(parents=True)
    samples = [decode(path.read_bytes()) for path in sorted(SAMPLES.glob("*.html"))]
    size = 0
    for number in range(count):
        sample = samples[number % len(samples)]
        data = _vary(sample.text, rng).encode(sample.charset, "xmlcharrefreplace")
        (folder / f"{number:06d}.html").write_bytes(data)
        size += len(data)
    return size


def _vary(text: str, rng: random.Random) -> str:
    places: dict[str, str] = {}
    text = _PLACE.sub(lambda found: places.setdefault(found[0], rng.choice(_PLACES)), text)
    text = _COUNT.sub(lambda found: str(rng.randint(10 ** (len(found[0]) - 1), 10 ** len(found[0]) - 1)), text)
    text = _BODY.sub(lambda found: found[0] + _SCRIPT + _menu(rng, 40), text, count=1)
    return _END.sub(lambda found: _menu(rng, 60) + found[0], text, count=1)


def _menu(rng: random.Random, count: int) -> str:
    links = (f'<li><a href="/list/{rng.randint(1, 99)}.html" target="_blank">{rng.choice(_COLUMNS)}</a></li>' for _ in range(count))
    return f'<div class="menu"><ul>{"".join(links)}</ul></div>'
