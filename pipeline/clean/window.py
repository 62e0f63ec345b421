"""What a title element and the meta elements say: the headline, and the names of site and column beside it."""

from __future__ import annotations

import html
import re

from pipeline.clean.folded import folded

_SEPARATOR = re.compile(
    r"\s{0,2}(?:-{2,4}|[_|｜]{1,2}|—{2,4}|>{1,2}|»|›)\s{0,2}|\s[-–—·:：]\s|(?<=[\u4e00-\u9fff”》）!?！？\d])[-–](?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff”》）!?！？\d])—(?=[\u4e00-\u9fff]{2,12}(?:网|馆)$)"
)
SITE = re.compile(
    r"(?:网|网站|馆|局|厅|委|院|站|部|会|校|政府|大学|学校|学院|中学|小学|中心|委员会|医院|官网|首页|频道|公司|论坛|博客|社区|在线|平台|新闻|要闻|动态|公告|公开|图书馆|日报|晚报|报|刊|信息|专栏|专题|栏目|详情|详细|内容|正文|文章|浏览|页面|主页|com|cn|net)$",
    re.IGNORECASE,
)
# Columns (新闻动态, 正文) are no sites.
_BODY = re.compile(
    r"(?:网|网站|馆|局|厅|委|院|站|部|会|政府|大学|学校|学院|中学|小学|幼儿园|中心|委员会|医院|官网|公司|论坛|博客|社区|在线|平台|日报|晚报|晨报|时报|早报|周刊|社|台|[一二三四五六七八九十]中)$"
)
_GREETING = re.compile(r"^欢迎(?:您)?(?:访问|光临|来到)")
_TAGS = re.compile(r"<[^<>]{1,200}>")


def clean_meta(title: str) -> str:
    """A headline from a meta element, without the tags and entities that editors leave in it."""
    return _TAGS.sub("", html.unescape(title)).replace("\xa0", " ").strip()


def is_site(text: str) -> bool:
    """Whether words look like a site's or a column's name."""
    return len(text) <= 14 and SITE.search(text) is not None


def from_window(title: str) -> str:
    """The headline part of a title element: its first part, unless that looks like a site's or column's name and a longer one does not."""
    parts = [part.strip() for part in _SEPARATOR.split(title) if part and part.strip()]
    if len(parts) < 2:
        return title.strip()
    names = [bool(SITE.search(part)) and len(part) <= 14 for part in parts]
    longer = [part for part, name in zip(parts, names, strict=True) if not name and len(part) > len(parts[0])]
    return longer[0] if names[0] and longer else parts[0]


def site_of(title: str, headline: str | None) -> str | None:
    """The site's name from a title element: its last part that ends as names of bodies and sites do."""
    parts = [_GREETING.sub("", str(part).strip()) for part in _SEPARATOR.split(title) if part and part.strip()]
    return next((part for part in reversed(parts) if part != headline and _BODY.search(folded(part)) and 3 <= len(part) <= 30), None)
