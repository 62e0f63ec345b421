"""`clean`: a raw page to a document."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import nullcontext
from dataclasses import dataclass, field, replace

from pipeline.clean.assemble import assemble
from pipeline.clean.bounds import Bounds, find_bounds
from pipeline.clean.decode import VALID, decode
from pipeline.clean.furniture import is_crumb, is_labelled_crumb
from pipeline.clean.kinds import kind_of
from pipeline.clean.lost import GARBLED, is_garbled
from pipeline.clean.metadata import crumbs, gather, gather_below, metadata, tell
from pipeline.clean.pager import BREAK_MARK, BREAKS, current_part, told_parts
from pipeline.clean.parse import parse_page
from pipeline.clean.pieces import Parsed, Piece
from pipeline.clean.profiles import Profile, Selected, builtin, choose, select
from pipeline.clean.reasons import reasons, unselected
from pipeline.clean.wraps import join_wrapped
from pipeline.collector import no_collector
from pipeline.errors import PageError
from pipeline.model import Cut, Decoded, Document, RawPage
from pipeline.values import address_stamp

_WELCOME = re.compile(r"欢迎(?:您)?(?:光临|访问|来到)\s{0,3}([\u4e00-\u9fff]{4,30}?)(?:网站|门户网站|官网|官方网站|网)?[!！,，。\s]")
_RIGHTS = re.compile(
    r"(?:版权所有|[Cc]opyright|©|主办(?:单位)?)\s{0,3}[:：@©]?\s{0,3}(?:©|\([cC]\))?\s{0,3}(?:\d{4}(?:\s{0,2}[-~—至]\s{0,2}\d{4})?年?)?\s{0,3}[:：]?\s{0,3}"
    r"([\u4e00-\u9fff]{2,24}(?:馆|局|厅|委|院|站|政府|大学|学校|学院|中学|小学|中心|委员会|医院|办公室|报社|网|[一二三四五六七八九十]中))(?=[^\u4e00-\u9fff]|版权|网站|$)"
)
_FOOT = 10  # pieces at the page's end among which the claim of rights is looked for
_SAVED = re.compile(r"<!--\s{0,4}saved from url=\(\d{1,6}\)([^\s>]{1,2000})")
_NEAR = 100  # pieces above the body among which the path is looked for
_BELOW = 8  # pieces below the body among which responsibility lines and the pager are looked for
_ENDLESS = 100_000
_LARGE = 200_000  # bytes
_COPY = 60  # characters from which a paragraph that comes again is a copy


@dataclass(slots=True)
class Draft:
    """A document before it is put together."""

    body: list[Piece]
    title: str | None
    told: dict[str, str]
    path: tuple[str, ...] = ()
    site: str | None = None
    cuts: list[Cut] = field(default_factory=list)
    below: list[Piece] = field(default_factory=list)
    parts: int = 1


def clean(page: RawPage, profiles: Iterable[Profile] | None = None, explain: bool = False) -> Document:
    """The document that a raw page holds, read by the site's profile where one fits (`profiles`: those of the package unless given).

    `explain`: whether `cuts` holds each piece that was cut with its own reason, which takes time, or all above and all below together.
    PageError (stage decode or clean) where the bytes hold no page.
    """
    with no_collector() if len(page.data) > _LARGE else nullcontext():
        return _clean(page, builtin() if profiles is None else profiles, explain)


def _clean(page: RawPage, profiles: Iterable[Profile], explain: bool) -> Document:
    decoded = decode(page.data, page.charset)
    if _is_one_character(decoded.text):
        raise PageError("clean", "nothing but one character repeated")
    parsed = parse_page(decoded.text, page.data if decoded.reason == VALID else None)
    if not parsed.pieces:
        raise PageError("clean", "a frameset: its text is in its frames" if "<frameset" in decoded.text.lower() else "no text on the page")
    profile = choose(profiles, page.url, decoded.text)
    selected = select(profile, decoded.text) if profile else None
    draft = _from_profile(selected, parsed, explain) if selected else _from_layout(parsed, explain)
    return _document(page, decoded, parsed, draft)


def _is_one_character(text: str) -> bool:
    return len(text) > _ENDLESS and len(set(text[:1000])) == 1 and text.count(text[0]) >= len(text) - 2


def _document(page: RawPage, decoded: Decoded, parsed: Parsed, draft: Draft) -> Document:
    body, repeated = _once(draft.body)
    text, blocks = assemble(join_wrapped(body))
    if is_garbled(text):
        decoded = replace(decoded, reason=f"{decoded.reason}; {GARBLED}")
    url = _address(page, decoded.text, parsed)
    about = metadata(draft.told, parsed.head, draft.title, draft.path, draft.site)
    about = replace(about, url=url, published=about.published or address_stamp(url or ""))
    cuts = [cut for cut in draft.cuts if cut.text] + repeated + [Cut(text, "hidden") for text in parsed.hidden]
    kind = kind_of(draft.body, about)
    parts = 1 if kind == "list" else draft.parts
    part = min(current_part(draft.below, page.url or page.source), parts) if parts > 1 else 1
    return Document(page.page_id, text, blocks, about, decoded, kind, incomplete=parts > 1, part=part, parts=parts, cuts=tuple(cuts))


def _once(body: list[Piece]) -> tuple[list[Piece], list[Cut]]:
    """The body without marks of page breaks and second copies of long paragraphs."""
    seen: set[str] = set()
    kept, cuts = [], []
    for piece in body:
        text = piece.text
        if len(text) >= _COPY and text in seen:
            cuts.append(Cut(text, "second copy"))
        elif text[0] in BREAKS and BREAK_MARK.match(text):
            cuts.append(Cut(text, "page break"))
        else:
            kept.append(piece)
            if len(text) >= _COPY:
                seen.add(text)
    return kept, cuts


def _address(page: RawPage, text: str, parsed: Parsed) -> str | None:
    """Where the page was captured from: the dump's word, the mark of a saved page, the page's own canonical address."""
    if page.url:
        return page.url
    saved = _SAVED.search(text[:4000])
    meta = parsed.head.meta
    return saved[1] if saved else meta.get("canonical") or meta.get("og:url")


def _from_profile(selected: Selected, parsed: Parsed, explain: bool) -> Draft:
    told: dict[str, str] = {}
    for name, value in selected.fields.items():
        tell(told, name, value)
    body = parse_page(selected.body).pieces
    return Draft(body, selected.fields.get("title"), told, cuts=unselected(parsed.pieces, body, explain))


def _from_layout(parsed: Parsed, explain: bool) -> Draft:
    pieces = _shown(parsed.pieces)
    bounds = find_bounds(replace(parsed, pieces=pieces))
    title, start, end = bounds.title, bounds.start, bounds.end
    below = pieces[end : end + _BELOW]
    site = _site(pieces)
    cuts = reasons(pieces, start, end, title.text, explain)
    cuts += [Cut(pieces[at].text, "related pages") for at in sorted(bounds.boxes)]
    cuts += [Cut(piece.text, "hidden") for piece in parsed.pieces if piece.hidden] if len(pieces) < len(parsed.pieces) else []
    path = _path(pieces[max(0, start - _NEAR) : start])
    body = [piece for at, piece in enumerate(pieces[start:end], start) if at not in bounds.boxes]
    return Draft(body, title.text, _told(pieces, bounds), path, site, cuts, below, told_parts(below))


def _site(pieces: list[Piece]) -> str | None:
    """The site's name where the page greets in it, or claims its rights."""
    greeted = next((m[1] for piece in pieces[:3] if (m := _WELCOME.search(piece.text + " "))), None)
    return greeted or next((m[1] for piece in pieces[-_FOOT:] if (m := _RIGHTS.search(piece.text + " "))), None)


def _shown(pieces: list[Piece]) -> list[Piece]:
    """The pieces that a reader sees; all of them where a script was to show the page."""
    shown = [piece for piece in pieces if not piece.hidden]
    if len(shown) == len(pieces):
        return pieces
    size = sum(len(piece.text) for piece in pieces)
    return shown if 4 * sum(len(piece.text) for piece in shown) >= size else [replace(piece, hidden=False) for piece in pieces]


def _told(pieces: list[Piece], bounds: Bounds) -> dict[str, str]:
    """Labelled values: between headline and body first, then under the body, then above the headline (a bare date only close to it)."""
    top = max(bounds.title.start, 0)
    told = gather_below(pieces[bounds.end : bounds.end + _BELOW]) | gather(pieces[top : bounds.start])
    if "published" in told and "origin" in told:
        return told
    return gather(pieces[max(0, top - 30) : max(0, top - 3)], bare=False) | gather(pieces[max(0, top - 3) : top]) | told


def _path(above: list[Piece]) -> tuple[str, ...]:
    """The breadcrumb: the first path that says it is one, else the last that looks like one."""
    paths = [piece for piece in above if piece.links < len(piece.text) and is_crumb(piece.text)]
    labelled = [piece for piece in paths if is_labelled_crumb(piece.text)]
    return crumbs((labelled or paths[-1:])[0]) if paths else ()
