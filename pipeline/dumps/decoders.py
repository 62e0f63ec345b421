"""Decompressors under one interface: gzip, zstd, bzip2, xz."""

from __future__ import annotations

import bz2
import importlib
import lzma
import sys
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from pipeline.dumps.stream import Broken

_MEMORY = 1 << 27
NO_ZSTD = "compressed with zstd, which is not read without the package backports.zstd; install it"
_ZSTD_WINDOW = 27  # the logarithm of the same


class Decoder(Protocol):
    """The decompressor interface of bz2, lzma and zstd."""

    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = -1) -> bytes: ...


class Inflate:
    """zlib under the same interface; `wbits` as zlib has it (31: gzip, 15: zlib, -15: bare)."""

    def __init__(self, wbits: int = 31) -> None:
        self._zlib = zlib.decompressobj(wbits)
        self._full = False

    @property
    def eof(self) -> bool:
        return self._zlib.eof

    @property
    def unused_data(self) -> bytes:
        return self._zlib.unused_data

    @property
    def needs_input(self) -> bool:
        return not self._zlib.unconsumed_tail and not self._full

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        out = self._zlib.decompress(self._zlib.unconsumed_tail + data, max(0, max_length))
        self._full = len(out) == max_length
        return out


@dataclass(frozen=True, slots=True)
class Codec:
    """A compression: its name, the bytes it begins with, its decoder."""

    name: str
    magic: bytes
    decoder: Callable[[], Decoder]


class Zstd:
    """zstd under the same interface: in the standard library from Python 3.14 on, in the package backports.zstd before."""

    def __init__(self) -> None:
        try:
            self._zstd = importlib.import_module("compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd")
        except ModuleNotFoundError as error:
            raise Broken(NO_ZSTD) from error
        self._decoder = self._zstd.ZstdDecompressor(options={self._zstd.DecompressionParameter.window_log_max: _ZSTD_WINDOW})

    @property
    def eof(self) -> bool:
        return bool(self._decoder.eof)

    @property
    def unused_data(self) -> bytes:
        return bytes(self._decoder.unused_data)

    @property
    def needs_input(self) -> bool:
        return bool(self._decoder.needs_input)

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        try:
            return bytes(self._decoder.decompress(data, max_length))
        except self._zstd.ZstdError as error:
            raise ValueError(error) from error


GZIP = Codec("gzip", b"\x1f\x8b\x08", Inflate)
CODECS = (
    GZIP,
    Codec("zstd", b"\x28\xb5\x2f\xfd", Zstd),
    *(Codec("bzip2", b"BZh%d1AY&SY" % level, bz2.BZ2Decompressor) for level in range(1, 10)),
    Codec("xz", b"\xfd7zXZ\x00", lambda: lzma.LZMADecompressor(memlimit=_MEMORY)),
)
ERRORS = (zlib.error, lzma.LZMAError, OSError, EOFError, ValueError)


def codec_of(head: bytes) -> Codec | None:
    """The compression that bytes begin with."""
    return next((codec for codec in CODECS if head.startswith(codec.magic)), None)
