"""The last step: what stands around a number and its unit, and whether it is one."""

from __future__ import annotations

from pipeline.values.cursor import Cursor
from pipeline.values.kinds import Number
from pipeline.values.number.draft import Draft
from pipeline.values.number.hedges import coded, hedge_before, signed
from pipeline.values.number.verdict import accepted, discount, floor, ratio_side, school_class, yearlike

UPON = "以网线会路早晚身手报船车书纸在桌之台馆楼街山海地场世加史"  # 网上百科 is no hundred


_AFTER_VERB = frozenset("来去参通经不路见办做看讲说用借待有得获到写读走穿渡越度胜难掠飞跨超听学干当")


def _passed(cursor: Cursor, draft: Draft, start: int) -> bool:
    """过万, 过七成: more than; 来过三次 is a verb's 过."""
    if cursor.folded[start - 1] != "过" or start - 1 < cursor.low or cursor.char(start - 2) in _AFTER_VERB:
        return False
    return draft.unit == "成" or draft.raw[:1] in "百千万亿"


def finish(cursor: Cursor, draft: Draft) -> Number | None:
    """Hedges and sign, then the verdict whether a hanzi numeral is a number here."""
    hedge = cursor.after(draft.end) if cursor.folded[draft.end] in cursor.tables.after else None
    outer = None
    if hedge and (draft.unit is None or hedge.word != "来"):
        draft.end += len(hedge.word)
        outer = hedge.bound
    start = signed(cursor, draft)
    if "A" <= cursor.folded[start - 1].strip() <= "Z" or cursor.folded[start - 1] == " ":
        start = coded(cursor, draft, start)
    if draft.unit == "度" and (scale := cursor.folded[max(start - 2, cursor.low) : start].strip()) in ("摄氏", "华氏"):
        draft.unit, start = scale + "度", start - 2
    before, edge = hedge_before(cursor, start)
    if before:
        start = edge
    elif (
        cursor.folded[start - 1] == "上" and draft.raw[:1] in "百千万亿" and start > cursor.low and cursor.folded[start - 2] not in UPON
    ) or _passed(cursor, draft, start):
        before, start = "min", start - 1
    if not draft.near:
        draft.bound = before or outer or draft.bound
    if draft.hanzi and not accepted(cursor, draft, bool(before or outer or draft.near)):
        return None
    if draft.unit is None and draft.kind == "count" and (ratio_side(cursor, draft) or yearlike(cursor, draft)):
        draft.weak = True
    if school_class(cursor, draft) or (draft.unit == "层" and floor(cursor, draft)):
        draft.kind = "ordinal"
    if discount(cursor, draft):
        draft.weak = True
    kind = "weak" if draft.weak else draft.kind
    value = None if kind == "identifier" else draft.value
    return Number(
        start, draft.end, cursor.text[start : draft.end], draft.start, draft.numeral_end, value, draft.high,
        draft.bound, draft.unit, kind, draft.weak, draft.form,
    )  # fmt: skip
