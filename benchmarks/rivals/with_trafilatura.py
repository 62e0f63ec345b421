"""Trafilatura, jieba and regexes: FOLDER OUT."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import jieba
import trafilatura
from patterns import facts, pages

out = Path(sys.argv[2])
out.mkdir(parents=True, exist_ok=True)
with (out / "pages.csv").open("w", newline="") as to_pages, (out / "facts.csv").open("w", newline="") as to_facts:
    to_pages, to_facts = csv.writer(to_pages), csv.writer(to_facts)
    for name, html in pages():
        found = trafilatura.bare_extraction(html, with_metadata=True)
        text = found.text if found else ""
        to_pages.writerow((name, found and found.title, found and found.date, text, " ".join(jieba.cut(text))))
        to_facts.writerows(facts(name, text))
