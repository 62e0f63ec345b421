"""From a date as read to EDTF: what it lacks comes from its sentence, then from the reference; nothing else."""

from __future__ import annotations

from pipeline.values import edtf
from pipeline.values.date.context import Context, Ends
from pipeline.values.date.ends import point_ends
from pipeline.values.date.mention import Mention
from pipeline.values.date.periods import period_ends
from pipeline.values.kinds import DateSpan


def resolve(mention: Mention, text: str, context: Context) -> DateSpan:
    """The date span of a mention. `context` is moved on."""
    ends, precision = _ends(mention, context)
    if ends is None:
        role = mention.role or ("duration" if mention.span else None) or ("as_of" if mention.open == "as_of" else "vague")
        return DateSpan(mention.start, mention.end, text[mention.start : mention.end], None, role=role)
    yearless = mention.a is not None and mention.a.yearless and not (mention.b is not None and mention.b.has_year)
    guessed = ends.inferred and yearless and not mention.future
    context.previous_guessed = guessed and context.told_year(mention.start) is None
    context.previous, context.previous_end, context.previous_edtf = ends.parts, mention.end, (ends.low, ends.high)
    context.previous_inferred = ends.inferred
    tilde = "~" if mention.approx else ""
    low, high = _with(ends.low, tilde), _with(ends.high, tilde)
    anchor = low if low == high else f"{low}/{high}"
    shown, role = _opened(mention.open, low, high, anchor)
    if shown is None:
        return DateSpan(mention.start, mention.end, text[mention.start : mention.end], None, role=role)
    earliest, latest = edtf.bounds(shown)
    return DateSpan(
        mention.start, mention.end, text[mention.start : mention.end], shown, earliest, latest, role, ends.inferred, precision, anchor
    )


def _with(end: str, tilde: str) -> str:
    return end if not tilde or end.endswith("~") else end + tilde


def _opened(opening: str | None, low: str, high: str, anchor: str) -> tuple[str | None, str]:
    """EDTF and role under a role word."""
    if opening is None:
        return anchor, "at"
    if opening == "since":
        return f"{low}/..", "since"
    if opening in ("as_of", "before_or_at"):
        return f"../{high}", "as_of" if opening == "as_of" else "until"
    if "XXXX" in anchor or ("X" in anchor and opening == "after"):
        return (None if "XXXX" not in anchor else anchor), "until" if opening == "before" else "since"
    if opening == "before":
        return f"../{edtf.neighbour(low, -1)}", "until"
    return f"{edtf.neighbour(high, 1)}/..", "since"


def _ends(mention: Mention, context: Context) -> tuple[Ends | None, str]:
    precision = mention.precision or "none"
    if mention.fixed:
        return Ends(*mention.fixed, False, (int(mention.fixed[1][:4]), None, None)), precision
    if mention.offset:
        return offset_ends(mention, context), precision
    if mention.doc_month and context.reference:
        month = edtf.ymd(context.reference.year, context.reference.month) + "~"
        return Ends(month, month, True, context.previous), "month"
    if mention.repeated or context.repeats(mention.start):
        context.repeated_end = mention.end
        return None, precision
    if mention.a is None:
        return None, precision
    if mention.b is None:
        before = context.previous_edtf if mention.same and context.near(mention.start) else None
        ends = point_ends(mention.a, context, mention)
        if before and ends and ends.parts[0] is not None and mention.a.precision == "year":
            return same_period(before, ends, ends.parts[0]), "range" if before[0] != before[1] else "month"
        return ends, mention.a.precision
    return period_ends(mention.a, mention.b, context, mention), "range"


def same_period(before: tuple[str, str], ends: Ends, y: int) -> Ends:
    """去年同期: the period named before, in that year."""
    last = int(before[1][:4]) if before[1][:4].isdigit() else y
    first = int(before[0][:4]) if before[0][:4].isdigit() else last
    low, high = edtf.year(y - (last - first)) + before[0][4:], edtf.year(y) + before[1][4:]
    return Ends(low, high, ends.inferred, ends.parts)


def offset_ends(mention: Mention, context: Context) -> Ends | None:
    """三天前, 近三年: counted from the reference."""
    reference = context.reference
    if reference is None or mention.offset is None:
        return None
    count, unit, direction = mention.offset
    then = edtf.shifted(reference, count * direction, unit)
    if then is None:
        return None
    now = edtf.at(reference, unit)
    if mention.span:
        low, high = (then, now) if direction < 0 else (now, then)
        return Ends(f"{low}~", f"{high}~", True, context.previous)
    parts = (int(then), None, None) if unit == "year" and context.folded.startswith("的", mention.end) else context.previous
    moment = then if unit == "day" else f"{then}~"
    return Ends(moment, moment, True, parts)
