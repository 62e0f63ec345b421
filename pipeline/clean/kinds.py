"""What kind of page it is, from its headline and the shape of its text."""

from __future__ import annotations

import re

from pipeline.clean.folded import folded
from pipeline.clean.pieces import Piece
from pipeline.model import Metadata

_NOTICE = re.compile(
    r"(?:通知|公告|公示|通告|启事|公开招聘|招聘|招募|招标|采购|中标|成交|须知|预告|预约|征集|征稿|征文|邀请函|申报|报名|遴选|选聘|名单|放假|闭馆|开放时间)"
    r"(?:$|[(（:：—\-\d]|.{0,8}$)"
)
_REPORT = re.compile(
    r"总结|回顾|盘点|业务数据|数据公开|报告|汇报|年报|述职|工作要点|工作计划|工作思路|工作情况|统计公报|白皮书|年度.{0,6}数据|经验(?:材料|交流|做法)|综述|自查|(?:基本|建设|发展|服务|活动)情况$|十[一二三四]五"
)
_POINT = re.compile(r"^(?:[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]{1,3}[、,，])")
_LONG = 600
_ITEM = 8


def kind_of(body: list[Piece], about: Metadata) -> str:
    """list, notice, report, news or other."""
    if is_listing(body) and about.origin is None and (about.published is None or _links_share(body) > 0.7):
        return "list"
    title = folded(about.title or "")
    if _REPORT.search(title):
        return "report"
    if _NOTICE.search(title):
        return "notice"
    points = sum(_POINT.match(piece.text) is not None for piece in body)
    if points >= 3 and sum(len(piece.text) for piece in body) >= _LONG:
        return "report"
    return "news" if (about.published or about.origin) and any("。" in piece.text for piece in body) else "other"


def is_listing(pieces: list[Piece]) -> bool:
    """Whether pieces are mostly links long enough to be headlines."""
    items = sum(piece.links >= _ITEM and _is_item(piece) for piece in pieces)
    return items >= 4 and (_links_share(pieces) > 0.5 or items > 0.45 * len(pieces))


def _is_item(piece: Piece) -> bool:
    return piece.links >= _ITEM and piece.links * 2 > len(piece.text)


def _links_share(pieces: list[Piece]) -> float:
    """How much of the text stands in links that may be headlines."""
    return sum(piece.links for piece in pieces if _is_item(piece)) / max(1, sum(len(piece.text) for piece in pieces))
