"""Site profiles: for sites that general rules read wrong, CSS selectors say where things are. Each carries an example that runs as a test."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bs4 import Tag

from pipeline.clean.blanks import collapse
from pipeline.clean.soup import make_soup

FIELDS = ("title", "published", "origin", "author", "editor", "reads")
_KEYS = frozenset(("hosts", "mark", "body", "noise", "example", *FIELDS))


@dataclass(frozen=True, slots=True)
class Example:
    """A page as the site makes it and what the profile must find on it."""

    html: str
    text: str
    fields: dict[str, str]


@dataclass(frozen=True, slots=True)
class Profile:
    """Where a site keeps things. `hosts`: ends of host names; `mark`: a string in the page's source that tells the site where no URL is known."""

    name: str
    hosts: tuple[str, ...]
    mark: str | None
    body: str
    noise: tuple[str, ...] = ()
    fields: dict[str, str] = field(default_factory=dict)
    examples: tuple[Example, ...] = ()

    def fits(self, url: str | None, source: str) -> bool:
        """Whether a page is of this site."""
        host = urlsplit(url).hostname if url else None
        if host:
            return any(host == end or host.endswith("." + end) for end in self.hosts)
        return self.mark is not None and self.mark in source


@dataclass(frozen=True, slots=True)
class Selected:
    """What a profile found: the body's markup and the fields as the page writes them."""

    body: str
    fields: dict[str, str]


def load_profile(name: str, text: str) -> Profile:
    """A profile from TOML. ValueError with one line that says what is wrong."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{name}: not TOML: {error}") from error
    if unknown := sorted(set(data) - _KEYS):
        raise ValueError(f"{name}: unknown key {unknown[0]}; known are {', '.join(sorted(_KEYS))}")
    if not data.get("body") or not (data.get("hosts") or data.get("mark")):
        raise ValueError(f"{name}: a profile needs `body` and one of `hosts`, `mark`")
    if not data.get("example"):
        raise ValueError(f"{name}: a profile needs an [[example]]")
    examples = tuple(_example(name, entry) for entry in data["example"])
    fields = {key: data[key] for key in FIELDS if key in data}
    return Profile(name, tuple(data.get("hosts", ())), data.get("mark"), data["body"], tuple(data.get("noise", ())), fields, examples)


def _example(name: str, entry: dict[str, Any]) -> Example:
    if not entry.get("html") or not entry.get("text"):
        raise ValueError(f"{name}: an [[example]] needs `html` and `text`")
    return Example(entry["html"], entry["text"], {key: entry[key] for key in FIELDS if key in entry})


@cache
def builtin() -> tuple[Profile, ...]:
    """The profiles that come with the package, by name."""
    found = [entry for entry in files("pipeline").joinpath("sites").iterdir() if entry.name.endswith(".toml")]
    return tuple(load_profile(entry.name[:-5], entry.read_text("utf-8")) for entry in sorted(found, key=lambda entry: entry.name))


def from_folder(folder: Path) -> tuple[Profile, ...]:
    """A user's own profiles; ValueError as `load_profile`."""
    return tuple(load_profile(path.stem, path.read_text("utf-8")) for path in sorted(folder.glob("*.toml")))


def choose(profiles: Iterable[Profile], url: str | None, source: str) -> Profile | None:
    """The first profile that fits."""
    return next((profile for profile in profiles if profile.fits(url, source)), None)


def select(profile: Profile, source: str) -> Selected | None:
    """What the profile's selectors find; None where the body is not there, so that the general rules read the page."""
    tree = make_soup(source, "lxml")
    for selector in profile.noise:
        for element in tree.select(selector):
            element.decompose()
    body = tree.select_one(profile.body)
    if body is None or not body.get_text(strip=True):
        return None
    found = {key: _text(tree.select_one(selector)) for key, selector in profile.fields.items()}
    return Selected(str(body), {key: value for key, value in found.items() if value})


def _text(element: Tag | None) -> str:
    """An element's text; a meta element's content."""
    if element is None:
        return ""
    content = element.get("content")
    return collapse(str(content) if content else element.get_text()).strip()
