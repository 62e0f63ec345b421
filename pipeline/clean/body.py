"""Where the body begins and ends among the pieces."""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.clean.folded import folded
from pipeline.clean.furniture import is_buttons, is_crumb, is_end, is_legal, is_menu, is_related, is_tail, is_welcome
from pipeline.clean.labels import is_bare_label, is_date_line, is_labelled, labels, tells
from pipeline.clean.pieces import Piece, Tree
from pipeline.clean.title import Title, plain

_REPEATED = 60  # pieces around a label in which it may come again
_MOST_BOXES = 100  # pieces inside a body that are looked at as furniture; a text with more is made of such lines
_HEAD, _FOOT = 24, 400  # pieces looked at from either end
_REACH = 12
_SENTENCE = re.compile("[。！？；!?]|[，,].{0,80}[，,]")
_ORIGINAL = re.compile(r"^[(（【]?原(?:标题|题)[为]?[:：]")
_EVENT = re.compile(r"^(?:活动|培训|会议|讲座|展览)?(?:地点|地址|主讲|嘉宾|主办|内容|主题|对象|人数)")
_EVENT_TIME = re.compile(r"^[\s(（【\[]{0,3}(?:时\s{0,4}间|日\s{0,4}期)\s{0,2}[】\])）]?[:：]")


def first_paragraph(pieces: list[Piece], weights: list[float], start: int, end: int) -> int:
    """The first piece in [start:end) that reads like running text; `end` where none does."""
    for at in range(start, end):
        text = pieces[at].text
        if weights[at] > 8 and len(text) > 20 and _SENTENCE.search(text) and not is_welcome(text):
            return at
    return end


def trim_head(pieces: list[Piece], start: int, end: int, title: Title, told_by: Callable[[int], bool]) -> int:
    """The body's first piece: after the path, headline, metadata lines and buttons that begin the container.

    Once a metadata line has passed, a repeated headline and a bare date are the document's own.
    """
    first, words, waiting = start, plain(title.text or ""), False
    told = title.start >= 0 and any(told_by(at) for at in range(title.end, start))
    for at in range(start, min(end, start + _HEAD)):
        piece, text = pieces[at], pieces[at].text
        if piece.place is not None:
            break
        metadata = told_by(at) and not _is_event(pieces, at) and not (told and not labels(piece.line))
        if metadata or (not told and _is_headline(text, words)) or _is_above(piece) or (waiting and _may_be_value(text)):
            first = at + 1
            told = told or metadata
            waiting = metadata and _waits(piece)
        elif len(text) > 60 or "。" in text or (len(text) > 24 and "，" in text):
            break
        else:
            waiting = False
    return first + _is_summary(pieces[first : min(first + 4, end)])


def _waits(piece: Piece) -> bool:
    """Whether a metadata line ends with a label whose value must stand in the next piece."""
    found = labels(piece.line)
    return bool(found) and not found[-1].value and found[-1].field != "ui" and (piece.text[-1] in ":：" or is_bare_label(piece.text))


def _may_be_value(text: str) -> bool:
    return len(text) <= 80 and "。" not in text and "，" not in text and text[-1] not in ":："


def _is_headline(text: str, words: str) -> bool:
    return bool(words) and plain(text) == words


def _is_above(piece: Piece) -> bool:
    text = piece.text
    if len(text) <= 100 and _ORIGINAL.match(folded(text[:8])):
        return True
    return (
        is_crumb(text) or is_menu(text) or is_welcome(text) or is_buttons(text) or (is_tail(text) and "推荐" not in text) or _is_link(piece)
    )


def _is_summary(pieces: list[Piece]) -> bool:
    """Whether the first of these is a summary: the beginning of one that follows, cut short or not."""
    text = folded(pieces[0].text) if pieces else ""
    length = len(text.rstrip(".…。 "))
    if length < (4 if text.endswith(("...", "…")) else 20):
        return False
    if text[-1] in "。!?":
        return len(pieces) > 1 and pieces[1].text == pieces[0].text
    beginning = pieces[0].text[:length]
    return any(piece.text.startswith(beginning) for piece in pieces[1:])


def _is_event(pieces: list[Piece], at: int) -> bool:
    """时间： is no metadata where 地点： stands below it."""
    return _EVENT_TIME.match(pieces[at].text) is not None and len(labels(pieces[at].line)) < 2 and _event_follows(pieces, at)


def _event_follows(pieces: list[Piece], at: int) -> bool:
    return at + 1 < len(pieces) and _EVENT.match(folded(pieces[at + 1].text).replace(" ", "")) is not None


def trim_tail(pieces: list[Piece], tree: Tree, span: tuple[int, int], weights: list[float], anchored: bool) -> tuple[int, set[int]]:
    """One past the body's last piece: before the first tail line with enough text above it, then back over what is no text.
    And the pieces of boxes with related pages that stand inside the body.

    Buttons, neighbours and responsibility lines need a seventh of the weight above them, or any where the start is `anchored` by a
    metadata line; what may stand inside a body (附件, 声明) needs half.
    """
    start, end = span
    total = sum(weights[start:end])
    above = 0.0
    boxes: set[int] = set()
    for at in range(start, end):
        enough = above > 0 and (anchored or above >= total / 7) and len(boxes) < _MOST_BOXES
        if enough and at not in boxes and pieces[at].place is None and _ends(pieces, at, span, above >= total / 2):
            if not _goes_on(pieces, tree, (start, at, end), weights, above):
                end = at
                break
            boxes.update(_box(pieces, at, min(end, at + _MOST_BOXES)))
        above += weights[at]
    for _ in range(min(end - start - 1, _FOOT)):
        if not _is_below(pieces[end - 1]):
            break
        end -= 1
    return end, boxes


def _ends(pieces: list[Piece], at: int, span: tuple[int, int], weak: bool) -> bool:
    """Whether a piece ends the body; `weak`: also by what may stand inside one."""
    text = pieces[at].text
    if text.isdecimal():  # cheap to ask, and tables hold thousands
        return False
    if is_end(text) or (_is_told_below(pieces[at]) and not _is_repeated(pieces, at, span)):
        return True
    return weak and (is_tail(text) or (len(text) > 3 and is_buttons(text)))


def _is_repeated(pieces: list[Piece], at: int, span: tuple[int, int]) -> bool:
    """Whether other lines begin with the same label: 作者： of each book in a list is no metadata of the page."""
    name = labels(pieces[at].line)[0].name
    near = range(max(span[0], at - _REPEATED), min(span[1], at + _REPEATED))
    beginnings = (labels(pieces[i].line) for i in near if i != at and pieces[i].text.startswith(pieces[at].text[:2]))
    return any(found and found[0].name == name for found in beginnings)


def _goes_on(pieces: list[Piece], tree: Tree, around: tuple[int, int, int], weights: list[float], above: float) -> bool:
    """Whether running text goes on below a line that ends bodies, in the elements that hold the text above: a box or button inside the body."""
    start, at, end = around
    if not tree.tags:
        return False
    homes = {tree.parents[pieces[i].node] for i in range(start, at) if weights[i] > 8}
    rest = sum(weights[i] for i in range(at + 1, end) if tree.parents[pieces[i].node] in homes and "。" in pieces[i].text)
    return rest > (8 if is_related(pieces[at].text) else 0.3 * above)


def _box(pieces: list[Piece], at: int, end: int) -> range:
    """The line and the links and dates below it."""
    stop = at + 1
    while stop < end and (_is_link(pieces[stop]) or is_date_line(folded(pieces[stop].text))):
        stop += 1
    return range(at, stop)


def leave_home(pieces: list[Piece], tree: Tree, start: int, end: int, weights: list[float]) -> int:
    """One past the body's last piece where other articles follow: outside the element that holds half of the text, from the first links or
    furniture on."""
    first = next((at for at in range(start, end) if weights[at] > 8), end)
    if first == end:
        return end
    home, half = tree.parents[pieces[first].node], sum(weights[start:end]) / 2
    while home >= 0 and _weight_inside(pieces, tree, home, first, end, weights) < half:
        home = tree.parents[home]
    for at in range(first, end):
        outside = home >= 0 and pieces[at].node >= tree.ends[home]
        if outside and pieces[at].place is None and (pieces[at].links * 2 > len(pieces[at].text) or _is_below(pieces[at])):
            return at
    return end


def _weight_inside(pieces: list[Piece], tree: Tree, node: int, start: int, end: int, weights: list[float]) -> float:
    return sum(weights[at] for at in range(start, end) if node <= pieces[at].node < tree.ends[node])


def keep_kin(pieces: list[Piece], tree: Tree, start: int, end: int, weights: list[float]) -> tuple[int, int]:
    """The body without short lines at its ends that stand elsewhere on the page than its first and last paragraph. Dates stay below."""
    paragraphs = [at for at in range(start, end) if weights[at] > 0 and _SENTENCE.search(pieces[at].text)]
    if not paragraphs:
        return start, end
    first, last = paragraphs[0], paragraphs[-1]
    at = first
    while at > start and _is_kin(pieces[at - 1], pieces[first], tree):
        at -= 1
    stop = last + 1
    while stop < end and (_is_kin(pieces[stop], pieces[last], tree) or is_date_line(folded(pieces[stop].text))):
        stop += 1
    return at, stop


def _is_kin(piece: Piece, paragraph: Piece, tree: Tree) -> bool:
    """Whether a piece stands in the paragraph's parent or grandparent, or is long enough to be text anywhere."""
    if piece.place is not None or (len(piece.text) > 40 and "。" in piece.text):
        return True
    home = tree.parents[paragraph.node]
    home = max(tree.parents[home], 0) if home >= 0 else 0
    return home <= piece.node < tree.ends[home]


def _is_below(piece: Piece) -> bool:
    text = piece.text
    if piece.place is not None:
        return False
    return (
        piece.hidden
        or _is_link(piece)
        or is_legal(text)
        or is_tail(text)
        or is_buttons(text)
        or is_crumb(text)
        or is_menu(text)
        or _is_told_below(piece)
    )


def _is_told_below(piece: Piece) -> bool:
    """A responsibility line under the body. A bare date is a signature's and stays."""
    text = piece.line
    if len(text) > 100 or piece.place is not None or not (":" in text or "：" in text):
        return False
    found = labels(text)
    return (
        bool(found)
        and found[0].colon
        and found[0].start <= 2
        and found[0].field != "ui"
        and tells(found)
        and is_labelled(text, found)
        and not _event(found[0].name)
    )


def _event(name: str) -> bool:
    return name in ("时间", "日期", "名称", "标题", "发布", "更新", "发表")


def _is_link(piece: Piece) -> bool:
    return piece.place is None and piece.links > 0.6 * len(piece.text)


def grow(pieces: list[Piece], tree: Tree, node: int, start: int, end: int, weights: list[float], floor: int) -> tuple[int, int]:
    """The span widened over what stands beside the container and reads on: paragraphs, a signature, a date. Never above `floor`."""
    while start > floor and _reads_on(pieces[start - 1], weights[start - 1]) and _is_near(tree, node, pieces[start - 1].node):
        start -= 1
    last = end
    for at in range(end, min(len(pieces), end + _REACH)):
        piece = pieces[at]
        if _is_below(piece) or not _is_near(tree, node, piece.node):
            break
        if _reads_on(piece, weights[at]) or is_date_line(folded(piece.text)):
            last = at + 1
        elif len(piece.text) > 40:
            break
    return start, last


def _reads_on(piece: Piece, weight: float) -> bool:
    text = piece.text
    if weight < 10 or piece.links > 0.3 * len(text) or len(text) < 20:
        return False
    return _SENTENCE.search(text) is not None and not is_tail(text)


def _is_near(tree: Tree, container: int, node: int) -> bool:
    """Whether an element is the container's parent, or a child or grandchild of it."""
    parent = tree.parents[container]
    up = tree.parents[node]
    return parent >= 0 and (node == parent or up == parent or (up >= 0 and tree.parents[up] == parent))
