"""BeautifulSoup, regexes and pandas: FOLDER OUT."""

from __future__ import annotations

import sys
from pathlib import Path

import pandas as pd
from bs4 import BeautifulSoup
from patterns import DATE, facts, pages

records, found = [], []
for name, html in pages():
    soup = BeautifulSoup(html, "lxml")
    for tag in soup(["script", "style"]):
        tag.decompose()
    text = soup.get_text("\n", strip=True)
    date = DATE.search(text)
    records.append((name, soup.title.get_text() if soup.title else "", "-".join(date.groups()) if date else "", text))
    found += facts(name, text)

out = Path(sys.argv[2])
out.mkdir(parents=True, exist_ok=True)
pd.DataFrame(records, columns=["page", "title", "date", "text"]).to_parquet(out / "pages.parquet")
pd.DataFrame(found, columns=["page", "table", "words", "number", "unit"]).to_parquet(out / "facts.parquet")
