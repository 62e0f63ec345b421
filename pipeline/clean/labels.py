"""Metadata lines: 时间:2014年03月05日 来源:本馆 作者:… in all their spellings."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from pipeline.clean.folded import folded
from pipeline.clean.furniture import is_buttons
from pipeline.values import stamp, stamp_place

LONGEST = 260
_BLANKS = "[ \t]{0,4}"
_EDGE = " \t\xa0\u3000|｜丨/·•,，;；:：∶—–-_\ufeff"
_TIME = re.compile(r"\d{1,2}[:时点]\d{1,2}(?:[:分]\d{1,2}秒?)?")
_PUNCTUATED = re.compile("[。,;!?、]")
_SPACE, _SPACE_OR_COLON = re.compile(r"\s"), re.compile(r"[\s:]")
_LONGEST_BARE = 40  # characters, blanks counted, of a label that stands alone
_WORD = re.compile("[\u4e00-\u9fff]")
# Captions of buttons that also begin headlines (推荐：十本好书).
_VERBS = frozenset(("分享", "推荐", "评论", "播放", "投稿", "主题", "图片", "下载", "摄影"))
_BRACKETS = {"(": ")", "（": "）", "[": "]", "【": "】", "〔": "〕", "<": ">"}
# A line without any of these is no metadata line: cheaper to ask first.
_MAYBE = re.compile(
    "[:：∶\\d０-９]|[来來][ \u3000\xa0]{0,4}源|作[ \u3000\xa0]{0,4}者|[编編][辑輯]|稿源|供稿|[记記]者|通[讯訊][员員]|撰稿|[责責][编編]"
)
# What stands around a bare date in a metadata line.
_AROUND = re.compile(
    r"www\.[\w.]{2,40}|[\s日|/·,()\[\]:：]|星期[一二三四五六日天]|周[一二三四五六日天]|[上下]午|GMT|\+0?8:?00|发布|发表|更新|于",
    re.IGNORECASE,
)
_TOLD = frozenset(("published", "origin", "issuer", "author", "poster", "responsible", "editor", "reads", "document"))


@dataclass(frozen=True, slots=True)
class Label:
    """A label in a line and its value: `field` is a key of labels.toml, `value` the line's own characters, `start` its offset."""

    field: str
    name: str
    value: str
    start: int
    colon: bool


@cache
def _fields() -> dict[str, list[str]]:
    loaded: dict[str, list[str]] = tomllib.loads(files("pipeline.clean").joinpath("labels.toml").read_text("utf-8"))
    return loaded


@cache
def _names() -> dict[str, str]:
    return {name: key for key, names in _fields().items() if key != "loose" for name in names}


@cache
def _pattern(colon: bool) -> re.Pattern[str]:
    """One pattern: a long label with a colon anywhere, a short one with a colon at a word's edge, a loose one without a colon at an edge.
    For lines without a `colon` the last of these alone."""

    def alternatives(names: list[str]) -> str:
        first = "".join(sorted({re.escape(name[0]) for name in names}))
        return f"(?=[{first}])(?:" + "|".join(_BLANKS.join(map(re.escape, name)) for name in sorted(names, key=len, reverse=True)) + ")"

    long = alternatives([name for name in _names() if len(name) > 3])
    short = alternatives([name for name in _names() if len(name) <= 3])
    loose = alternatives(_fields()["loose"])
    edge = r"(?:(?<![\u4e00-\u9fffA-Za-z])|(?<=[日分秒]))"
    close = f"{_BLANKS}[\\])】]?{_BLANKS}:"
    with_colon = f"({long}){close}|{edge}({short}){close}|" if colon else ""
    return re.compile(f"{with_colon}{edge}({loose})(?![\\u4e00-\\u9fffA-Za-z])|^({loose})(?=[\\u4e00-\\u9fff\\d])")


@lru_cache(maxsize=1024)
def labels(line: str) -> tuple[Label, ...]:
    """The labels of a line with their values, in order; a value ends at the next label. Empty for lines over 260 characters."""
    if len(line) > LONGEST or line.isascii():  # all labels are Chinese
        return ()
    if not _MAYBE.search(line):
        bare = _SPACE.sub("", folded(line)) if len(line) <= 20 else ""
        return (Label(_names()[bare], bare, "", 0, False),) if bare in _names() else ()
    narrow = folded(line)
    if len(narrow) <= _LONGEST_BARE and (bare := _SPACE.sub("", narrow)) in _names():
        return (Label(_names()[bare], bare, "", 0, False),)
    found = list(_pattern(":" in narrow).finditer(narrow))
    out = []
    for i, m in enumerate(found):
        name = _SPACE.sub("", next(filter(None, m.groups())))
        end = found[i + 1].start() if i + 1 < len(found) else len(line)
        out.append(Label(_names()[name], name, _value(line[m.end() : end]), m.start(), m.group().endswith(":")))
    return tuple(out)


def _value(raw: str) -> str:
    """The value without what parts it from its neighbours; a bracket that has lost its partner goes too."""
    value = raw.strip(_EDGE)
    for left, right in _BRACKETS.items():
        if value.endswith(left):
            value = value[:-1].rstrip(_EDGE)
        if value.endswith(right) and value.count(right) > value.count(left):
            value = value[:-1].rstrip(_EDGE)
        if value.startswith(left) and value.count(left) > value.count(right):
            value = value[1:].lstrip(_EDGE)
    return value


def is_metadata_line(line: str) -> bool:
    """Whether a line is metadata: labels from its beginning on, or nothing but a date and what stands around it."""
    if len(line) > LONGEST or "。" in line or not (_MAYBE.search(line) or is_bare_label(line)):
        return False
    found = labels(line)
    return is_labelled(line, found) if found else is_date_line(folded(line))


def is_labelled(line: str, found: tuple[Label, ...]) -> bool:
    """Whether a line with these labels is a metadata line and not a sentence that has one."""
    before = folded(line[: found[0].start]).strip(_EDGE + "[(<【")
    if any(c in before for c in "。;!?") or (len(before) > 24 and stamp(before) is None):
        return False
    if found[0].name in _VERBS and len(found) == 1 and len(found[0].value) > 4 and not is_buttons(found[0].value):
        return False
    if any("。" in label.value or (len(label.value) > 60 and label.field not in ("title", "ui")) for label in found):
        return False
    return any(label.colon or _loose_value_fits(label) for label in found) or (is_bare_label(line) and len(found[0].name) > 2)


def is_bare_label(line: str) -> bool:
    """Whether a line is a label and nothing else (发布机构, in a table of metadata)."""
    return len(line) <= 20 and _SPACE_OR_COLON.sub("", folded(line)) in _names()


def _loose_value_fits(label: Label) -> bool:
    """Whether a label without a colon is one: dates and counters need digits behind them, names need to be short."""
    if label.field in ("published", "reads"):
        return any(map(str.isdigit, label.value))
    return label.field in ("origin", "author", "editor") and 0 < len(label.value) <= 16


def tells(found: tuple[Label, ...]) -> bool:
    """Whether any of the labels names something about the page (buttons alone do not)."""
    return any(label.field in _TOLD for label in found)


def is_date_line(narrow: str) -> bool:
    """Whether a folded line is a date with at most a time and 12 more characters (a medium's name), and no sentence or headline with a date."""
    if len(narrow) > 70:
        return False
    at = stamp_place(narrow)
    if at is None:
        return len(narrow) <= 40 and narrow.isascii() and stamp(narrow) is not None
    if _PUNCTUATED.search(narrow):
        return False
    behind = narrow[at[1] :].removeprefix("日")
    if _WORD.match(behind) and not _AROUND.match(behind):
        return False
    rest = _TIME.sub("", narrow[: at[0]] + " " + behind)
    return len(_AROUND.sub("", rest)) <= 12
