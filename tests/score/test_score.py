"""The scorer: what is a hit, what a miss, what a trap, and that a locked gold shows totals only."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.schema import FACTS, AwardRow, QuantityRow, StaffRow, VisitRow
from pipeline.score import GoldError, GoldPage, changes, read_baseline, read_gold, score_page, show, tally, write_baseline
from pipeline.score.match import alike, pair, strict

CITED: dict[str, Any] = {"page_id": "p", "field": "text", "start": 0, "end": 1}
EMPTY: dict[str, Any] = {"value_high": None, "bound": "exact", "unit": None, "initiative_id": None}
EMPTY |= {"earliest": None, "latest": None, "basis": None}


def staff(quote: str, value: float, **more: Any) -> StaffRow:
    return StaffRow(
        **CITED
        | EMPTY
        | {"quote": quote, "rule": "staff:total", "institution": None, "dimension": "total", "category": "staff_total", "scope": "exact"}
        | {"category_text": "职工", "value": value, "as_of": None}
        | more
    )


def visit(quote: str, value: float, **more: Any) -> VisitRow:
    return VisitRow(
        **CITED
        | EMPTY
        | {"quote": quote, "rule": "visits:visits_physical", "institution": None, "measure": "visits_physical", "measure_text": "接待读者"}
        | {"audience": None, "audience_text": None, "value": value, "period": None, "period_kind": "unknown"}
        | more
    )


def award(name: str, **more: Any) -> AwardRow:
    return AwardRow(
        **CITED
        | {"quote": name, "rule": "awards:verb", "name": name, "recipient": None, "recipient_kind": "institution", "awarding_body": None}
        | {"level": None, "kind": None, "grade": None, "batch": None, "form": "granted", "date": None, "earliest": None, "latest": None}
        | {"basis": None, "mentions": 1, "initiative_id": None}
        | more
    )


def quantity(quote: str, claimed_by: str | None, reason: str | None) -> QuantityRow:
    return QuantityRow("p", "text", 0, 1, quote, 1.0, None, "exact", None, "count", "stated", claimed_by, reason)


def rows(**tables: list[Any]) -> dict[str, list[Any]]:
    return {table: tables.get(table, []) for table in (*FACTS, "quantities")}


def gold(**tables: list[dict[str, Any]]) -> GoldPage:
    traps = tuple(tables.pop("traps", []))
    kept = {t: tuple(r for r in tables.get(t, []) if not r.get("optional")) for t in FACTS}
    return GoldPage("g", Path("g.txt"), kept, {t: tuple(r for r in tables.get(t, []) if r.get("optional")) for t in FACTS}, traps)


FIFTY_TWO = {"quote": "现有职工52人", "dimension": "total", "category": "staff_total", "value": 52, "bound": "exact"}
FORTY = {"quote": "接待读者40万多人次", "measure": "visits_physical", "value": 400000, "bound": "min"}


def test_hit_miss_and_surplus_are_counted_apart() -> None:
    page = score_page(gold(staff=[FIFTY_TWO], visits=[FORTY]), rows(staff=[staff("现有职工52人", 52), staff("馆员9人", 9)]))
    figures = tally([page]).tables
    assert (figures["staff"].gold, figures["staff"].rows, figures["staff"].lenient) == (1, 2, 1)
    assert figures["staff"].precision(1) == 0.5
    assert figures["visits"].recall(figures["visits"].lenient) == 0.0
    assert [row["quote"] for row in page.tables["visits"].missed] == ["接待读者40万多人次"]


def test_hedge_and_group_decide_the_strict_hit() -> None:
    loose = score_page(gold(visits=[FORTY]), rows(visits=[visit("接待读者40万多人次", 400000)])).tables["visits"]
    assert (len(loose.pairs), loose.strict) == (1, 0)
    close = score_page(gold(visits=[FORTY]), rows(visits=[visit("x", 400000, bound="min", measure="archive_users")])).tables["visits"]
    assert close.strict == 1
    assert not strict("visits", FORTY, {"value": 400000, "bound": "min", "measure": "served"})


def test_one_row_serves_one_gold_row_and_the_near_quote_goes_first() -> None:
    twice = [FIFTY_TWO, FIFTY_TWO | {"quote": "其中本科52人"}]
    near, far = {"quote": "其中本科52人", "value": 52}, {"quote": "现有职工52人", "value": 52}
    pairs, missed, left = pair("staff", twice, [near, far], lambda _, g, r: bool(g["value"] == r["value"]))
    assert [(g["quote"], r["quote"]) for g, r in pairs] == [("现有职工52人", "现有职工52人"), ("其中本科52人", "其中本科52人")]
    assert not missed
    assert not left


@pytest.mark.parametrize(
    ("one", "other", "same"), [("“文明单位”", "文明单位", True), ("全国文明单位", "文明单位", True), ("和谐单位", "先进集体", False)]
)
def test_award_names(one: str, other: str, same: bool) -> None:
    assert alike(one, other) is same


def test_award_date_decides_the_strict_hit() -> None:
    wanted = {"quote": "获文明单位", "name": "文明单位", "date": "2012-09"}
    assert score_page(gold(awards=[wanted]), rows(awards=[award("文明单位")])).tables["awards"].strict == 0
    assert score_page(gold(awards=[wanted]), rows(awards=[award("文明单位", date="2012-09")])).tables["awards"].strict == 1


def test_optional_rows_count_neither_way() -> None:
    optional = FIFTY_TWO | {"optional": True}
    for found in ([], [staff("现有职工52人", 52)]):
        table = score_page(gold(staff=[optional]), rows(staff=found)).tables["staff"]
        assert (table.gold, table.rows, table.surplus) == (0, 0, ())


def test_trap_is_fallen_for_by_a_surplus_row_alone() -> None:
    trap = {"quote": "力争接待读者50万人次", "why": "plan"}
    assert len(score_page(gold(traps=[trap]), rows(visits=[visit("接待读者50万人次", 500000)])).fallen) == 1
    right = gold(visits=[FORTY | {"value": 500000}], traps=[trap])
    assert score_page(right, rows(visits=[visit("接待读者50万人次", 500000)])).fallen == ()


def test_numbers_by_fate() -> None:
    found = rows(
        quantities=[
            quantity("1", "staff:total", None),
            quantity("2", None, "plan"),
            quantity("3", None, None),
            quantity("4", None, "no unit"),
        ]
    )
    assert score_page(gold(), found).numbers == {"claimed": 1, "refused": 1, "unclaimed": 2}


def test_rules_and_columns() -> None:
    named = FIFTY_TWO | {"as_of": "2012", "initiative": "4"}
    total = tally([score_page(gold(staff=[named]), rows(staff=[staff("现有职工52人", 52, initiative_id="4"), staff("9人", 9)]))])
    assert total.rules == {"staff:total": (1, 2)}
    assert total.columns["staff", "as_of"] == (0, 1)
    assert total.columns["staff", "initiative_id"] == (1, 1)


def test_intervals_hold_the_figure_and_repeat() -> None:
    pages = [score_page(gold(staff=[FIFTY_TWO]), rows(staff=[staff("现有职工52人", 52 + i % 3)])) for i in range(12)]
    figures = tally(pages).tables["staff"]
    low, high = figures.lenient_interval
    assert 0 < low <= figures.f1(figures.lenient) <= high < 1
    assert tally(pages) == tally(pages)


def test_baseline_shows_rows_gained_and_lost(tmp_path: Path) -> None:
    wanted = gold(staff=[FIFTY_TWO])
    write_baseline(tmp_path / "b.json", [score_page(wanted, rows(staff=[staff("馆员9人", 9)]))])
    after = [score_page(wanted, rows(staff=[staff("现有职工52人", 52)]))]
    found = changes(after, read_baseline(tmp_path / "b.json"))
    assert [(c.sign, c.right) for c in found] == [("-", None), ("+", True)]
    assert "1 rows gained (1 right), 1 lost" in show(tally(after), changed=found)


def test_locked_gold_shows_totals_only() -> None:
    page = score_page(gold(staff=[FIFTY_TWO], traps=[{"quote": "9人", "why": "other"}]), rows(staff=[staff("馆员9人", 9)]))
    said = show(tally([page]), [page], locked=True)
    assert "staff" in said
    assert "52" not in said
    assert "馆员" not in said
    assert "staff:total" not in said


def write_gold(folder: Path, text: bool = True) -> Path:
    folder.mkdir()
    (folder / "gold.jsonl").write_text(json.dumps({"id": "a", "staff": [FIFTY_TWO | {"scope": "out"}, FIFTY_TWO]}) + "\n", "utf-8")
    if text:
        (folder / "a.txt").write_text("现有职工52人。", "utf-8")
    return folder


def test_gold_is_read_here_or_one_folder_down(tmp_path: Path) -> None:
    write_gold(tmp_path / "open")
    (page,) = read_gold(tmp_path)
    assert (len(page.facts["staff"]), len(page.excused["staff"])) == (1, 1)
    assert read_gold(tmp_path / "open") == [page]


def test_bad_gold_says_what_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no gold"):
        read_gold(tmp_path)
    with pytest.raises(GoldError, match=r"no a\.txt"):
        read_gold(write_gold(tmp_path / "b", text=False))
    (tmp_path / "b" / "gold.jsonl").write_text("{", "utf-8")
    with pytest.raises(GoldError, match="not a page"):
        read_gold(tmp_path / "b")
    with pytest.raises(GoldError, match="no baseline"):
        read_baseline(tmp_path / "none.json")
