"""Tables of contents number nothing; the points that they list do, and so do short points without a text of their own."""

from __future__ import annotations

import pytest

from pipeline import extract_page

LINES = ["一、总体情况", "二、服务情况", "三、总分馆建设", "四、队伍建设", "五、努力方向"]
BODY = "\n".join(f"{line}\n本节写云川县文化馆的工作，读者可以细看。" for line in LINES)


def labels(text: str) -> list[str]:
    return list(extract_page(f"云川县文化馆2021年报\n{text}".encode())["initiatives"]["initiative_id"])


def test_contents_that_are_named_and_told_again() -> None:
    assert labels("目    录\n" + "\n".join(LINES) + "\n" + BODY) == ["1", "2", "3", "4", "5"]


def test_contents_without_a_name_but_told_again() -> None:
    assert labels("\n".join(f"{line}……{page}" for page, line in enumerate(LINES, 3)) + "\n" + BODY) == ["1", "2", "3", "4", "5"]


def test_contents_of_an_excerpt_that_ends_in_the_first_point() -> None:
    assert labels("目录\n" + "\n".join(LINES) + "\n一、总体情况\n云川县文化馆建于1950年。") == ["1"]


@pytest.mark.parametrize("named", ["", "一年来主要做了以下工作：\n"])
def test_short_points_are_points(named: str) -> None:
    assert labels(named + "\n".join(LINES)) == ["1", "2", "3", "4", "5"]
