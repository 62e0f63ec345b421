"""A single person whose doings a report tells: what she borrowed or gave is nobody's statistic."""

from __future__ import annotations

from pipeline.read.lexicon import Lexicon

_PERSON = (
    r"(?:<<surnames>>)[\u3400-\u9fff]{0,2}(?:<<address_forms>>)"
    r"|(?:<<person_roles>>)(?:<<surnames>>)[\u3400-\u9fff]{1,2}(?=一年|全年|累计|已|一次|坚持|连续|先后|每|今年|去年|向|共|[,(])"
    r"|(?:^|[有的])[一某这那]?[位名][\u3400-\u9fff]{0,6}(?:<<single_persons>>)(?=一|全|已|就|每|借|来|在|坚持|连续|向|捐|先后)"
)
# What every such name holds, to be looked for once a page.
_TELLING = r"<<address_forms>>|(?:<<person_roles>>)(?:<<surnames>>)|[位名][\u3400-\u9fff]{0,6}?(?:<<single_persons>>)"


def telling_places(folded: str, lexicon: Lexicon) -> list[int]:
    """Where a text may name single persons: no clause without such a place does."""
    return [found.start() for found in lexicon[_TELLING].finditer(folded)]


def person_in(clause: str, lexicon: Lexicon) -> str | None:
    """The words that name one person in a clause (读者陈阿姨, 小学生林小雨, 一位读者), or None."""
    found = lexicon[_PERSON].search(clause)
    return found.group().lstrip("有的") if found else None
