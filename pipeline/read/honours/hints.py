"""Words that make an honour likely: a level, a batch, praise."""

from __future__ import annotations

import re

LEVEL_HINT = re.compile(r"国家|全国|中国|全?[省市县区州]|首批|第[一二三四五六七八九十\d]{1,3}批|国际|世界|A级|一级|二级|三级|教育部|文化部")
PRAISE = re.compile(r"优秀|先进|最佳|十佳|示范|模范|标兵|突出|最美|文明|优胜")
