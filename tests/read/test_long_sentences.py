"""A sentence of thousands of numbers costs in proportion: a list without a full stop is no trap for a run."""

from __future__ import annotations

import time

from pipeline.corridor import Corridor
from pipeline.model import RawPage

CORRIDOR = Corridor()


def seconds(numbers: int) -> float:
    text = "云川市图书馆2023年总结\n2023年全年" + "".join(f"，{day % 28 + 1}日借出{day + 1}册" for day in range(numbers)) + "。\n"
    start = time.process_time()
    CORRIDOR.rows(RawPage(source="page.txt", data=text.encode()))
    return time.process_time() - start


def test_four_times_the_numbers_cost_no_sixteen_times() -> None:
    seconds(100)
    assert seconds(4000) < 9 * seconds(1000)


def test_what_never_stops_is_cut_where_a_clause_ends() -> None:
    text = "云川市图书馆2023年总结\n2023年全年" + "，新增图书1200册、期刊30种" * 2000 + "。\n"
    rows = CORRIDOR.rows(RawPage(source="page.txt", data=text.encode()))
    told = rows["pages"][0].text
    spans = [(row.start, row.end) for row in rows["sentences"]]
    assert all(end - start <= 4000 for start, end in spans)
    assert all(told[end - 1] in "，、。" for start, end in spans if end - start > 40)
    assert "".join(told[start:end] for start, end in spans) == told.replace("\n", "")
