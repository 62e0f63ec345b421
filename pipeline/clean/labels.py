"""Metadata lines: 时间:2013年01月13日 来源:本站原创 作者:… in all their spellings."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pipeline.clean.published import published, span
from pipeline.fold import fold

LONGEST = 240
_BLANKS = "[ \t]{0,4}"
_EDGE = " \t\xa0\u3000|｜丨/·•,，;；:：—–-_[]【】()（）〔〕「」<>《》\ufeff"
_OPEN = re.compile(r"[\[【(（〔<|]\s{0,2}$")
_TIME = re.compile(r"\d{1,2}[:时点]\d{1,2}(?:[:分]\d{1,2}秒?)?")


@dataclass(frozen=True, slots=True)
class Label:
    """A label in a line and its value: `field` is a key of labels.toml, `value` the line's own characters."""

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
def _pattern() -> re.Pattern[str]:
    def alternatives(names: list[str]) -> str:
        return "|".join(_BLANKS.join(map(re.escape, name)) for name in sorted(names, key=len, reverse=True))

    strict, loose = alternatives(list(_names())), alternatives(_fields()["loose"])
    before = r"(?<![\u4e00-\u9fffA-Za-z])"
    return re.compile(f"({strict}){_BLANKS}[\\])】]?{_BLANKS}(:)|{before}({loose})(?![\\u4e00-\\u9fff])|^({loose})(?=[\\u4e00-\\u9fff\\d])")


def labels(line: str) -> list[Label]:
    """The labels of a line with their values, in order; values end at the next label. Empty for lines over 240 characters."""
    if len(line) > LONGEST:
        return []
    folded = fold(line)
    found = [m for m in _pattern().finditer(folded)]
    out = []
    for i, m in enumerate(found):
        name = re.sub(r"\s", "", m[1] or m[3] or m[4])
        end = found[i + 1].start() if i + 1 < len(found) else len(line)
        out.append(Label(_names()[name], name, _value(line[m.end() : end]), m.start(), bool(m[2])))
    return out


def _value(raw: str) -> str:
    value = raw.strip(_EDGE)
    opened = {"(": ")", "（": "）", "《": "》", "[": "]", "【": "】"}
    for left, right in opened.items():
        if value.count(left) == value.count(right) + 1:
            value += right if raw.strip(_EDGE.replace(right, "")).startswith(value + right) else ""
    return value


def is_metadata_line(line: str) -> bool:
    """Whether a line is metadata: labels from its beginning on, or nothing but a date and what stands around it."""
    if len(line) > LONGEST:
        return False
    found = labels(line)
    folded = fold(line)
    if not found:
        return is_date_line(folded)
    before = folded[: found[0].start].strip(_EDGE)
    told = [label for label in found if label.field != "ui" or label.colon]
    if not told:
        return False
    if len(before) > 24 and published(before) is None:
        return False
    if any(c in before for c in "。;!?"):
        return False
    strong = [label for label in found if label.colon] or [
        label for label in found if label.field in ("published", "reads") and any(map(str.isdigit, label.value))
    ]
    return bool(strong) and not _is_sentence(found)


def _is_sentence(found: list[Label]) -> bool:
    """Whether the values read like running text."""
    return any(len(label.value) > 60 and label.field not in ("ui", "title") for label in found) or any(
        "。" in label.value for label in found
    )


def is_date_line(folded: str) -> bool:
    """Whether a folded line is a date with at most a time and 12 more characters."""
    at = span(folded)
    if at is None:
        return False
    rest = _TIME.sub("", folded[: at[0]] + folded[at[1] :])
    return len(re.sub(r"[\s日|/·,()\[\]星期周一二三四五六天]", "", rest)) <= 12 and "。" not in folded
