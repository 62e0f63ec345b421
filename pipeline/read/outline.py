"""Numbered points: false marks refused, the rest nested by a stack."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.mentions import Point
from pipeline.model import Document
from pipeline.read.contents import without_contents
from pipeline.read.marks import LAST, Mark, find_marks


def _kept(marks: list[Mark]) -> list[Mark]:
    """Marks that are part of a sequence: one has a neighbour of its scheme that counts on, or it heads a line in the middle of one."""
    kept = []
    by_scheme: dict[str, list[Mark]] = {}
    for mark in marks:
        by_scheme.setdefault(mark.scheme.id, []).append(mark)
    for mark in marks:
        if mark.scheme.id == "decimal" and mark.at_line:
            kept.append(mark)
            continue
        peers = by_scheme[mark.scheme.id]
        at = peers.index(mark)
        before, after = peers[at - 1] if at else None, peers[at + 1] if at + 1 < len(peers) else None
        follows = before is not None and (0 < mark.numbers[0] - before.numbers[0] <= 2 or mark.numbers[0] == LAST)
        leads = after is not None and (0 < after.numbers[0] - mark.numbers[0] <= 2 or after.numbers[0] == LAST)
        repeats = (
            mark.at_line and mark.scheme.heading and ((before is not None and before.at_line) or (after is not None and after.at_line))
        )
        excerpt = mark.at_line and mark.numbers[0] > 1 and mark.scheme.id != "sequel" and (mark.scheme.heading or at == 0)
        alone = mark.at_line and len(peers) == 1 and mark.scheme.id in ("hanzi_comma", "hanzi_paren")
        if follows or leads or repeats or alone or (excerpt and len(peers) == 1 and mark.scheme.id != "chapter"):
            kept.append(mark)
    return kept


def _title(folded: str, mark: Mark, end: int) -> tuple[int, int]:
    """Where the point's name stands: after the mark, up to the first stop."""
    start = mark.end
    if mark.scheme.id in ("sequel", "di", "qi", "circled") and folded[start : start + 1] == "是":
        start += 1
    while start < end and folded[start] in " 、,:.\u00a0\t":
        start += 1
    stops = "。;:!?\n\t" if mark.scheme.heading else ",。;:!?\n\t"
    stop = next((i for i in range(start, end) if folded[i] in stops or _full_stop(folded, i)), end)
    while stop > start and folded[stop - 1] in " .\u00a0":
        stop -= 1
    return start, stop


def _full_stop(folded: str, i: int) -> bool:
    """Whether the point at `i` ends a sentence: between Chinese characters it does."""
    return folded[i] == "." and "\u3400" <= folded[i - 1] <= "\u9fff" and "\u3400" <= folded[i + 1 : i + 2] <= "\u9fff"


@dataclass(slots=True)
class _Level:
    scheme: str
    path: str
    used: int


def _ordinal(level: _Level, mark: Mark) -> int:
    """The number stated; the next free one where it is taken or where the mark has none (最后)."""
    stated = mark.numbers[-1]
    return stated if stated != LAST and stated > level.used else level.used + 1


def _open(mark: Mark, stack: list[_Level]) -> None:
    """Bring the stack to the level that `mark` belongs to: its own scheme's, or a new one below."""
    schemes = [level.scheme for level in stack]
    if mark.scheme.id in schemes:
        del stack[schemes.index(mark.scheme.id) + 1 :]
        return
    parent = f"{stack[-1].path}.{stack[-1].used}".lstrip(".") if stack else ""
    stack.append(_Level(mark.scheme.id, parent, 0))


def _decimal(mark: Mark, stack: list[_Level]) -> str:
    """`2.2` says its own path."""
    path = ".".join(map(str, mark.numbers))
    stack[:] = [_Level("decimal", path.rpartition(".")[0], mark.numbers[-1])]
    return path


def read_outline(document: Document, folded: str) -> tuple[Point, ...]:
    """The numbered points of a page, outermost first where two begin together."""
    marks = without_contents(folded, _kept(find_marks(folded)))
    stack: list[_Level] = []
    rows: list[tuple[Mark, str, int, int]] = []
    for mark in marks:
        if mark.scheme.id == "decimal":
            path = _decimal(mark, stack)
            rows.append((mark, path, len(mark.numbers), mark.numbers[-1]))
            continue
        _open(mark, stack)
        level = stack[-1]
        level.used = _ordinal(level, mark)
        path = f"{level.path}.{level.used}".lstrip(".")
        rows.append((mark, path, path.count(".") + 1, level.used))
    return tuple(_point(folded, rows, index) for index in range(len(rows)))


def _point(folded: str, rows: list[tuple[Mark, str, int, int]], index: int) -> Point:
    mark, path, level, ordinal = rows[index]
    following = rows[index + 1 :]
    end = next((other.start for other, _, depth, _ in following if depth <= level), len(folded))
    while end > mark.end and folded[end - 1].isspace():
        end -= 1
    first_child = following[0][0].start if following and following[0][0].start < end else end
    title = _title(folded, mark, first_child)
    label_end = mark.end
    while folded[label_end - 1] in " \u00a0":
        label_end -= 1
    parent = path.rpartition(".")[0]
    told = any(other == parent for _, other, _, _ in rows[:index])
    return Point(path, parent if told else None, level, ordinal, mark.scheme.id, mark.start, max(end, title[1]), label_end, *title)
