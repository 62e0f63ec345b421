"""Parts of one article joined: pure functions over documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.clean.pager import part_of
from pipeline.clean.title import plain
from pipeline.model import Block, Document

_HEAD = 3  # blocks at a part's top that may repeat what stands at the top of the first


def group_parts(documents: Iterable[Document]) -> list[list[Document]]:
    """Documents that are parts of one article together, in the order of their numbers; every other document alone. Order of first appearance.

    Parts have addresses that differ in the part number alone, and the same headline. Of two captures of one part the first counts as the part,
    the other stays alone.
    """
    groups: dict[object, dict[int, Document]] = {}
    order: list[dict[int, Document]] = []
    for at, document in enumerate(documents):
        url = document.metadata.url
        stem, number = part_of(url) if url else (str(at), 1)
        key: object = (stem, plain(document.metadata.title or "")) if url and document.metadata.title else at
        group = groups.get(key)
        if group is None or number in group:
            group = {}
            order.append(group)
            groups.setdefault(key, group)
        group[number] = document
    return [[group[number] for number in sorted(group)] for group in order]


def join_parts(parts: Sequence[Document]) -> Document:
    """One document of an article's parts, given in order: page_id and metadata of the first, blocks of all, repeated heads dropped.

    `incomplete` where a part's pager tells of more pages than there are. ValueError without parts.
    """
    if not parts:
        raise ValueError("no parts to join")
    first = parts[0]
    told = max(part.parts for part in parts)
    numbers = {part_of(part.metadata.url)[1] if part.metadata.url else part.part for part in parts}
    if len(parts) == 1:
        return replace(first, incomplete=told > 1)
    text, blocks = first.text, list(first.blocks)
    head = {first.text[block.start : block.end] for block in first.blocks[:_HEAD]}
    for part in parts[1:]:
        added, moved = _added(part, head, len(text) + bool(text), _tables(blocks))
        text += ("\n" if text and added else "") + added
        blocks += moved
    missing = set(range(1, told + 1)) - numbers
    cuts = tuple(cut for part in parts for cut in part.cuts)
    return replace(first, text=text, blocks=tuple(blocks), incomplete=bool(missing), parts=max(told, len(parts)), cuts=cuts)


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
        replace(block, start=block.start + shift, end=block.end + shift, table=None if block.table is None else block.table + tables)
        for block in kept
    ]
    return part.text[kept[0].start :], moved


def _tables(blocks: list[Block]) -> int:
    return max((block.table + 1 for block in blocks if block.table is not None), default=0)
