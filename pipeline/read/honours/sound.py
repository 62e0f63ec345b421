"""Whether words can be the name of an honour."""

from __future__ import annotations

import re

from pipeline.read.honours.words import TitleWords

_MEDAL = re.compile("[金银铜][牌奖]")
_MASKED = re.compile(r"[xX×某*]{2}|某")
# 最大的区级档案馆: of which level a house is, and no grade that it was given
_RANKED = re.compile(r"(?:中央|国家|省|市|县|区)级(?:国家)?(?:综合)?(?:公共)?(?:档案|图书|博物|文化)馆[”\"]?$")
_VERBAL = re.compile(
    r"^(?:在|对|把|将|向|以|用|从|让|使|能|可|会|应|要|不|没|已|正|更|很|最好|积极|深入|全面|不断|进一步|加强|提高|推进|推动|开展|组织|实施|坚持|满足|促进|建设|打造|完善|创建|争创|申报|参加|做好|读者|群众|社会|广大|领导|各级领导|上级领导|许多|大量|更多|他|她|它|我|你|本|该|其)"
)


def sound(words: TitleWords, name: str, quoted: bool) -> bool:
    """Whether `name` can be one; without quotes it must end as names of honours do."""
    if not 2 <= len(name) <= 46 or name.endswith(words.not_names) or (not quoted and _VERBAL.match(name)):
        return False
    if _MASKED.search(name) or _RANKED.search(name):
        return False
    if name.count("“") != name.count("”") or re.search(r"[。;!?]" if quoted else r"[。;!?]|,(?![“\d])", name):
        return False
    if quoted:
        return True
    plain = name.rstrip('”"》)）')
    return (len(name) >= 3 or _MEDAL.fullmatch(name) is not None) and (
        plain.endswith(words.awardlike) or words.kind_of(name)[0] is not None
    )


def is_qualifier(before: str) -> bool:
    """Words before the quotes may be a level, a place, a body or a batch, no clause of their own."""
    return not re.search(r"[\u3400-\u9fff](?:了|着|过)[\u3400-\u9fff]|活动中|比赛中|读者|群众|荣誉|奖项|\d[余多]?项", before)


def ends_as_place(words: TitleWords, before: str) -> bool:
    """Whether words before a batch say where it was: 全国第一批…."""
    return before in ("全国", "中国", "国家", "全省", "全市", "全县", "全区", "自治区", "国家级", "省级", "市级") or before.endswith(
        ("省", "市", "县", "区", *words.provinces)
    )
