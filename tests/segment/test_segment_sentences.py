"""Where sentences and clauses end. `|` stands between sentences, `/` between clauses; the text is the line without them."""

import itertools
import time

import pytest

from pipeline.fold import fold
from pipeline.segment.sentences import split

MARKED = [
    # sentences
    "云川市图书馆全年开放。|接待读者3万人次！|好不好？|好",
    "全馆共有职工52人;/其中馆员8人;/助理馆员9人.",
    "他说：/“今年读者更多了。”|大家都很高兴。",
    "（本报讯）云川市图书馆新馆开馆。|（完）",
    "读者多了（全年达40万人次。）|分馆也多了。",
    "真的？！|真的!!|是啊……",
    "我们还要努力……/“读书”不停",
    '活动很好!|"全民阅读"开始了',
    '馆长说：/"今天,/我们很高兴!"|读者也说好',
    '馆长说：/"好!"读者也说好',
    "“读书吧！”、“走起！”两项活动",
    "他问“好不好？”，/没人答",
    "《为什么读书？》一书出版",
    "欢迎访问http://www.yunchuan.example/list.asp?id=3&page=2，/谢谢",
    "见list.asp?id=3。",
    # numbers
    "藏书1,234,567册,/报刊300种",
    "藏书１，２３４册，/报刊３００种",
    "2012,/345人参加",
    "增长3.5%，/达12.6万人次",
    "开放时间8:30-17:30，/周一闭馆",
    "开放时间：/8：30至17：30",
    "比例为3:1,/偏低",
    # clauses
    "借书、还书、办证一站完成，/方便读者",
    "一、加强领导：/成立小组；/明确分工",
    "三馆一站——/图书馆、博物馆、文化馆——/免费开放",
    "2010—2011年，/读者2010——2011年翻番",
    "“书香云川，悦读有我”活动吸引读者500人，/好评如潮",
    "接待读者(含分馆)40万人次",
    "职工15人/（其中硕士3人，/本科5人），/平均35岁",
    "职工15人/(男3人,/女12人)/平均35岁",
    "接待读者40万人次.借阅图书30万册".replace(".", "./"),
    "接待40万人次。），/好",
    "1)办证2)还书",
    "，读者多了",
    "A。。。|B",
    "一行\n|又一行",
]


@pytest.mark.parametrize("marked", MARKED)
def test_ends(marked: str) -> None:
    text = marked.replace("|", "")
    for slash in ("http://", "/list"):
        text = text.replace(slash, slash.replace("/", "\0"))
    text = text.replace("/", "").replace("\0", "/")
    found = [[text[a:b] for a, b in itertools.pairwise(bounds)] for *_, bounds in split(fold(text), 0, len(text))]
    assert "|".join("/".join(clauses) for clauses in found) == marked.replace("\n", "")


def test_white_space_around_sentences_belongs_to_none() -> None:
    text = "　　读者多了。 　分馆也多了 \t"
    assert [text[a:b] for a, b, _ in split(fold(text), 0, len(text))] == ["读者多了。", "分馆也多了"]


def test_nothing_but_white_space_has_no_sentence() -> None:
    assert list(split(" \t  ", 0, 4)) == []


def test_only_the_stretch_asked_for_is_split() -> None:
    text = "甲。乙。丙。"
    assert [(a, b) for a, b, _ in split(text, 2, 4)] == [(2, 4)]


@pytest.mark.parametrize("unit", ["图", ",--", "(", "(,", "“", '"', '。"', "!、", "《", "1,", "8:", "www.", "好.", "…", "h", "-"])
def test_time_is_linear(unit: str) -> None:
    def cost(length: int) -> float:
        text = (unit * length)[:length]
        started = time.process_time()
        assert sum(1 for _ in split(text, 0, length)) >= 1
        return time.process_time() - started

    assert min(cost(80_000) for _ in range(2)) < 12 * max(min(cost(20_000) for _ in range(3)), 0.002)
