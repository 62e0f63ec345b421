"""What the page says about itself, from its metadata lines first and its head second."""

from __future__ import annotations

import re

from pipeline.clean.folded import folded
from pipeline.clean.furniture import is_buttons, is_crumb, is_welcome
from pipeline.clean.labels import Label, is_bare_label, is_date_line, is_labelled, labels
from pipeline.clean.pieces import Head, Piece
from pipeline.clean.window import clean_meta, site_of
from pipeline.model import Metadata
from pipeline.values import integer, short_stamp, stamp, stamp_place

_CRUMB_LEAD = re.compile(r"^.{0,16}?(?:位置|栏目|页面|路径|导航)\s{0,3}(?:是|为)?\s{0,3}[:：]?\s{0,3}")
_CRUMB_SEPARATOR = re.compile(r"\s{0,4}(?:>{1,3}|›|»|→|-{1,2}>|/|\\|:{1,2}|·|\||--?|_)\s{0,4}")
_UI_TAIL = re.compile(
    r"[\s\[【(（〔|]{1,4}(?:字体|字号|打印|关闭|收藏|大\s{0,2}中\s{0,2}小|浏览|分享|我要纠错|点击|微信|评论).{0,80}$|[\[【(（〔|]\s{0,4}$"
)
_PLACE = re.compile(r"(?<=..)\s{0,4}[(（][\u4e00-\u9fff]{2,3}[)）]$")  # 云川日报 (云川)
_BUTTON_TAIL = re.compile(r"(?<=..)(?:举报|纠错|分享|收藏|打印|关闭)$")
_META_DATES = (
    "pubdate", "publishdate", "firstpublishedtime", "article:published_time", "og:published_time", "og:release_date", "publish_time", "publishtime",
    "datepublished", "weibo: article:create_at", "weibo:article:create_at", "bytedance:published_time", "date", "dc.date", "dc.date.issued", "dcterms.created", "createdate", "created", "_pubtime", "apub:time",
)  # fmt: skip
_META_ORIGIN = ("contentsource", "source", "mediaid", "article:source", "og:article:source")
_META_SITE = ("sitename", "og:site_name", "application-name")
_TIME = re.compile(r"^日?\s{0,4}\d{1,2}[:：∶时]\d{1,2}(?:[:：∶分]\d{1,2}秒?)?")
_MEDIUM = re.compile(
    r"(?:^|[\s|｜日])([\u4e00-\u9fff]{1,14}(?:报|网|社|台|刊|馆|局|委|办|部|厅|中心|发布|在线|客户端|新闻|传媒|融媒|资讯))(?=$|[\s|｜])"
)
_WEEKDAY = re.compile("星期[一二三四五六日天]")
# Blogs tell the date under the body.
_POSTED = re.compile(r"(?:posted|编辑于|发布于|发表于|更新于|发布时间|@)[\s:@]{0,4}(?:on\s)?(?:19|20)\d{2}[-/.年]\d", re.IGNORECASE)
_COUNT = re.compile(r"\d{1,3}(?:,\d{3}){1,3}(?!\d)|\d{1,9}")
_COUNTED = re.compile(r"(?<![站总日])(?:阅读|浏览|点击|访问)(?:量|数|次数)?\s{0,2}[(:]\s{0,2}(\d{1,9})")
_DIGITS = re.compile(r"\d{1,9}")
_NOBODY = frozenset(("无", "暂无", "佚名", "-", "--", "null", "undefined", "未知", "不详"))


def gather(lines: list[Piece], bare: bool = True) -> dict[str, str]:
    """The first value of each field that these pieces tell, `published` as EDTF; a label at a piece's end takes the next piece.

    `bare`: whether a date without a label counts.
    """
    told: dict[str, str] = {}
    for i, piece in enumerate(lines):
        if piece.hidden or piece.links >= len(piece.text):
            continue
        line = piece.line
        found = labels(line)
        for label in found:
            value = label.value
            if (
                not value
                and label is found[-1]
                and i + 1 < len(lines)
                and (label.colon or is_bare_label(line))
                and _may_be_value(lines[i + 1])
            ):
                value = lines[i + 1].line
            tell(told, label.field, value)
        if bare and not is_welcome(line) and not (not found and _WEEKDAY.search(line)) and (found or is_date_line(folded(line))):
            _tell_unlabelled(told, line, found)
    return told


def gather_below(lines: list[Piece]) -> dict[str, str]:
    """What responsibility lines under a body tell: labels with a colon that begin their line; a blog's date and counter."""
    told: dict[str, str] = {}
    for i, piece in enumerate(lines):
        if piece.links >= len(piece.text):
            continue
        line = piece.line
        found = labels(line)
        if found and found[0].start <= 2 and is_labelled(line, found):
            _tell_below(told, found, lines[i + 1] if i + 1 < len(lines) else None)
        if len(line) <= 80 and _DIGITS.search(line):
            narrow = folded(line)
            if "reads" not in told and (m := _COUNTED.search(narrow)):
                told["reads"] = m[1]
            if "published" not in told and _POSTED.search(narrow):
                tell(told, "published", line)
    return told


def _tell_below(told: dict[str, str], found: tuple[Label, ...], following: Piece | None) -> None:
    for label in found:
        value = label.value
        if not value and label is found[-1] and following is not None and len(following.text) <= 16 and _may_be_value(following):
            value = following.line
        if label.colon:
            tell(told, label.field, value)


def _may_be_value(piece: Piece) -> bool:
    text = piece.text
    return len(text) <= 80 and "。" not in text and not labels(piece.line) and not is_crumb(text) and not is_buttons(text)


def tell(told: dict[str, str], field: str, value: str) -> None:
    """Add a field's value as metadata keep it: dates as EDTF, counters as digits, names without what stands behind them."""
    if field in told or field == "ui":
        return
    narrow = folded(value)
    if field == "published":
        day = stamp(narrow) or short_stamp(narrow)
        if day:
            told["published"] = day
    elif field == "reads":
        if m := _COUNT.search(narrow):
            told["reads"] = m.group().replace(",", "")
    elif (cleaned := _name(value)) and cleaned not in _NOBODY and len(cleaned) <= 80:
        told[field] = cleaned


def _tell_unlabelled(told: dict[str, str], line: str, found: tuple[Label, ...]) -> None:
    """A date that stands in a metadata line outside the values of labels for other dates, and a medium's name behind it."""
    narrow = folded(line)
    before = narrow[: found[0].start] if found else narrow
    if "published" not in told:
        values = [
            folded(label.value)
            for label in found
            if label.field not in ("published", "title", "document") and (label.field != "ui" or not label.colon)
        ]
        if day := next((day for text in (before, *values) if (day := stamp(text))), None):
            told["published"] = day
    if "origin" not in told and (at := stamp_place(before)):
        around = (_TIME.sub("", line[at[1] : len(before)]), line[: at[0]])
        if m := next(filter(None, map(_MEDIUM.search, around)), None):
            told["origin"] = m[1]


def _name(value: str) -> str:
    """A value without the date, buttons and brackets that stand behind it."""
    if at := stamp_place(folded(value)):
        value = value[: at[0]]
    value = _UI_TAIL.sub("", value)
    value = re.split(r"[ \u3000]{2,}|\xa0{2,}|[|｜]", value.strip())[0]
    value = _BUTTON_TAIL.sub("", value.strip(" \t\xa0\u3000|｜-—:：,，;；·"))
    value = _PLACE.sub("", value)
    return value[:-1].rstrip() if value[-1:] in ("【", "[", "(", "（") else value


def crumbs(piece: Piece) -> tuple[str, ...]:
    """The names of a path: 您现在的位置:首页>新闻动态 is 首页, 新闻动态. Where nothing but pictures parts them, its elements do."""
    text = piece.text if _CRUMB_SEPARATOR.search(_CRUMB_LEAD.sub("", folded(piece.text))) else piece.line.replace("  ", ">")
    lead = _CRUMB_LEAD.match(folded(text))
    rest = text[lead.end() :] if lead else text
    names, at = [], 0
    for m in _CRUMB_SEPARATOR.finditer(folded(rest)):
        names.append(rest[at : m.start()])
        at = m.end()
    names.append(rest[at:])
    return tuple(name for part in names if (name := part.strip(" \t\xa0\u3000:：>")))


def metadata(told: dict[str, str], head: Head, title: str | None, path: tuple[str, ...], site: str | None) -> Metadata:
    """Metadata of a page: visible values first, meta elements where nothing is visible."""
    meta = head.meta
    meta_date = next((day for name in _META_DATES if name in meta and (day := stamp(folded(meta[name])))), None)
    origin = told.get("origin") or told.get("issuer")
    if not origin or origin.endswith(("…", "...")):
        origin = _first(meta, _META_ORIGIN) or origin
    headline = told.get("title") if title is None else title
    return Metadata(
        title=headline,
        published=told.get("published") or meta_date or stamp(folded(head.date or "")),
        published_meta=meta_date,
        origin=origin,
        author=told.get("author") or told.get("poster") or head.byline,
        responsible=told.get("responsible"),
        editor=told.get("editor"),
        reads=integer(told["reads"]) if "reads" in told else None,
        breadcrumb=path,
        site=_first(meta, _META_SITE) or site_of(head.title, headline) or site,
        document_number=told.get("document"),
    )


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((value for name in names if (value := clean_meta(meta.get(name, "")))), None)
