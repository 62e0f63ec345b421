"""Small words between what matters: links to a number, and what may stand before a noun."""

from __future__ import annotations

import re
from functools import lru_cache

# 达, 为, 有 …: between a head and its number, or a verb and its noun, they add nothing.
LINK = re.compile(
    r"(?:总数|总量|数量|数|总计|合计|共计|累计|共有|共|计|首次|突破|达到了|达到|已达到|已达|达|为|有|是|约|近|超过|超|逾|就|已|了|仅|只|的|等|各|分别|增加到|增长到|增至|上升到|提高到|下降到|不下于?|约有|才|少说也?有?|减少到|降至|升至|发展到|现有|现|拥有|从|由|至|到|均|则|也|高|多|大约|已经|各类|各种|一共|总共|不少于|不低于|在|[\s:|“”\"])*"
)
LEAD = re.compile(
    r"(?:其中|同时|此外|另外|目前|现|现有|现在|全馆|全院|我馆|本馆|该馆|馆内|馆里|共有|共(?![享建青同])|拥有|设有|建有|有|还|并|且|又|也|而|及|和|与|以及|等|了|为|是|达到|达|累计|先后|分别|全年|年均|年|每年|日均|月均|平均每[天日月年周]|平均|周末|节假日|工作日|单日|每天|每日|每月|最多的?一?天?|最高|高峰期?|当年|当日|暑期|寒假|期间|高峰日|同期|又|已|已有|则|另有|另|截至|先后|一年来|[\s、,;:。()“”\"])*"
)
DATE_CONNECTIVE = re.compile(
    r"(?:截至|截止|到|至|自|从|在|于|目前|现在|其中|同时|此外|另外|据统计|据悉|近年来|几年来|多年来|如今|据介绍|据了解|[\s,、“”()])*"
)


def is_link(text: str) -> bool:
    """Whether nothing but links stands in `text`."""
    return LINK.fullmatch(text) is not None


@lru_cache(maxsize=4096)  # the same few words stand beside most numbers
def _links_at_end(ending: str) -> int:
    """How many of the last characters are one link: the longest that is."""
    return next((n for n in range(len(ending), 0, -1) if is_link(ending[-n:])), 0)


def trimmed(text: str) -> tuple[int, int]:
    """Start and end of `text` without the leading words and the links at its end. Empty where nothing is left."""
    start = LEAD.match(text)
    low = start.end() if start else 0
    high = len(text)
    while high > low and (cut := _links_at_end(text[max(low, high - 4) : high])):
        high -= cut
    return low, high
