"""The members of a zip as streams, with the names they were given and the guards against bombs."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from functools import partial

from pipeline.dumps.limits import Limits
from pipeline.dumps.members import Member
from pipeline.dumps.names import decoded
from pipeline.dumps.stream import CHUNK, Broken, Stream

_UTF8, _ENCRYPTED = 0x800, 0x1

# What the standard library raises on damaged zips.
ERRORS = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    OSError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)


def members(archive: zipfile.ZipFile, size: int, limits: Limits) -> Iterator[Member]:
    """The files of a zip of `size` bytes, in the directory's order."""
    packed = 0
    for info in archive.infolist():
        name = name_of(info)
        if name.endswith("/"):
            continue
        packed += info.compress_size
        refused = "the files of the zip overlap: a bomb; it was not read" if packed > size else _refused(info, limits)
        yield Member(name, info.file_size, partial(opened, archive, info), refused)


def opened(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Stream:
    """The stream of a member; Broken where it is damaged or packed in a way that isn't read."""
    try:
        file = archive.open(info)
    except ERRORS as error:
        raise Broken(_said(error)) from error

    def fill() -> bytes:
        try:
            return file.read(CHUNK)
        except ERRORS as error:
            raise Broken(_said(error)) from error

    return Stream(fill)


def name_of(info: zipfile.ZipInfo) -> str:
    """The member's name. The standard library takes names without the UTF-8 flag for code page 437, whatever they are."""
    raw = info.orig_filename
    name = raw if info.flag_bits & _UTF8 else decoded(raw.encode("cp437", "replace"))
    return name.partition("\0")[0].replace("\\", "/")


def _refused(info: zipfile.ZipInfo, limits: Limits) -> str | None:
    if info.flag_bits & _ENCRYPTED:
        return "encrypted; unpack the zip with its password and give the folder"
    if info.file_size > limits.free + limits.ratio * info.compress_size:
        return f"it unpacks to more than {limits.ratio} times its size and may be a bomb; it was not read"
    return None


def _said(error: Exception) -> str:
    if isinstance(error, NotImplementedError):
        return "packed by a method that is not read here; unpack the zip and give the folder"
    return f"damaged in the zip: {str(error).partition(' for file')[0] or 'it ends early'}"
