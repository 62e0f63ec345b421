"""The notebooks are whole and run on tables fresh from data/raw."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.run import Request, extract

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder beside fresh tables, as notebooks/ is."""
    home = tmp_path_factory.mktemp("home")
    extract(Request((ROOT / "data" / "raw",), home / "data" / "processed", quiet=True))
    (home / "notebooks").mkdir()
    return home / "notebooks"


def test_there_is_one() -> None:
    assert NOTEBOOKS


@pytest.mark.parametrize("path", NOTEBOOKS, ids=[path.name for path in NOTEBOOKS])
def test_is_a_notebook(path: Path) -> None:
    book = json.loads(path.read_text("utf-8"))
    assert (book["nbformat"], book["nbformat_minor"]) >= (4, 5)
    assert set(book) == {"cells", "metadata", "nbformat", "nbformat_minor"}
    ids = [cell["id"] for cell in book["cells"]]
    assert len(ids) == len(set(ids))
    for cell in book["cells"]:
        needed = {"cell_type", "id", "metadata", "source"}
        assert set(cell) == (needed | {"execution_count", "outputs"} if cell["cell_type"] == "code" else needed)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=[path.name for path in NOTEBOOKS])
def test_runs_from_top_to_bottom(path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    names: dict[str, Any] = {}
    shown = {cell["id"]: _run("".join(cell["source"]), names) for cell in _code(path)}
    assert len(shown["by-year"]) > 0
    assert shown["by-year"].notna().any(axis=None)
    assert shown["citation"]
    assert all("“" in said and "characters" in said for said in shown["citation"])
    assert shown["reasons"].sum() > 0
    assert shown["one-page"]["value"].tolist() == [42000.0]


def _code(path: Path) -> list[dict[str, Any]]:
    return [cell for cell in json.loads(path.read_text("utf-8"))["cells"] if cell["cell_type"] == "code"]


def _run(source: str, names: dict[str, Any]) -> Any:
    """Run a cell; what its last line shows."""
    tree = ast.parse(source)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "cell", "exec"), names)
    return eval(compile(ast.Expression(last.value), "cell", "eval"), names) if isinstance(last, ast.Expr) else None
