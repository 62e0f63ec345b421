"""The least that can be done: read, parse with lxml, scan once, cut into words, write Parquet: FOLDER OUT jieba|rjieba."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import lxml.etree
import pyarrow as pa
import pyarrow.parquet as pq
from patterns import pages

if sys.argv[3] == "rjieba":
    from rjieba import cut
else:
    from jieba import lcut as cut

SCAN = re.compile(r"\d{1,12}(?:\.\d{1,4})?[余多]?万?[余多]?(?:人次|人|名|册)|评为|荣获|授予|一、|二、|（一）")
texts = lxml.etree.XPath("//body//text()[not(parent::script or parent::style)]")
columns: dict[str, list[object]] = {"page": [], "text": [], "words": [], "hits": []}
for name, html in pages():
    root = lxml.etree.fromstring(html.encode("utf-8"), lxml.etree.HTMLParser(encoding="utf-8"))
    # The main text: lines of some length, for want of anything better at this price.
    text = "\n".join(line for line in map(str.strip, texts(root)) if len(line) > 12)
    columns["page"].append(name)
    columns["text"].append(text)
    columns["words"].append(cut(text))
    columns["hits"].append([found.start() for found in SCAN.finditer(text)])

out = Path(sys.argv[2])
out.mkdir(parents=True, exist_ok=True)
pq.write_table(pa.table(columns), out / "pages.parquet", compression="zstd")
