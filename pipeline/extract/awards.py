"""Honours to rows."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.extract.common import Points
from pipeline.mentions import HonourMention, Reading
from pipeline.model import Document
from pipeline.schema import AwardRow


def awards(document: Document, reading: Reading, points: Points) -> list[AwardRow]:
    """One row an honour and grant. A telling without a date, a body or a batch of its own repeats the one that has them."""
    rows: list[AwardRow] = []
    for honour in reading.honours:
        row = _row(document, honour, points)
        at = next((index for index, other in enumerate(rows) if _same(other, row)), None)
        if at is None:
            rows.append(row)
        else:
            rows[at] = _merged(rows[at], row)
    return rows


def _row(document: Document, honour: HonourMention, points: Points) -> AwardRow:
    date = honour.date
    return AwardRow(
        *document.cite(honour.start, honour.end, f"awards:{honour.rule}"),
        name=honour.name,
        recipient=honour.recipient,
        recipient_kind=honour.recipient_kind,
        awarding_body=honour.body,
        level=honour.level,
        kind=honour.kind,
        grade=honour.grade,
        batch=honour.batch,
        form=honour.form,
        date=date.edtf,
        earliest=date.earliest,
        latest=date.latest,
        basis=date.basis,
        mentions=1,
        initiative_id=points.at(honour.name_start),
    )


def _plain(name: str) -> str:
    return re.sub(r"[“”\"《》‘’'\s]|级别|称号", "", name)


def _same(one: AwardRow, other: AwardRow) -> bool:
    """The same honour told twice: same name and recipient, and nothing said of both that differs."""
    if _plain(one.name) != _plain(other.name) or one.recipient_kind != other.recipient_kind:
        return False
    if one.start == other.start and one.recipient != other.recipient:
        return False  # 借阅部、少儿部被授予…
    pairs = (
        (one.date, other.date),
        (one.batch, other.batch),
        (one.recipient, other.recipient) if one.recipient_kind != "institution" else (None, None),
    )
    return all(a is None or b is None or a == b or a.startswith(b) or b.startswith(a) for a, b in pairs)


def _merged(one: AwardRow, other: AwardRow) -> AwardRow:
    """The fuller telling stands, with what only the other says added."""
    if one.date is None and other.date is not None:
        one, other = other, one
    return replace(
        one,
        awarding_body=one.awarding_body or other.awarding_body,
        batch=one.batch or other.batch,
        level=one.level or other.level,
        grade=one.grade or other.grade,
        form="granted" if "granted" in (one.form, other.form) else one.form,
        mentions=one.mentions + other.mentions,
    )
