"""The headline: where it stands on the page, and its words."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass

from pipeline.clean.folded import folded
from pipeline.clean.furniture import is_buttons, is_crumb, is_welcome
from pipeline.clean.labels import is_bare_label, labels, tells
from pipeline.clean.pieces import Head, Piece, Tree

_SEPARATOR = re.compile(
    r"\s{0,2}(?:-{2,4}|[_|｜]{1,2}|—{2,4}|>{1,2}|»|›)\s{0,2}|\s[-–—·:：]\s|(?<=[\u4e00-\u9fff”》）!?！？\d])[-–](?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff”》）!?！？\d])—(?=[\u4e00-\u9fff]{2,12}(?:网|馆)$)"
)
_PLAIN = re.compile(r"[\s\W_]+")
_SITE = re.compile(
    r"(?:网|网站|馆|局|厅|委|院|站|部|会|校|政府|大学|学校|学院|中学|小学|中心|委员会|医院|官网|首页|频道|公司|论坛|博客|社区|在线|平台|新闻|要闻|动态|公告|公开|图书馆|日报|晚报|报|刊|信息|专栏|专题|栏目|详情|详细|内容|正文|文章|浏览|页面|主页|com|cn|net)$",
    re.IGNORECASE,
)
# Columns (新闻动态, 正文) are no sites.
_BODY = re.compile(
    r"(?:网|网站|馆|局|厅|委|院|站|部|会|政府|大学|学校|学院|中学|小学|幼儿园|中心|委员会|医院|官网|公司|论坛|博客|社区|在线|平台|日报|晚报|晨报|时报|早报|周刊|社|台|[一二三四五六七八九十]中)$"
)
_GREETING = re.compile(r"^欢迎(?:您)?(?:访问|光临|来到)")
_TITLE_NAME = re.compile(r"(?:title|headline|biaoti|(?:^|[_-])bt(?:$|[_-])|tit(?:$|[_-])|subject|(?:^|[_-])h1)", re.IGNORECASE)
_TAGS = re.compile(r"<[^<>]{1,200}>")
_BYLINE = re.compile(r"^(?:本报|本网|本台)?(?:见习|实习)?(?:记者|通讯员|特约撰稿)")
_LONGEST = 150
_MOST_LINES = 3  # over which a headline is broken
_LONGEST_INSIDE = 60  # headlines found inside the running text are no longer
_NEAR = 60
_LEAST = 2.0
_BELOW_AT_ONCE = 2.4
_HEADING = {1: 1.4, 2: 1.1, 3: 0.9, 4: 0.5, 5: 0.4, 6: 0.4}


@dataclass(frozen=True, slots=True)
class Title:
    """The headline and where it stands: pieces [start:end], or -1 where only the page's head tells it."""

    text: str | None
    start: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True)
class _Says:
    """What the head says the headline is, as `plain` letters: its meta elements, the title element whole and its first part."""

    told: str
    shared: str
    window: str
    first: str


def plain(text: str) -> str:
    """Letters and digits only, folded, lower case: for comparing headlines."""
    return _PLAIN.sub("", folded(text)).lower()


@dataclass(frozen=True, slots=True)
class Search:
    """Where a headline is looked for: up to piece `stop`, where the running text begins, freely; up to `middle`, half of the text, only
    what the head or a metadata line confirms (a notice may run above the page's own headline). `told_by(i)`: whether piece i is metadata."""

    stop: int
    middle: int
    told_by: Callable[[int], bool]


def find_title(pieces: list[Piece], tree: Tree, head: Head, search: Search, labelled: str = "") -> Title:
    """The headline: a piece that the head, its element, its place confirm; the head's own words where none does.

    `labelled` is the headline that a table of metadata tells.
    """
    told = clean_meta(head.meta.get("articletitle", "")) or labelled
    window = head.title
    says = _Says(plain(told), plain(clean_meta(head.meta.get("og:title", ""))), plain(window), plain(from_window(window)))
    hints = f"{window}\n{told}\n{head.meta.get('og:title', '')}"
    best, score = Title(None), _LEAST
    for at in range(max(0, search.stop - _NEAR), min(search.middle, len(pieces))):
        piece = pieces[at]
        size = len(piece.text)
        if not 2 <= size <= _LONGEST:
            continue
        if piece.links * 2 > size and ((size < 8 and piece.kind != "heading") or not _is_told_link(piece, window, told)):
            continue
        inside = at >= search.stop
        if inside and size > _LONGEST_INSIDE:
            continue
        hinted = piece.text[:4] in hints
        for end in _ends(pieces, at, says if hinted else None):
            place = _place(pieces, end, search)
            if place == 0 and piece.kind != "heading" and not hinted:
                continue
            text = _joined(pieces[at:end])
            value = _score(text, says, piece, tree) + place
            if value < score or (value == score and end - at <= best.end - best.start) or search.told_by(at) or _is_furniture(text):
                continue
            below = pieces[end] if place >= _BELOW_AT_ONCE else None
            if inside and not _is_confirmed(text, says, below) and (below is None or not _stands_out(piece, tree)):
                continue
            best, score = Title(text, at, end), value
    if told:
        same = best.text is not None and _agree(plain(best.text), plain(told))
        return Title(best.text if same else told, best.start, best.end) if same or best.start < 0 else Title(told)
    return best if best.text else Title(from_window(window) or None)


def _is_confirmed(text: str, says: _Says, below: Piece | None) -> bool:
    """Whether the head or a labelled metadata line below says that a line inside the running text is the headline after all."""
    words = plain(text)
    return (
        (below is not None and tells(labels(below.line)))
        or _window_score(words, says) >= 2.2
        or (bool(words) and words in (says.told, says.shared))
    )


def _stands_out(piece: Piece, tree: Tree) -> bool:
    return piece.kind == "heading" or _named_title(piece, tree) or _is_centred(piece, tree)


def _is_told_link(piece: Piece, window: str, told: str) -> bool:
    """Blogs make their headline a link; navigation is no candidate."""
    return (piece.kind == "heading" and piece.level <= 3) or piece.text == told or (len(piece.text) > 7 and window.startswith(piece.text))


def _ends(pieces: list[Piece], at: int, says: _Says | None) -> list[int]:
    """Where a headline that begins at `at` may end: it may be broken over a few lines of one element, or over elements as the head confirms."""
    ends = [at + 1]
    words = ""
    while len(ends) < _MOST_LINES and ends[-1] < len(pieces):
        line = pieces[ends[-1]]
        if not (line.broken and line.node == pieces[at].node and line.node >= 0):
            if says is None:
                break
            words = words or plain(pieces[at].text)
            words += plain(line.text)
            if len(words) < 6 or not (says.told.startswith(words) or says.window.startswith(words)):
                break
        ends.append(ends[-1] + 1)
    return ends


def _joined(pieces: list[Piece]) -> str:
    text = pieces[0].text
    for piece in pieces[1:]:
        text += (" " if text[-1].isascii() and piece.text[0].isascii() else "") + piece.text
    return text


def _score(text: str, says: _Says, piece: Piece, tree: Tree) -> float:
    words = plain(text)
    if len(words) < 2 or len(text) > _LONGEST or "。" in text:
        return -9.0
    value = max(_window_score(words, says), 2.5 if says.shared and words == says.shared else 0.0)
    if says.told:
        value = 6.0 if words == says.told else (3.5 if _agree(words, says.told) else min(value, 1.0))
    if piece.kind == "heading":
        value += _HEADING.get(piece.level, 0.0) * (0.5 if words == says.window and len(words) <= 14 and _SITE.search(words) else 1)
    value += 0.8 if _named_title(piece, tree) else 0.0
    value += 0.9 if _is_centred(piece, tree) else 0.0
    if piece.links > len(text) // 2:
        value -= 1.2
    if text[-1] in "。；，、：:;,":
        value -= 1.5
    return value


def _is_furniture(text: str) -> bool:
    return bool(_BYLINE.match(text)) or is_bare_label(text) or is_crumb(text) or is_welcome(text) or is_buttons(text)


def _window_score(words: str, says: _Says) -> float:
    whole = says.window
    if not whole:
        return 0.0
    if len(words) >= 4 and whole.startswith(words):
        site_like = len(words) <= 14 and _SITE.search(words) is not None
        return 0.4 if site_like and words == whole else (2.2 + 1.6 * len(words) / len(whole)) * (0.4 if site_like else 1)
    if len(says.first) >= 8 and words.startswith(says.first):
        return 3.0
    if len(words) >= 6 and words in whole:
        return 0.6 if _SITE.search(words) else 1.8
    return 0.0


def _agree(words: str, told: str) -> bool:
    """Whether two spellings of a headline are one: the same, or one cut short."""
    short, long = sorted((words, told), key=len)
    return (len(short) >= 6 and long.startswith(short) and len(short) * 2 > len(long)) or words == told


def _named_title(piece: Piece, tree: Tree) -> bool:
    node, climbed = piece.node, 0
    while node >= 0 and climbed < 2:
        attributes = tree.attributes[node]
        names = f"{attributes.get('id') or ''} {attributes.get('class') or ''}"
        if any(_TITLE_NAME.search(name) for name in names.split()):
            return True
        node, climbed = tree.parents[node], climbed + 1
    return False


def _is_centred(piece: Piece, tree: Tree) -> bool:
    """Whether the piece's element centres it: headlines of pages without style sheets."""
    if piece.node < 0:
        return False
    attributes = tree.attributes[piece.node]
    centred = (attributes.get("align") or "").lower() == "center" or "text-align:center" in (attributes.get("style") or "").replace(
        " ", ""
    ).lower()
    return centred or tree.tags[piece.node] == "center"


def _place(pieces: list[Piece], end: int, search: Search) -> float:
    """What stands below speaks for a headline: a metadata line at once, or after a line or two."""
    for at in range(end, min(end + 3, len(pieces))):
        if search.told_by(at):
            return _BELOW_AT_ONCE if at == end else 1.4
        if len(pieces[at].text) > 80:
            break
    salutation = end + 1 == search.stop and pieces[end].text[-1] in ":：" and len(pieces[end].text) <= 24
    return 1.3 if end == search.stop or salutation else 0.0


def clean_meta(title: str) -> str:
    """A headline from a meta element, without the tags and entities that editors leave in it."""
    return _TAGS.sub("", html.unescape(title)).replace("\xa0", " ").strip()


def is_site(text: str) -> bool:
    """Whether words look like a site's or a column's name."""
    return len(text) <= 14 and _SITE.search(text) is not None


def from_window(title: str) -> str:
    """The headline part of a title element: its first part, unless that looks like a site's or column's name and a longer one does not."""
    parts = [part.strip() for part in _SEPARATOR.split(title) if part and part.strip()]
    if len(parts) < 2:
        return title.strip()
    names = [bool(_SITE.search(part)) and len(part) <= 14 for part in parts]
    longer = [part for part, name in zip(parts, names, strict=True) if not name and len(part) > len(parts[0])]
    return longer[0] if names[0] and longer else parts[0]


def site_of(title: str, headline: str | None) -> str | None:
    """The site's name from a title element: its last part that ends as names of bodies and sites do."""
    parts = [_GREETING.sub("", str(part).strip()) for part in _SEPARATOR.split(title) if part and part.strip()]
    return next((part for part in reversed(parts) if part != headline and _BODY.search(folded(part)) and 3 <= len(part) <= 30), None)
