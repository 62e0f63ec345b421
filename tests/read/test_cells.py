"""Numbers in data tables: heads of columns, and what is none."""

from __future__ import annotations

import time

import pytest

from pipeline.corridor import Corridor
from pipeline.model import RawPage


@pytest.fixture(scope="module")
def corridor() -> Corridor:
    return Corridor()


def visits(corridor: Corridor, head: list[str], rows: list[list[str]]) -> list[tuple[object, object]]:
    """Value and period of each row of visits that a table gives."""
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in [head, *rows])
    title = "云川市图书馆2018年统计"
    html = f"<html><head><title>{title}</title></head><body><h1>{title}</h1><table>{cells}</table></body></html>"
    found = corridor.rows(RawPage(source="table.html", data=html.encode()))["visits"]
    return [(getattr(row, "value", None), getattr(row, "period", None)) for row in found]


def test_a_count_that_looks_like_a_year_heads_nothing(corridor: Corridor) -> None:
    rows = [["城东分馆", "1898"], ["城西分馆", "1904"], ["城南分馆", "2310"], ["城北分馆", "1755"]]
    assert [value for value, _ in visits(corridor, ["分馆", "到馆（人次）"], rows)] == [1898, 1904, 2310, 1755]


@pytest.mark.parametrize("years", [["2016", "2017"], ["2016年", "2017年"]])
def test_a_year_heads_its_column(corridor: Corridor, years: list[str]) -> None:
    found = visits(corridor, ["项目", *years], [["到馆人次", "81200", "83500"]])
    assert found == [(81200, "2016"), (83500, "2017")]


def test_the_time_grows_with_the_rows(corridor: Corridor) -> None:
    def seconds(count: int) -> float:
        rows = [[f"城东{at}分馆", str(at * 7 + 3)] for at in range(count)]
        started = time.process_time()
        visits(corridor, ["分馆", "到馆（人次）"], rows)
        return time.process_time() - started

    seconds(200)
    assert seconds(2000) < 12 * seconds(400)
