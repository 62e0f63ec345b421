"""元 角 分 told together."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.values.cursor import Cursor
from pipeline.values.number.digits import DIGITS, plain
from pipeline.values.number.draft import Draft

_SUBUNITS = re.compile(
    r"零?(?P<jiao>[0-9一二两三四五六七八九壹贰叁肆伍陆柒捌玖])(?:角|毛)(?:(?P<fen>[0-9一二两三四五六七八九壹贰叁肆伍陆柒捌玖])(?:分|(?![0-9十百千万个])))?[钱整]?|(?P<tail>[0-9一二三四五六七八九])(?![0-9十百千万个])"
)


def with_subunits(cursor: Cursor, draft: Draft) -> None:
    """元 角 分 told together, 12元5角, 三块五."""
    if draft.unit not in ("元", "块", "圆", "块钱"):
        return
    if cursor.char(draft.end) == "整" and draft.unit != "块":
        draft.end += 1
    found = _SUBUNITS.match(cursor.folded, draft.end, cursor.high)
    if found is None or (found["tail"] and draft.unit != "块"):
        return
    if found["tail"] and cursor.unit(found.end()):
        return
    if found["fen"] and found[0][-1] == found["fen"] and cursor.unit(found.end()):
        return  # 两块二毛 and what 五人 are counted
    parts = Decimal(DIGITS[found["jiao"] or found["tail"]]) / 10
    if found["fen"]:
        parts += Decimal(DIGITS[found["fen"]]) / 100
    draft.value, draft.end, draft.kind = plain(Decimal(draft.value) + parts), found.end(), "money"
