"""The program's figures on the gold may not fall under the floors; whoever lifts a figure lifts its floor."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.corridor import Corridor
from pipeline.model import RawPage
from pipeline.schema import FACTS
from pipeline.score import Tally, read_gold, score_page, tally

HERE = Path(__file__).parent
FLOORS = json.loads((HERE / "floors.json").read_text("utf-8"))


def measured(folder: str) -> Tally:
    corridor = Corridor()
    pages = read_gold(HERE / folder)
    return tally([score_page(page, corridor.rows(RawPage(page.path.name, page.path.read_bytes()))) for page in pages])


@pytest.mark.parametrize("folder", sorted(FLOORS))
def test_figures_hold_their_floors(folder: str) -> None:
    total, floors, fallen = measured(folder), FLOORS[folder], []
    for table in FACTS:
        figures = total.tables[table]
        said = {
            "precision": figures.precision(figures.lenient),
            "lenient": figures.f1(figures.lenient),
            "strict": figures.f1(figures.strict),
        }
        fallen += [f"{folder} {table} {name} {said[name]:.3f} < {floor}" for name, floor in floors[table].items() if said[name] < floor]
    if total.fallen > floors["traps_fallen"]:
        fallen.append(f"{folder}: {total.fallen} traps fallen for, at most {floors['traps_fallen']} allowed")
    assert not fallen, "\n".join(fallen)
