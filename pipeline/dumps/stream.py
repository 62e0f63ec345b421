"""Bytes read forwards only, with a look ahead; every container reads from one of these."""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO

CHUNK = 1 << 16


class Broken(Exception):
    """What can't be read in a file, and why, in a sentence for people.

    `begun`: whether some of the same packed piece was given out before the break, and may be wrong too.
    """

    def __init__(self, reason: str, *, begun: bool = True) -> None:
        super().__init__(reason)
        self.begun = begun


class Stream:
    """A forward reader over `fill`, which gives the next bytes, b"" at the end, or raises Broken.

    What came before a break is still given; Broken is raised by the first call that needs more than that.
    """

    def __init__(self, fill: Callable[[], bytes], resync: Callable[[bytes], bool] | None = None) -> None:
        self._fill = fill
        self._resync = resync
        self._buffer = b""
        self._at = 0
        self._broken: Broken | None = None

    @property
    def broken(self) -> Broken | None:
        """What ends the stream behind the bytes at hand, if it was met already."""
        return self._broken

    def peek(self, size: int) -> bytes:
        """The next `size` bytes, or what there is, without taking them."""
        self._have(size)
        return self._buffer[self._at : self._at + size]

    def read(self, size: int) -> bytes:
        """The next `size` bytes; fewer only at the end. Broken, taking nothing, if they can't be had."""
        if self._have(size) < size and self._broken:
            raise self._broken
        data = self._buffer[self._at : self._at + size]
        self._at += len(data)
        return data

    def some(self, size: int) -> bytes:
        """At least one and at most `size` of the next bytes; b"" at the end."""
        return self.read(min(size, max(1, len(self._buffer) - self._at)))

    def skip(self, size: int) -> int:
        """Leave out `size` bytes; how many there were."""
        left = size
        while left and (data := self.read(min(left, max(CHUNK, len(self._buffer) - self._at)))):
            left -= len(data)
        return size - left

    def find(self, mark: bytes) -> bool:
        """Leave out everything up to `mark`; whether there is one."""
        while (at := self._buffer.find(mark, self._at)) < 0:
            have = len(self._buffer) - self._at
            self._at += max(0, have - len(mark) + 1)
            have = len(self._buffer) - self._at
            if self._have(have + 1) == have:
                self._at += have
                return False
        self._at = at
        return True

    def push(self, data: bytes) -> None:
        """Give bytes back, to be read next."""
        self._buffer = data + self._buffer[self._at :]
        self._at = 0

    def resync(self, start: bytes) -> bool:
        """After a break: go on at the next piece of the packed data that begins with `start`; whether there is one."""
        if self._broken is None or self._resync is None or not self._resync(start):
            return False
        self._buffer, self._at, self._broken = b"", 0, None
        return True

    def _have(self, size: int) -> int:
        """Try to have `size` bytes at hand; how many there are."""
        have = len(self._buffer) - self._at
        if have >= size:
            return have
        parts = [self._buffer[self._at :]]
        while have < size and self._broken is None:
            try:
                chunk = self._fill()
            except Broken as broken:
                self._broken = broken
                break
            if not chunk:
                break
            parts.append(chunk)
            have += len(chunk)
        self._buffer, self._at = b"".join(parts), 0
        return have


class Section(Stream):
    """The next `size` bytes of a stream, as a stream; the rest of them is left out by `finish`, before the outer one is read on."""

    def __init__(self, outer: Stream, size: int) -> None:
        super().__init__(self._more)
        self._outer, self._left = outer, size

    def finish(self) -> None:
        """Leave out what was not read. Broken if it isn't there."""
        self._left -= self._outer.skip(self._left)
        self._buffer, self._at, self._fill = b"", 0, bytes  # the section refers to itself: let go of its bytes now
        self._check()

    def _more(self) -> bytes:
        data = self._outer.some(min(self._left, CHUNK)) if self._left else b""
        self._left -= len(data)
        if not data:
            self._check()
        return data

    def _check(self) -> None:
        if self._left:
            raise Broken(f"the archive ends early: {self._left:,} bytes are missing")


def of_file(file: BinaryIO) -> Stream:
    """The stream of an open file."""

    def fill() -> bytes:
        try:
            return file.read(CHUNK)
        except OSError as error:
            raise Broken(f"the file can't be read: {error.strerror}") from error

    return Stream(fill)


def of_bytes(data: bytes) -> Stream:
    """The stream of bytes at hand."""
    stream = Stream(lambda: b"")
    stream.push(data)
    return stream
