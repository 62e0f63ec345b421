"""Parts of one article: what tells that they belong together, and the document they make. Pure functions over documents."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from pipeline.clean.headline import plain
from pipeline.clean.pager import part_of
from pipeline.model import Block, Document

_HEAD = 3  # blocks at a part's top that may repeat what stands at the top of the first
_MARK = re.compile(r"\s{0,3}(?:[(（【\[]\s{0,2}(?:第?\d{1,2}页?|\d{1,2}/\d{1,2})\s{0,2}[)）】\]]|第\d{1,2}页)\s{0,3}$")


class PartKey(NamedTuple):
    """What the parts of one article have in common: the address without its part number, and the headline."""

    stem: str
    title: str


class Joined(NamedTuple):
    """An article, and where in its text each of its parts begins."""

    document: Document
    starts: tuple[int, ...]


def part_key(document: Document, address: str) -> tuple[PartKey, int | None] | None:
    """The article that a page says it is one of several pages of, and its number there as the address (else the pager) has it.

    `address`: its URL, or its place in the dump. None for a page that has no pager, or no headline.
    """
    title = document.metadata.title
    if document.parts == 1 or not title:
        return None
    stem, number = part_of(address)
    if number is None and document.part > 1:
        number = document.part
    return PartKey(stem, plain(_MARK.sub("", title))), number


def part_numbers(found: Mapping[int | None, Document]) -> dict[int, int | None]:
    """Which part each number in an address (None: none) stands for, in order; a part that says nothing new is left out.

    Some systems call the second page `_1`, others the first: told by whether there is a page without a number that says something else.
    """
    seen: set[str] = set()
    own: list[int | None] = []
    for number in sorted(found, key=lambda number: number or 0):
        if found[number].text not in seen:
            own.append(number)
            seen.add(found[number].text)
    shift = int(None in own and 1 in own)
    return {1 if number is None else number + shift: number for number in own}


def join_parts(parts: Mapping[int, Document]) -> Joined:
    """One document of an article's parts by number, in order: page_id and metadata of the first, blocks of all, repeated heads dropped.

    `incomplete` where a part's pager tells of more pages than there are. ValueError without parts.
    """
    if not parts:
        raise ValueError("no parts to join")
    first, *others = parts.values()
    told = max(part.parts for part in parts.values())
    text, blocks, starts = first.text, list(first.blocks), [0]
    head = {first.text[block.start : block.end] for block in first.blocks[:_HEAD]}
    for part in others:
        added, moved = _added(part, head, len(text) + bool(text), _tables(blocks))
        text += ("\n" if text and added else "") + added
        blocks += moved
        starts.append(len(text) - len(added))
    missing = set(range(1, told + 1)) - set(parts)
    cuts = tuple(cut for part in parts.values() for cut in part.cuts)
    joined = replace(first, text=text, blocks=tuple(blocks), incomplete=bool(missing), parts=max(told, *parts, 1), cuts=cuts)
    return Joined(joined, tuple(starts))


def _added(part: Document, head: set[str], at: int, tables: int) -> tuple[str, list[Block]]:
    """A part's text and blocks without what repeats the first part's head, moved to where they will stand."""
    repeated = 0
    while repeated < min(_HEAD, len(part.blocks)) and part.text[part.blocks[repeated].start : part.blocks[repeated].end] in head:
        repeated += 1
    kept = part.blocks[repeated:]
    if not kept:
        return "", []
    shift = at - kept[0].start
    moved = [
        block._replace(start=block.start + shift, end=block.end + shift, table=None if block.table is None else block.table + tables)
        for block in kept
    ]
    return part.text[kept[0].start :], moved


def _tables(blocks: list[Block]) -> int:
    return max((block.table + 1 for block in blocks if block.table is not None), default=0)
