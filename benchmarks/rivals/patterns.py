"""What the scripts of the rivals share: decoding by trial and a few regexes, as somebody writes them in an afternoon."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

NUMBER = r"(\d{1,12}(?:\.\d{1,4})?)[余多]?(万)?[余多]?"
VISITS = re.compile(rf"(?:接待|流通|到馆|参观|入馆)[^，。；]{{0,12}}?{NUMBER}(人次|人)")
STAFF = re.compile(rf"(职工|工作人员|馆员|本科|大专|高级|中级|初级)[^，。；\d]{{0,6}}{NUMBER}([人名位])")
AWARDS = re.compile(r"(?:评为|荣获|获得|授予|命名为)[“\"]?([^“”\"，。；]{2,40})")
DATE = re.compile(r"(\d{4})[年/.-](\d{1,2})[月/.-](\d{1,2})")


def pages() -> Iterator[tuple[str, str]]:
    """Name and text of each file in the folder named first on the command line."""
    for path in sorted(Path(sys.argv[1]).iterdir()):
        yield path.name, decode(path.read_bytes())


def decode(data: bytes) -> str:
    for charset in ("utf-8", "gb18030", "big5"):
        try:
            return data.decode(charset)
        except UnicodeDecodeError:
            continue
    return data.decode("gb18030", "replace")


def facts(name: str, text: str) -> Iterator[tuple[str, str, str, str, str]]:
    """Page, table, words, number, unit."""
    for found in VISITS.finditer(text):
        yield name, "visits", found[0], found[1] + (found[2] or ""), found[3]
    for found in STAFF.finditer(text):
        yield name, "staff", found[1], found[2] + (found[3] or ""), found[4]
    for found in AWARDS.finditer(text):
        yield name, "awards", found[1], "", ""
