"""Compressed files (gzip, zstd, bzip2, xz): unpacked as they are read, a bounded piece at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.dumps.decoders import ERRORS, GZIP, Codec, Decoder, codec_of
from pipeline.dumps.item import Found, Item, Read
from pipeline.dumps.limits import Limits
from pipeline.dumps.stream import Broken, Stream

_PIECE = 1 << 12  # packed bytes fed at once: what was unpacked in a call that fails is lost
_MOST = 1 << 18  # unpacked bytes taken at once
_LAYERS = 3
_TRIAL = 1 << 14
_GZIP_HEADER = re.compile(rb"\x1f\x8b\x08[\x00-\x1f][\s\S]{4}[\x00\x02\x04][\x00-\x0d\xff]")
_LOOK_BACK = 1 << 20  # a damaged piece may run over the start of the next one: so far back is it looked for


def recognises(head: bytes) -> bool:
    """Whether bytes are compressed."""
    return codec_of(head) is not None


def read(item: Item, inner: Read) -> Iterator[Found]:
    """What the compressed file holds: a page or an archive."""
    codec = codec_of(item.stream.peek(16))
    if codec is None or item.layers >= _LAYERS:
        yield item.failure("compressed many times over; unpack it first")
        return
    yield from inner(replace(item, stream=unpacked(item.stream, codec, item.limits), layers=item.layers + 1, size=None, file=None))


def unpacked(packed: Stream, codec: Codec, limits: Limits) -> Stream:
    """The stream of what `packed` holds. Broken where it is damaged, cut short, or unpacks to far more than its size."""
    unpacking = _Unpacking(packed, codec, limits)
    return Stream(unpacking.fill, unpacking.resync)


class _Unpacking:
    def __init__(self, packed: Stream, codec: Codec, limits: Limits) -> None:
        self._packed, self._codec = packed, codec
        self._ratio, self._free = limits.ratio, limits.free
        self._taken = self._given = self._looked_back = 0
        self._decoder: Decoder | None = codec.decoder()
        self._piece = bytearray()
        self._begun = False

    def fill(self) -> bytes:
        """The next piece, b"" at the end."""
        while True:
            decoder = self._next()
            if decoder is None:
                return b""
            piece = self._packed.some(_PIECE) if decoder.needs_input else b""
            if decoder.needs_input and not piece:
                raise Broken(f"the {self._codec.name} data ends early; the rest is missing", begun=self._begun)
            self._taken += len(piece)
            if len(self._piece) <= _LOOK_BACK:
                self._piece += piece
            try:
                out = decoder.decompress(piece, _MOST)
            except ERRORS as error:
                what = str(error).rpartition(": ")[2]
                reason = f"the {self._codec.name} data is damaged ({what}); what it held from here on is lost"
                raise Broken(reason, begun=self._begun) from error
            self._given += len(out)
            if self._given > self._free + self._ratio * self._taken:
                raise Broken(f"it unpacks to more than {self._ratio} times its size and may be a bomb; the rest was not read")
            if out:
                self._begun = True
                return out

    def _next(self) -> Decoder | None:
        """The decoder to go on with: a file may hold several packed pieces, one behind the other, then zeros."""
        if self._decoder is None or not self._decoder.eof:
            return self._decoder
        self._taken -= len(self._decoder.unused_data)
        self._packed.push(self._decoder.unused_data)
        self._piece.clear()
        self._begun = False
        while (ahead := self._packed.peek(_PIECE)) and ahead.startswith(b"\0"):
            self._packed.skip(len(ahead) - len(ahead.lstrip(b"\0")))
        self._decoder = self._codec.decoder() if ahead else None
        return self._decoder

    def resync(self, start: bytes) -> bool:
        """Go to the next packed piece that unpacks to something beginning with `start`."""
        self._given, self._free = min(self._given, self._ratio * self._taken), 0
        if self._looked_back + len(self._piece) <= 4 * (_LOOK_BACK + self._taken - self._looked_back):  # else quadratic
            self._looked_back += len(self._piece)
            self._packed.push(bytes(self._piece[1:]))
        self._piece.clear()
        while self._packed.find(self._codec.magic):
            if self._begins(start):
                self._decoder = self._codec.decoder()
                return True
            self._packed.skip(1)
        return False

    def _begins(self, start: bytes) -> bool:
        """Whether a packed piece that begins with `start` stands here."""
        if self._codec is GZIP and not _GZIP_HEADER.match(self._packed.peek(10)):
            return False
        try:
            return self._codec.decoder().decompress(self._packed.peek(_TRIAL), len(start)) == start
        except ERRORS:
            return False
