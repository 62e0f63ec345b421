"""The sample pages: every template filled with every body, with what cleaning must find."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import opencc
from bodies import BODIES, as_html, text_of

from pipeline.model import RawPage

TEMPLATES = Path(__file__).with_name("templates")
GOLD: dict[str, dict[str, Any]] = tomllib.loads((TEMPLATES / "gold.toml").read_text("utf-8"))
_FIELDS = ("published", "published_meta", "origin", "author", "editor", "reads", "document_number")
_TRADITIONAL = opencc.OpenCC("s2t")


@dataclass(frozen=True)
class Sample:
    """A page and its gold."""

    name: str
    page: RawPage
    title: str
    text: str
    fields: dict[str, Any]
    breadcrumb: tuple[str, ...] | None


def sample(template: str, body_name: str, style: str | None = None, encoding: str | None = None) -> Sample:
    """The template filled with the body; style and encoding are the template's unless given."""
    gold, body = GOLD[template], BODIES[body_name]
    title, text = body.title, text_of(body)
    html = (TEMPLATES / f"{template}.html").read_text("utf-8")
    html = (
        html.replace("@@SUMMARY@@", body.paragraphs[0][:48] + "...")
        .replace("@@BODY@@", as_html(body, style or gold["style"]))
        .replace("@@TITLE@@", title)
    )
    if gold.get("traditional"):
        html, title, text = (_TRADITIONAL.convert(part) for part in (html, title, text))
    data = html.encode(encoding or gold["encoding"], "xmlcharrefreplace")
    crumb = gold.get("breadcrumb")
    name = f"{template}-{body_name}"
    return Sample(name, RawPage(f"{name}.html", data), title, text, {f: gold.get(f) for f in _FIELDS}, tuple(crumb) if crumb else None)


def samples() -> list[Sample]:
    """All of them."""
    return [sample(template, body) for template in GOLD for body in BODIES]
