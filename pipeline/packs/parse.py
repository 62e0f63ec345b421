"""A pack's TOML to rules. Every fault is one line: file, rule, reason, what to do."""

from __future__ import annotations

import re
import tomllib
from dataclasses import MISSING, dataclass, field, fields
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from pipeline.packs.rules import KINDS, Combo, Example, Rule
from pipeline.schema import AwardRow, IndicatorRow, QuantityRow, StaffRow, VisitRow

_GIVEN = {"pack", "yes", "no", "todo"}
_HEAD: dict[str, type] = {"id": str, "title": str, "signs": list, "names": list}
# What the examples of a rule tell of: the rows that it makes or bears on.
_ROWS: dict[str, tuple[type, ...]] = {
    **dict.fromkeys(("grant", "honour", "level"), (AwardRow,)),
    "visits": (VisitRow,),
    "indicators": (IndicatorRow,),
    "staff": (StaffRow,),
    "audience": (VisitRow, IndicatorRow),
    "cue": (QuantityRow,),
}


class PackError(ValueError):
    """A pack that can't be used: the message names the file, the rule, the reason and the mend."""

    def __init__(self, file: str, rule: str, reason: str, mend: str) -> None:
        super().__init__(f"{file}: {rule}: {reason}; {mend}")


@dataclass(frozen=True, slots=True)
class Parsed:
    """One pack file as read: its id, the words of a page (or of its institution's name) that call for it, lexicon lists and rules."""

    id: str
    file: str
    signs: tuple[str, ...]
    names: tuple[str, ...]
    rules: tuple[Rule, ...]
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)
    sha256: str = ""

    def wanted(self, text: str, institution: str) -> bool:
        """Whether a page with this folded text and institution calls for the pack."""
        if self.names:
            return any(name in institution for name in self.names)
        return not self.signs or any(sign in text for sign in self.signs)


def combo(text: str) -> Combo:
    """`接待|迎来 + 读者` to (("接待", "迎来"), ("读者",)). ValueError where a group is empty."""
    groups = tuple(tuple(term.strip() for term in group.split("|") if term.strip()) for group in text.split("+"))
    if not all(groups):
        raise ValueError(f"{text!r} has an empty group")
    return groups


def example(text: str) -> Example:
    """`全年{接待读者3万人次}。 => value=30000 unit=人次` to an Example. ValueError where the braces or columns are off."""
    body, arrow, columns = text.partition("=>")
    body = body.strip()
    expect = tuple(tuple(pair.split("=", 1)) for pair in columns.split())
    if arrow and (not expect or any(len(pair) != 2 for pair in expect)):
        raise ValueError("after => stand column=value pairs")
    marked = re.fullmatch(r"([^{}]*)\{([^{}]+)\}([^{}]*)", body)
    if marked is None:
        if "{" in body or "}" in body:
            raise ValueError("one span may be marked, with one pair of braces")
        return Example(body, expect=expect)  # type: ignore[arg-type]
    head, span, tail = marked.groups()
    return Example(head + span + tail, len(head), len(head) + len(span), expect)  # type: ignore[arg-type]


def _allowed(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) if get_origin(hint) not in (tuple, UnionType) else ()


def _value(cls: type[Rule], key: str, raw: Any) -> Any:
    """The TOML value as the field wants it. ValueError with a plain reason."""
    hint = get_type_hints(cls)[key]
    if get_origin(hint) is tuple:
        if not isinstance(raw, list) or not raw or not all(isinstance(item, str) and item.strip() for item in raw):
            raise ValueError(f"`{key}` is not a list of words")
        return tuple(combo(item) for item in raw) if get_args(hint)[0] is Combo else tuple(raw)
    if hint is bool:
        if not isinstance(raw, bool):
            raise ValueError(f"`{key}` is not true or false")
        return raw
    if not isinstance(raw, str):
        raise ValueError(f"`{key}` is not a text")
    if _allowed(hint) and raw not in _allowed(hint):
        raise ValueError(f"`{key}` is {raw!r}, not one of {', '.join(_allowed(hint))}")
    return raw


def _examples(cls: type[Rule], key: str, raw: Any) -> tuple[Example, ...]:
    """The texts as examples. ValueError where one is none, or tells a column that the rule's rows don't have."""
    if not isinstance(raw, list) or not all(isinstance(text, str) for text in raw):
        raise ValueError(f"`{key}` is not a list of texts")
    found = tuple(example(text) for text in raw)
    columns = {column.name for row in _ROWS[cls.KIND] for column in fields(row)}
    for column in (column for one in found for column, _ in one.expect):
        if column not in columns:
            raise ValueError(f"`{key}` tells a column `{column}` that there isn't")
    return found


def _rule(file: str, pack: str, kind: str, raw: Any) -> Rule:
    if not isinstance(raw, dict):
        raise PackError(file, f"[[{kind}]]", "is not a rule", f"write [[{kind}]] on a line of its own, the keys below it")
    cls = KINDS[kind]
    name = f"[[{kind}]] {raw.get('id', '(no id)')}"
    known = {f.name for f in fields(cls)} - {"pack"}
    for key in raw:
        if key not in known:
            raise PackError(file, name, f"unknown key `{key}`", f"use one of {', '.join(sorted(known))}")
    for needed in fields(cls):
        if needed.name != "pack" and needed.default is MISSING and needed.name not in raw:
            raise PackError(file, name, f"`{needed.name}` is missing", f"add `{needed.name} = …`")
    try:
        given = {key: _value(cls, key, value) for key, value in raw.items() if key not in _GIVEN}
        shown = {key: _examples(cls, key, raw.get(key, [])) for key in ("yes", "no", "todo")}
    except ValueError as fault:
        raise PackError(file, name, str(fault), "see CONTRIBUTING.md for the form of a rule") from None
    if not shown["yes"] or not shown["no"]:
        raise PackError(file, name, "a rule needs yes and no examples", "add at least one of each")
    return cls(pack=pack, **{**given, **shown})


def _is_words(raw: Any) -> bool:
    return isinstance(raw, list) and all(isinstance(word, str) and word for word in raw)


def parse(path: Path) -> Parsed:
    """Read one pack file. PackError for anything that is not as it should be."""
    import hashlib

    file = path.name
    try:
        data = path.read_bytes()
        raw = tomllib.loads(data.decode("utf-8-sig").replace("\r\n", "\n"))
    except OSError as fault:
        raise PackError(file, "file", f"can't be read ({fault.strerror})", "check the path") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise PackError(file, "file", f"is not TOML ({fault})", "mend the line it names") from None
    head = raw.pop("pack", None)
    if not isinstance(head, dict) or not isinstance(head.get("id"), str):
        raise PackError(file, "[pack]", "has no id", 'begin the file with [pack] and id = "…"')
    for key, value in head.items():
        if key not in _HEAD:
            raise PackError(file, "[pack]", f"unknown key `{key}`", f"use {', '.join(_HEAD)}")
        if not (isinstance(value, str) if _HEAD[key] is str else _is_words(value)):
            raise PackError(file, "[pack]", f"`{key}` is not a {'text' if _HEAD[key] is str else 'list of words'}", "see CONTRIBUTING.md")
    lists = raw.pop("lists", {})
    if not isinstance(lists, dict):
        raise PackError(file, "[lists]", "is no table of lists", 'write [lists] on a line of its own, name = ["…"] below it')
    for key, words in lists.items():
        if not _is_words(words):
            raise PackError(file, f"[lists] {key}", "is not a list of words", f'write {key} = ["…", "…"]')
    rules: list[Rule] = []
    for kind, entries in raw.items():
        if kind not in KINDS:
            raise PackError(file, f"[[{kind}]]", "no such kind of rule", f"use one of {', '.join(KINDS)}")
        rules += [_rule(file, head["id"], kind, entry) for entry in (entries if isinstance(entries, list) else [entries])]
    signs, names = tuple(head.get("signs", ())), tuple(head.get("names", ()))
    return Parsed(head["id"], file, signs, names, tuple(rules), {k: tuple(v) for k, v in lists.items()}, hashlib.sha256(data).hexdigest())
