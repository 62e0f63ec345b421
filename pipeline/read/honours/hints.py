"""Words that make an honour likely: a level, a batch, praise."""

from __future__ import annotations

LEVEL_HINT = r"<<level_hints>>|第[一二三四五六七八九十\d]{1,3}批"
PRAISE = r"<<praise>>"
