"""What the page says about itself, from its metadata lines first and its head second."""

from __future__ import annotations

import re

from pipeline.clean.furniture import is_crumb
from pipeline.clean.labels import Label, is_date_line, labels
from pipeline.clean.pieces import Head, Piece
from pipeline.clean.published import published, published_short, span
from pipeline.fold import fold
from pipeline.model import Metadata

_CRUMB_LEAD = re.compile(r"^.{0,12}?(?:位置|栏目|页面)\s{0,3}(?:是|为)?\s{0,3}[:：]?\s{0,3}")
_CRUMB_SEPARATOR = re.compile(r"\s{0,4}(?:>{1,3}|＞{1,3}|›|»|→|-{1,2}>|/|\\|::|·|\|)\s{0,4}")
_UI_TAIL = re.compile(
    r"[\s\[【(（〔|]{1,4}(?:字体|字号|打印|关闭|收藏|大\s{0,2}中\s{0,2}小|浏览|分享|我要纠错|点击).{0,80}$|[\[【(（〔|]\s{0,4}$"
)
_META_DATES = (
    "pubdate",
    "publishdate",
    "article:published_time",
    "og:published_time",
    "og:release_date",
    "publish_time",
    "publishtime",
    "datepublished",
    "weibo: article:create_at",
    "firstpublishedtime",
    "date",
    "dc.date",
    "dc.date.issued",
    "createdate",
    "created",
)
_META_ORIGIN = ("contentsource", "source", "mediaid", "article:source")
_META_AUTHOR = ("author", "article:author", "og:article:author", "dc.creator")
_DIGITS = re.compile(r"\d{1,9}")


def gather(lines: list[Piece]) -> dict[str, str]:
    """The first value of each field that these pieces tell, `published` as EDTF; a label at a piece's end takes the next piece."""
    told: dict[str, str] = {}
    for i, piece in enumerate(lines):
        found = labels(piece.text)
        for label in found:
            value = label.value
            if not value and label is found[-1] and label.colon and i + 1 < len(lines) and _may_be_value(lines[i + 1], piece):
                value = lines[i + 1].text
            _tell(told, label, value)
        if "published" not in told and (found or is_date_line(fold(piece.text))) and (day := _loose_date(piece.text, found)):
            told["published"] = day
    return told


def _may_be_value(piece: Piece, label: Piece) -> bool:
    return len(piece.text) <= 60 and piece.node != label.node and not labels(piece.text) and not is_crumb(piece.text)


def _tell(told: dict[str, str], label: Label, value: str) -> None:
    if label.field in told or label.field == "ui":
        return
    folded = fold(value)
    if label.field == "published":
        day = published(folded) or published_short(folded)
        if day:
            told["published"] = day
    elif label.field == "reads":
        if m := _DIGITS.search(folded):
            told["reads"] = m.group()
    elif cleaned := _name(value):
        told[label.field] = cleaned


def _loose_date(text: str, found: list[Label]) -> str | None:
    """A date that stands in a metadata line outside the values of labels for other dates."""
    folded = fold(text)
    before = folded[: found[0].start] if found else folded
    day = published(before)
    if day:
        return day
    for label in found:
        if label.field in ("origin", "author", "editor", "reads") and (day := published(fold(label.value))):
            return day
    return None


def _name(value: str) -> str:
    """A value without the date, buttons and brackets that stand behind it."""
    if at := span(fold(value)):
        value = value[: at[0]]
    value = _UI_TAIL.sub("", value)
    value = re.split(r"\s{2,}|\xa0{2,}|[|｜]", value.strip())[0]
    return value.strip(" \t\xa0\u3000|｜-—:：,，;；[【(（·")


def crumbs(text: str) -> tuple[str, ...]:
    """The names of a path: 您现在的位置:首页>新闻动态 is 首页, 新闻动态."""
    folded = fold(text)
    lead = _CRUMB_LEAD.match(folded)
    rest = text[lead.end() :] if lead else text
    return tuple(name for part in _CRUMB_SEPARATOR.split(rest) if (name := part.strip(" \t\xa0\u3000")))


def metadata(told: dict[str, str], head: Head, title: str | None, path: tuple[str, ...], site: str | None) -> Metadata:
    """Metadata of a page: visible values first, meta elements where nothing is visible."""
    meta = head.meta
    meta_date = next((day for name in _META_DATES if (day := published(fold(meta.get(name, ""))))), None)
    return Metadata(
        title=title or told.get("title"),
        published=told.get("published") or meta_date,
        published_meta=meta_date,
        origin=told.get("origin") or _first(meta, _META_ORIGIN),
        author=told.get("author"),
        responsible=told.get("responsible"),
        editor=told.get("editor"),
        reads=int(told["reads"]) if "reads" in told else None,
        breadcrumb=path,
        site=site,
        document_number=told.get("document"),
    )


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((value for name in names if (value := meta.get(name, "").strip())), None)
