"""An explained page as one web page that needs no other file and no script."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from pipeline import __version__
from pipeline.cli.explain.explained import Explained, Loose, Mark
from pipeline.cli.explain.style import COLOURS, STYLE
from pipeline.cli.explain.terminal import by_reason, quotes
from pipeline.cli.explain.text import Body, printable
from pipeline.mentions import Step

_HEAD = """<!DOCTYPE html>
<html lang="zh"><head><meta charset="utf-8"><title>{title}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>{style}</style></head><body>
"""


def web_page(pages: Sequence[Explained]) -> str:
    """The whole HTML: a legend whose boxes hide tables, and each page's text with its facts beside it."""
    first = pages[0]
    title = shown(first.title or first.source)
    body = "\n".join(line for at, page in enumerate(pages) for line in _page(page, f"p{at}"))
    legend = "\n".join(_legend(pages))
    return f"{_HEAD.format(title=title, style=STYLE)}{legend}\n{body}\n<footer>pipeline {__version__} explain</footer></body></html>\n"


def shown(text: str) -> str:
    """Text of a page, made fit for HTML."""
    return escape(printable(text))


def _legend(pages: Sequence[Explained]) -> Iterator[str]:
    yield '<div class="legend"><form>'
    for table in COLOURS:
        count = sum(mark.table == table for page in pages for mark in page.marks)
        yield f'<label class="{table}"><input type="checkbox" id="show-{table}" checked><i>{table}</i> {count}</label>'
    loose = sum(len(page.loose) for page in pages)
    yield f'<label><input type="checkbox" id="show-loose" checked><span class="loose">numbers in no fact</span> {loose}</label>'
    yield "</form></div>"


def _page(page: Explained, key: str) -> Iterator[str]:
    body = Body(page, key)
    yield f"<header><h1>{body.title()}</h1>"
    about = "".join(f"<span>{escape(name)} <b>{shown(value)}</b></span>" for name, value in (("page", page.source), *page.about()))
    yield f'<p class="about">{about}</p></header>'
    yield '<main><div class="page"><article>'
    yield from body.lines()
    yield '</article><div class="facts">'
    for table in COLOURS:
        marks = [mark for mark in page.marks if mark.table == table]
        if marks:
            yield f'<section class="{table}"><h2>{table} <small>{len(marks)}</small></h2>'
            yield from (_fact(mark, key) for mark in marks)
            yield "</section>"
    yield from _checks(page)
    yield from _left_over(page, key)
    yield "</div></div></main>"


def _fact(mark: Mark, key: str) -> str:
    columns = "".join(f"<span>{escape(name)} <b>{shown(value)}</b></span>" for name, value in mark.columns)
    return (
        f'<div class="fact" id="{key}-f{mark.number}"><code>{escape(mark.rule)}</code><span class="number">{mark.number}</span>'
        f'<a class="quote" href="#{key}-s{mark.number}">{shown(mark.quote)}</a>'
        f'<p class="columns">{columns}</p>{_why(mark.steps)}</div>'
    )


def _why(steps: Sequence[Step]) -> str:
    return f'<p class="why">{"; ".join(f"{escape(step.decided)}: {shown(step.word)}" for step in steps)}</p>' if steps else ""


def _checks(page: Explained) -> Iterator[str]:
    if page.checks:
        yield f'<div class="loose-list"><h2>statements that do not agree <small>{len(page.checks)}</small></h2>'
        for check in page.checks:
            said = ", ".join(f"{where} “{shown(quote)}”" for where, quote in quotes(check))
            yield f"<h3>{escape(check.severity)}: {shown(check.message)}</h3><ul><li>{said}</li></ul>"
        yield "</div>"


def _left_over(page: Explained, key: str) -> Iterator[str]:
    whole = page.claimed + len(page.loose)
    yield f'<div class="loose-list"><h2>numbers in no fact <small>{len(page.loose)} of {whole}</small></h2>'
    order = {id(loose): at for at, loose in enumerate(page.loose)}
    for reason, found in by_reason(page.loose):
        inline = "" if any(loose.steps for loose in found) else ' class="inline"'
        yield f"<h3>{shown(reason)} <small>{len(found)}</small></h3><ul{inline}>"
        yield from (_loose(loose, f"{key}-n{order[id(loose)]}") for loose in found)
        yield "</ul>"
    yield "</div>"


def _loose(loose: Loose, anchor: str) -> str:
    return f'<li><a href="#{anchor}">{shown(loose.row.quote)}</a>{_why(loose.steps)}</li>'
