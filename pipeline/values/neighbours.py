"""What two finds side by side tell of one another."""

from __future__ import annotations

from pipeline.values.forms import Find
from pipeline.values.kinds import Number


def ranked(find: Find, following: Find, folded: str) -> Find:
    """The second of 第三、四名 is an ordinal too; 分 right after 小时 are minutes."""
    if not (isinstance(find, Number) and isinstance(following, Number)) or following.kind != "count":
        return following
    if find.kind == "duration" and following.unit == "分" and find.end == following.start:
        return following._replace(kind="duration")
    if find.kind != "ordinal":
        return following
    if folded[find.start] != "第" or find.unit or not following.unit or following.start - find.end != 1 or folded[find.end] not in "、和及":
        return following
    return following._replace(kind="ordinal")


def inheriting(find: Find, following: Find, folded: str) -> Find:
    """The first of 1.2万、1.5万人次 has the unit of the second."""
    if (
        not (isinstance(find, Number) and isinstance(following, Number))
        or find.kind == "ordinal"
        or find.unit
        or not following.unit
        or find.kind not in ("count", "weak")
    ):
        return find
    if following.start - find.end == 1 and folded[find.end] == "×" and following.kind == "count":  # 3×5米
        return find._replace(unit=following.unit, kind=following.kind, weak=False)
    if find.kind == "weak":
        return find
    if find.form or following.start - find.end != 1 or folded[find.end] not in "、和及与":
        return find
    return find._replace(unit=following.unit, kind=following.kind)
