"""No other module turns a numeral or a date into its worth: outside `pipeline.values` a pattern may find digits, never read them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PIPELINE = Path(__file__).parents[2] / "pipeline"
# Numbers of protocols and markup, not of text; and values that are numbers already, put into a table's float.
EXCEPTIONS = {
    "dumps/*": "lengths, codes and sizes in the headers of HTTP, WARC and tar",
    "clean/markers.py": "the start and value attributes of lists",
    "clean/tables.py": "the colspan and rowspan attributes of cells",
    "extract/common.py": "a value to the table's float",
    "extract/quantities.py": "a value to the table's float",
    "examples.py": "a value of a rule's example to the table's float",
    "score/match.py": "a value of a table",
    "cli/*": "what the terminal shows",
    "run/*": "counts and seconds of a run",
    "segment/dictionary.py": "frequencies of jieba",
    "clean/bounds.py": "counts of links",
}
_READERS = frozenset(("int", "float", "Decimal", "fromisoformat", "strptime", "isnumeric", "decimal", "numeric", "digit"))
_ROWS = re.compile("一二三四五|[一二三]十.{0,3}百.{0,3}千|壹贰叁")


def modules() -> Iterator[Path]:
    for path in sorted(PIPELINE.rglob("*.py")):
        name = path.relative_to(PIPELINE).as_posix()
        if not name.startswith("values/") and name not in EXCEPTIONS and f"{name.split('/')[0]}/*" not in EXCEPTIONS:
            yield path


def _called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else node.func.attr if isinstance(node.func, ast.Attribute) else ""


def _text(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _readings(tree: ast.Module) -> Iterator[str]:
    """Conversions of text into a number or a date, and tables that map numerals to worths."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = _called(node)
            names = {arg.id for arg in node.args if isinstance(arg, ast.Name)}
            truth = bool(node.args) and isinstance(node.args[0], ast.BoolOp | ast.Compare)  # int(a in b)
            if (name in _READERS and not truth) or (name == "map" and names & _READERS):
                yield f"line {node.lineno}: {name}()"
            row = _text(node.args[0]) if node.args else ""
            if name in ("enumerate", "zip", "maketrans") and _ROWS.search(row):
                yield f"line {node.lineno}: a row of numerals"
            if name in ("index", "find") and isinstance(node.func, ast.Attribute) and _ROWS.search(_text(node.func.value)):
                yield f"line {node.lineno}: a row of numerals"
        if isinstance(node, ast.Dict):
            keys = {_text(key) for key in node.keys if key is not None}
            if len(keys & set("〇零一二两三四五六七八九十百千万亿")) > 1:
                yield f"line {node.lineno}: a table of numerals"


@pytest.mark.parametrize("path", list(modules()), ids=lambda path: path.relative_to(PIPELINE).as_posix())
def test_no_other_module_reads_a_numeral_or_a_date(path: Path) -> None:
    assert list(_readings(ast.parse(path.read_text("utf-8")))) == []


def test_every_exception_is_needed() -> None:
    for name in EXCEPTIONS:
        found = [
            reading for path in PIPELINE.glob(name.replace("/*", "/**/*.py")) for reading in _readings(ast.parse(path.read_text("utf-8")))
        ]
        assert found, name


@pytest.mark.parametrize(
    "code",
    [
        "n = int(found[1])",
        "n = Decimal(text)",
        "ns = map(int, parts)",
        "d = date.fromisoformat(text)",
        "D = {c: i for i, c in enumerate('零一二三四五六七八九')}",
        "n = '一二三四五六日'.index(day)",
        "S = {'十': 10, '百': 100}",
    ],
)
def test_the_guard_sees(code: str) -> None:
    assert list(_readings(ast.parse(code)))
