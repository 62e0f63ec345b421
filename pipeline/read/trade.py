"""What a text speaks of: an institution's own trade, a town, or the news of others."""

from __future__ import annotations

import re

from pipeline.read.scene import Scene

_TRADE = re.compile(r"读者|藏书|图书室|馆藏|到馆|外借|借阅|馆员|查档|讲解|群文|非遗|藏品|展厅|阅览|全宗")
NEWS = re.compile(r"本报讯|记者|据悉|新华社|时报讯|[\u3400-\u9fff]{2}讯")
_WORK = re.compile(_TRADE.pattern + "|群众文化|非物质文化|培训班|艺术团|文物|展览|送戏|文艺|免费开放|档案|库房|查阅")
_REGION = re.compile(
    r"常住人口|户籍人口|总人口|行政村|村委会|耕地|生产总值|财政(?:总)?收入|粮食|农作物|乡镇企业|镇政府|乡政府|村民小组|有线电视用户|幼儿园|农民人均|工业总产值|城镇化率|最低生活保障|森林覆盖率|年平均气温"
)


def tells_region(scene: Scene) -> bool:
    """Whether the text describes a town or a county, whose houses are told in passing."""
    return len(set(_REGION.findall(scene.folded))) >= 3


def tells_trade(scene: Scene) -> int:
    """How many words of an institution's own trade the text has."""
    return len(set(_TRADE.findall(scene.folded)))


def tells_work(scene: Scene) -> int:
    """How many words of the work of any house of culture the text has."""
    return len(set(_WORK.findall(scene.folded)))
