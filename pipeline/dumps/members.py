"""What the members of any archive have in common: names that come twice, files systems leave behind, companions of saved pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from pipeline.dumps.companions import companion_of, frames, hidden, pages_named
from pipeline.dumps.item import Found, Item, Read
from pipeline.dumps.sniff import HEAD, refusal
from pipeline.dumps.stream import Broken, Stream, of_bytes
from pipeline.model import Failure, RawPage


class Member(NamedTuple):
    """A file in an archive. `stream` is good until the next member is asked for; `refused` says why there is none."""

    name: str
    size: int | None
    stream: Callable[[], Stream]
    refused: str | None = None


class Seen:
    """Names, told apart where one comes more than once."""

    def __init__(self) -> None:
        self._hashes: set[int] = set()
        self._again: dict[str, int] = {}

    def __contains__(self, name: str) -> bool:
        return hash(name) in self._hashes

    def once(self, name: str) -> str:
        """The name, with `#2` and so on from its second time."""
        if name not in self:
            self._hashes.add(hash(name))
            return name
        self._again[name] = self._again.get(name, 1) + 1
        return f"{name}#{self._again[name]}"


def read_members(item: Item, members: Iterable[Member | Failure], read: Read) -> Iterator[Found]:
    """The pages of an archive's members, in order; then the frames of saved framesets and what turned out to be no companion."""
    seen, held = Seen(), _Held(item)
    broken = None
    try:
        yield from _read_each(item, members, read, seen, held)
    except Broken as error:
        broken = error
    yield from held.left(seen, read)
    if broken:
        yield item.failure(str(broken))


def _read_each(item: Item, members: Iterable[Member | Failure], read: Read, seen: Seen, held: _Held) -> Iterator[Found]:
    for number, member in enumerate(members):
        if number >= item.limits.members:
            yield item.failure(f"more than {item.limits.members:,} files in one archive; the rest was not read")
            return
        if isinstance(member, Failure):
            yield member
        elif any(hidden(part) for part in member.name.split("/")):
            item.tally["hidden file"] += 1
        else:
            yield from _read_one(item, member, read, seen, held)


def _read_one(item: Item, member: Member, read: Read, seen: Seen, held: _Held) -> Iterator[Found]:
    unique = seen.once(member.name)
    record = None if unique == member.name else unique.rpartition("#")[2]
    inside = item.member(member.name, of_bytes(b""), member.size, record)
    if member.refused:
        yield inside.failure(member.refused)
        return
    try:
        inside = replace(inside, stream=member.stream())
        if held.takes(member.name, inside):
            return
        for found in read(inside):
            yield found
            if isinstance(found, RawPage):
                held.note(member.name, found.data)
    except Broken as broken:
        yield inside.failure(str(broken))


class _Held:
    """Pages in `x_files/` folders, kept until it is known whether the archive has the page x: then they are its companions."""

    def __init__(self, item: Item) -> None:
        self._item = item
        self._room = item.limits.page_bytes
        self._pages: dict[str, tuple[Item, bytes]] = {}
        self._frames: set[str] = set()

    def takes(self, name: str, inside: Item) -> bool:
        """Whether a member is kept; one that doesn't fit is read as any other."""
        if companion_of(name) is None or refusal(inside.stream.peek(HEAD), name):
            return False
        data = inside.stream.peek(self._room + 1)
        if len(data) > self._room or name in self._pages or inside.stream.broken:
            return False
        self._room -= len(data)
        self._pages[name] = inside, data
        return True

    def note(self, name: str, data: bytes) -> None:
        """Remember which frames a page shows."""
        self._frames.update(frames(name, data))

    def left(self, seen: Seen, read: Read) -> Iterator[Found]:
        for name, (inside, data) in self._pages.items():
            page = companion_of(name)
            is_companion = page is not None and any(each in seen for each in pages_named(page))
            if is_companion and name not in self._frames:
                self._item.tally["companion of a saved page"] += 1
                continue
            yield from read(self._item.member(name, of_bytes(data), len(data), inside.record))
