"""A single person whose doings a report tells: what she borrowed or gave is nobody's statistic."""

from __future__ import annotations

import re

_SURNAME = "王李张刘陈杨黄赵吴周徐孙马朱胡郭林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡杜叶苏魏吕丁沈姚卢姜崔钟谭陆汪范廖韦贾夏邹孟熊秦邱尹薛闫雷侯龙史陶黎贺顾毛郝龚邵钱武戴莫孔汤"
_ROLE = "读者|学生|志愿者|市民|居民|村民|老人|队员|同学|馆员|教师|护士|馆长|书记"
_PERSON = re.compile(
    rf"[{_SURNAME}][\u3400-\u9fff]{{0,2}}(?:阿姨|大爷|大妈|奶奶|爷爷|先生|女士|同学|老师|师傅|小朋友|老人|婆婆|大伯|大叔|老伯)"
    rf"|(?:{_ROLE})[{_SURNAME}][\u3400-\u9fff]{{1,2}}(?=一年|全年|累计|已|一次|坚持|连续|先后|每|今年|去年|向|共|[,(])"
    r"|(?:^|[有的])[一某这那]?[位名][\u3400-\u9fff]{0,6}(?:读者|市民|居民|村民|老人|学生|志愿者|老师|家长|妈妈|母亲|孩子|小朋友)(?=一|全|已|就|每|借|来|在|坚持|连续|向|捐|先后)"
)


def person_in(clause: str) -> str | None:
    """The words that name one person in a clause (读者陈阿姨, 小学生林小雨, 一位读者), or None."""
    found = _PERSON.search(clause)
    return found.group().lstrip("有的") if found else None
