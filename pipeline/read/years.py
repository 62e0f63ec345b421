"""Years that a paragraph or a line above it has told: 2018年11月 …；12月 … is the same year, whatever the page's own date would suggest."""

from __future__ import annotations

import re
from bisect import bisect_right

from pipeline.model import Block
from pipeline.read.chain import MARKED
from pipeline.values import DateSpan, Number, bounds

_PARTIAL = re.compile(r"(?:XXXX|\d{4})-\d\d(?:-\d\d)?(?:/(?:XXXX|\d{4})-\d\d(?:-\d\d)?)?")
_YEAR = re.compile(r"\d{4}")
_HEADING = re.compile(r"[\s【\[(●■◆]*((?:19|20)\d\d)年(?:度)?(?:大事记|荣誉|获奖情况|所获荣誉)?[】\]):]*\s*")
_OTHER_HEADING = re.compile(r"\d{4}年?.{0,6}")


def headed_years(blocks: tuple[Block, ...], folded: str) -> tuple[str | None, ...]:
    """For each block the year of the line above that is nothing but a year (2018年, as chronicles have it); None where none holds."""
    years: list[str | None] = []
    year = None
    for block in blocks:
        text = folded[block.start : block.end] if block.end - block.start <= 16 else ""
        heading = _HEADING.fullmatch(text)
        if heading:
            year = heading.group(1)
        elif block.kind == "heading" or (text and _OTHER_HEADING.fullmatch(text)):
            year = None  # 2016年前
        years.append(year)
    return tuple(years)


def with_told_years(spans: list[Number | DateSpan], blocks: tuple[Block, ...], folded: str) -> list[Number | DateSpan]:
    """The spans, with months and days that name no year put into the last year told before them in their block, or heading it."""
    starts = [block.start for block in blocks]
    headed = headed_years(blocks, folded)
    told: tuple[int, str] | None = None
    made: list[Number | DateSpan] = []
    for span in spans:
        if isinstance(span, DateSpan) and span.edtf:
            block = bisect_right(starts, span.start)
            if _named_year(span, folded):
                told = (block, _YEAR.findall(span.anchor or span.edtf)[-1])
            elif (span.inferred or "XXXX" in span.edtf) and _PARTIAL.fullmatch(span.edtf) and not _of_the_page(span, folded):
                year = told[1] if told and (told[0] == block or _goes_on(span, told[0], block, starts, folded)) else headed[block - 1]
                if year:
                    span, told = _in_year(span, year), (block, year)
        made.append(span)
    return made


def _of_the_page(span: DateSpan, folded: str) -> bool:
    """今年10月: counted from the page's own date, whatever year was told last."""
    return folded.startswith(("今年", "去年", "前年", "本年"), span.start) and "XXXX" not in (span.edtf or "")


def _goes_on(span: DateSpan, told: int, block: int, starts: list[int], folded: str) -> bool:
    """2009年，… / (2)3月份，…: a line that begins with its month goes on with the year of the line above."""
    mark = MARKED.match(folded, starts[block - 1])
    return told == block - 1 and span.start - (mark.end() if mark else starts[block - 1]) <= 2


def _named_year(span: DateSpan, folded: str) -> bool:
    return (
        not span.inferred
        and "X" not in (span.edtf or "X")
        and _YEAR.search(span.anchor or span.edtf or "") is not None
        and "年" in folded[span.start : span.end]
    )


def _in_year(span: DateSpan, year: str) -> DateSpan:
    edtf = re.sub(r"XXXX|\d{4}", year, span.edtf or "")
    earliest, latest = bounds(edtf)
    return span._replace(edtf=edtf, anchor=edtf, earliest=earliest, latest=latest, inferred=False)
