"""Numbers of data tables, read by the words at the head of their row and column."""

from __future__ import annotations

from pipeline.fold import fold
from pipeline.mentions import Binding, Period, Quantity, Step, Subject
from pipeline.model import Block
from pipeline.packs import Category, Visit
from pipeline.read.audience import audience_of
from pipeline.read.bind import Match, binding, fits, matches
from pipeline.read.cells import CellContext, Cells, scaled
from pipeline.read.countable import PEOPLE, reason_of
from pipeline.read.scene import Scene
from pipeline.read.stated import stated_period
from pipeline.read.subject import Subjects
from pipeline.read.window import Window
from pipeline.values import Number

_READ = frozenset(["count", "money", "percent", "weak", "identifier"])


class Tables:
    """Reads the numbers of a page's data tables; a row of a total hands its measure to the rows of its parts."""

    def __init__(self, scene: Scene, subjects: Subjects) -> None:
        self._scene = scene
        self._subjects = subjects
        self._cells = Cells(scene)
        self._total: Binding | None = None

    def read(self, number: Number, block: Block) -> Quantity | None:
        """The number's reading; None where its cell is none of a data table's."""
        if block.kind == "cell" and self._cells.numbers_rows(block):
            return Quantity(number, reason="the number of a row")
        context = self._cells.context(block) if block.kind == "cell" else None
        if context is None:
            return None
        if number.kind not in _READ or number.value is None:
            return Quantity(number, reason=reason_of(number))
        for place in (context.label, context.head):
            found = self._by_head(number, context, place) if place else None
            if found is not None:
                return found
        return self._other(number, context)

    def _by_head(self, number: Number, context: CellContext, place: tuple[int, int]) -> Quantity | None:
        window = Window(place[0], place[1], place[1], place[1], fold(context.unit) if context.unit else None, context.unit)
        match = self._best(window)
        if match is not None:
            bound = binding(self._scene, window, match, match.rule.KIND)
            self._total = bound
        elif self._total is not None and self._total.unit == context.unit and self._is_part(place):
            bound = self._total
        else:
            return None
        bound = bound._replace(start=number.start, end=number.end, words=self._scene.text[slice(*place)])
        audience, words = audience_of(self._scene, window) if bound.table == "visits" else (None, None)
        made = self._made(number, context, bound)
        return made._replace(audience=audience, audience_text=words)

    def _other(self, number: Number, context: CellContext) -> Quantity:
        """A labelled number with a unit that no rule names."""
        label = context.label or context.head
        if not (label and context.unit and self._subjects.own) or number.kind == "percent" or context.unit == "%":
            return Quantity(number, reason="a table's number with no words of a measure")
        words = self._scene.text[slice(*label)]
        return self._made(number, context, Binding("indicators", "other", "other", number.start, number.end, words, unit=context.unit))

    def _made(self, number: Number, context: CellContext, bound: Binding) -> Quantity:
        year = context.year or self._year_before(number.start)
        return Quantity(
            scaled(number, context.scale),
            binding=bound,
            subject=Subject("own", self._subjects.institution),
            period=stated_period(year) if year else Period(),
            steps=(Step("what", f"{bound.claim} by the head of its row or column"),),
        )

    def _is_part(self, place: tuple[int, int]) -> bool:
        """其中：未成年人 under a row of visits."""
        return self._scene.folded.startswith(("其中", "#"), place[0]) or bool(self._scene.hits.listed("persons", *place))

    def _best(self, window: Window) -> Match | None:
        staff = matches(self._scene, window, Category, window.left, window.right) if window.unit in PEOPLE else []
        measures = [m for m in matches(self._scene, window, Visit, window.left, window.right) if fits(m.rule, window.unit, True)]
        ranked = sorted([*staff, *measures], key=lambda match: (getattr(match.rule, "last", False), -match.chars))
        return ranked[0] if ranked else None

    def _year_before(self, start: int) -> str | None:
        """The year that the headline reports on, else the last year told before the table."""
        years = [date.edtf for date in self._scene.dates(0, start) if date.precision == "year" and date.edtf and len(date.edtf) == 4]
        return self._scene.report_year or (years[-1] if years else None)
