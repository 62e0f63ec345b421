"""Whether words can be the name of an honour."""

from __future__ import annotations

import re

from pipeline.read.honours.words import TitleWords

_MEDAL = re.compile("[金银铜][牌奖]")
_NO_QUALIFIER = r"[\u3400-\u9fff](?:了|着|过)[\u3400-\u9fff]|<<no_qualifiers>>|\d[余多]?项"
_MASKED = re.compile(r"[xX×某*]{2}|某")
# 最大的区级档案馆: of which level a house is, and no grade that it was given
_RANKED = re.compile(r"(?:中央|国家|省|市|县|区)级(?:国家)?(?:综合)?(?:公共)?(?:档案|图书|博物|文化)馆[”\"]?$")
# 获得一等奖的县级馆: who received it
_HOLDER = re.compile(r"(?:奖|称号|荣誉|殊荣|”)的[\u3400-\u9fff]+$")
# 全省首家数字档案馆: first of its kind, by nobody's grant
_FIRST = re.compile(r"(?:国内|[\u3400-\u9fff]{1,3}[国省市县区]|[全我][国省市县区])?(?:首家|首个|第一[家个]|唯一|惟一)")


def sound(words: TitleWords, name: str, quoted: bool) -> bool:
    """Whether `name` can be one; without quotes it must end as names of honours do."""
    if not 2 <= len(name) <= 46 or name.endswith(words.not_names) or (not quoted and words.lexicon["<<no_title_heads>>"].match(name)):
        return False
    if _MASKED.search(name) or name.startswith("此") or _RANKED.search(name):
        return False
    if name.count("“") != name.count("”") or re.search(r"[。;!?]" if quoted else r"[。;!?]|,(?![“\d])", name):
        return False
    if quoted:
        return True
    if _FIRST.match(name) or _HOLDER.search(name):
        return False
    plain = name.rstrip('”"》)）')
    return (len(name) >= 3 or _MEDAL.fullmatch(name) is not None) and (
        plain.endswith(words.awardlike) or words.kind_of(name)[0] is not None
    )


def is_qualifier(words: TitleWords, before: str) -> bool:
    """Words before the quotes may be a level, a place, a body or a batch, no clause of their own."""
    return not words.lexicon[_NO_QUALIFIER].search(before)


def ends_as_place(words: TitleWords, before: str) -> bool:
    """Whether words before a batch say where it was: 全国第一批…."""
    return before in words.lexicon.set("regions") or before.endswith(("省", "市", "县", "区", *words.provinces))
