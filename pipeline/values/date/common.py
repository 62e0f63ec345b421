"""The commonest dates, read at once: 2012年, 2012年9月, 2012年9月5日 with nothing beside them that could mean more.

What is refused here goes the long way, which would read these the same.
"""

from __future__ import annotations

import re

from pipeline.values.cursor import Cursor
from pipeline.values.date.mention import Mention
from pipeline.values.date.point import Point

_COMMON = re.compile(
    r"((?:19|20)[0-9]{2})年(?:(1[0-2]|0?[1-9])月(?:(3[01]|[12][0-9]|0?[1-9])日)?)?"
    r"(?![0-9〇零一二三四五六七八九十廿元度份底初末终中上下第前后春夏秋冬全的 (~/年月日号至到起以之及左许间期内同今星周礼多来余级轻学头首最直Qq正腊当本代-]|历史|文明|开始|为?止)"
)
_ASIDE = frozenset("至止到自从元国第近约过达今")


def common(cursor: Cursor, at: int) -> Mention | None:
    """The date that begins at `at`, where it is one of the common ones."""
    before = cursor.folded[at - 1]
    if before in _ASIDE or (before == "在" and cursor.folded[at - 2] == "约") or (before.isascii() and before.isalnum()):
        return None
    found = _COMMON.match(cursor.folded, at)
    if found is None:
        return None
    year, month, day = found.groups()
    return Mention(at, found.end(), Point(int(year), int(month) if month else None, int(day) if day else None))
