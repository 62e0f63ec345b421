"""GNE, jieba and regexes: FOLDER OUT."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import jieba
from gne import GeneralNewsExtractor
from patterns import facts, pages

extractor = GeneralNewsExtractor()
out = Path(sys.argv[2])
out.mkdir(parents=True, exist_ok=True)
with (out / "pages.csv").open("w", newline="") as to_pages, (out / "facts.csv").open("w", newline="") as to_facts:
    to_pages, to_facts = csv.writer(to_pages), csv.writer(to_facts)
    for name, html in pages():
        if not name.endswith(".html"):
            continue
        found = extractor.extract(html)
        to_pages.writerow((name, found["title"], found["publish_time"], found["content"], " ".join(jieba.cut(found["content"]))))
        to_facts.writerows(facts(name, found["content"]))
