"""An explained page as lines for a terminal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.cli.explain.explained import Explained, Loose, Mark
from pipeline.cli.explain.spans import Spans
from pipeline.cli.shown import shown
from pipeline.mentions import Step
from pipeline.schema import CheckRow

_COLOURS = {"initiatives": "36", "staff": "34", "visits": "32", "awards": "33", "indicators": "35"}
_LOOSE = "2;4"  # faint, underlined
_BOLD = "1"
_AROUND = 12  # characters shown on either side of a loose number
_STOPS = "。！？!?；;"


class _Pen:
    """Marks text with colours, where there are any."""

    def __init__(self, colour: bool) -> None:
        self._colour = colour

    def __call__(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._colour and text and code else text


def lines(page: Explained, colour: bool) -> Iterator[str]:
    """What is known of the page, its text with the facts below each stretch, the numbers left over, and the checks."""
    pen = _Pen(colour)
    yield pen(shown(page.source), _BOLD)
    yield from (f"  {name:<12} {shown(value)}" for name, value in page.about())
    yield ""
    yield from _stretch(page.title, 0, len(page.title), Spans(mark for mark in page.marks if mark.field == "title"), pen)
    text, marks = page.document.text, Spans(mark for mark in page.marks if mark.field == "text")
    for low, high in stretches(text):
        yield from _stretch(text, low, high, marks, pen)
    yield ""
    yield from _left_over(page, pen)
    yield from _checks(page.checks, pen)


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """Lines, cut after the marks that end a sentence; a line of cells stays whole."""
    low = 0
    for line in text.split("\n"):
        start = low
        for place in range(low, low + len(line)) if "\t" not in line else ():
            if text[place] in _STOPS and place + 1 < low + len(line) and text[place + 1] not in "”」』）)》":
                yield start, place + 1
                start = place + 1
        if start < low + len(line):
            yield start, low + len(line)
        low += len(line) + 1


def _stretch(text: str, low: int, high: int, marks: Spans[Mark], pen: _Pen) -> Iterator[str]:
    here = marks.starting(low, high)
    line = _marked(text, low, high, here, pen)
    if line.strip():
        yield line.strip()
    for mark in here:
        yield f"    {pen(f'{mark.number} {mark.rule}', _COLOURS[mark.table])}  {'  '.join(_said(mark))}"
        yield from _derived(mark.steps, f"    {' ' * len(str(mark.number))} ")


def _marked(text: str, low: int, high: int, marks: Sequence[Mark], pen: _Pen) -> str:
    """[low:high] with each mark's span as «1 …»; where two cross, the end of the one that began first is 1»."""
    made: list[str] = []
    opened: list[Mark] = []
    for start, end, over in Spans(marks).pieces(low, high):
        for mark in [mark for mark in marks if mark.start == start]:
            opened.append(mark)
            made.append(pen(f"«{mark.number} ", _COLOURS[mark.table]))
        made.append(pen(_safe(text[start:end]), _COLOURS[over[-1].table] if over else ""))
        for mark in [mark for mark in reversed(opened) if min(mark.end, high) == end]:
            made.append(pen("»" if mark is opened[-1] else f"{mark.number}»", _COLOURS[mark.table]))
            opened.remove(mark)
    return "".join(made)


def _safe(text: str) -> str:
    """The text with nothing in it that a terminal would obey, on one line."""
    return "".join(char if char.isprintable() else " " if char.isspace() else "\ufffd" for char in text)


def _said(mark: Mark) -> Iterator[str]:
    return (f"{name}={shown(value)}" for name, value in mark.columns)


def _derived(steps: Sequence[Step], indent: str) -> Iterator[str]:
    if steps:
        yield indent + "; ".join(f"{step.decided}: {shown(step.word)}" for step in steps)


def _left_over(page: Explained, pen: _Pen) -> Iterator[str]:
    """The numbers that went into no fact, by reason; dates in one line."""
    whole = page.claimed + len(page.loose)
    yield pen(f"numbers: {whole}, {page.claimed} in facts, {len(page.loose)} in none", _BOLD)
    for reason, found in by_reason(page.loose):
        if reason == "a date":
            yield f"  {reason} ({len(found)}): " + ", ".join(shown(loose.row.quote) for loose in found)
            continue
        yield f"  {shown(reason)} ({len(found)})"
        for loose in found:
            yield f"    {_context(page, loose, pen)}"
            yield from _derived(loose.steps, "      ")


def by_reason(loose: Sequence[Loose]) -> list[tuple[str, list[Loose]]]:
    """Loose numbers by reason, the rarest reason first: what is odd comes before what is common."""
    groups: dict[str, list[Loose]] = defaultdict(list)
    for one in loose:
        groups[one.reason].append(one)
    return sorted(groups.items(), key=lambda group: (group[0] == "a date", len(group[1]), group[1][0].row.start))


def _context(page: Explained, loose: Loose, pen: _Pen) -> str:
    text = page.title if loose.row.field == "title" else page.document.text
    start, end = loose.row.start, loose.row.end
    before = text[max(0, start - _AROUND) : start].rpartition("\n")[2]
    after = text[end : end + _AROUND].partition("\n")[0]
    return f"{_safe(before).lstrip()}«{pen(_safe(text[start:end]), _LOOSE)}»{_safe(after).rstrip()}"


def _checks(checks: Sequence[CheckRow], pen: _Pen) -> Iterator[str]:
    yield pen(f"checks: {len(checks)}", _BOLD)
    for check in checks:
        yield f"  {check.severity} {check.kind}: {shown(check.message)}"
        yield "    " + ", ".join(f"{where} «{shown(quote)}»" for where, quote in quotes(check))


def quotes(check: CheckRow) -> list[tuple[str, str]]:
    """The statements of a check: where each stands, and its words."""
    other = [(check.other_field, check.other_quote)] if check.other_field and check.other_quote else []
    return [(check.field, check.quote), *other]
