"""What the scan hands on: a date as read, before a reference resolves it."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.values.date.point import Point


@dataclass(slots=True)
class Mention:
    """A date at `start:end`: point `a`, or the period `a` to `b`; or an offset from the reference; or `fixed` EDTF ends.

    `open` says how a role word opens it: since, after, before, before_or_at, as_of. `role` is set where nothing resolves (duration, vague).
    """

    start: int
    end: int
    a: Point | None = None
    b: Point | None = None
    open: str | None = None
    role: str | None = None
    approx: bool = False
    future: bool = False
    fixed: tuple[str, str] | None = None
    precision: str | None = None
    offset: tuple[int, str, int] | None = None  # how many, unit (year month week day), direction
    span: bool = False  # the offset is a period up to the reference (近三年), not a moment (三年前)
    same: bool = False  # 去年同期
    repeated: bool = False  # 每周三, 周二至周日
    doc_month: bool = False  # 日前, 近日
