"""What is no page: told by its first bytes, before anything is decoded."""

from __future__ import annotations

from pipeline.errors import PageError

_MAGIC = {
    b"%PDF": "a PDF file", b"PK\x03\x04": "a zip file (or docx, xlsx, ofd)", b"PK\x05\x06": "an empty zip file", b"\xff\xd8\xff": "a JPEG image",
    b"\x89PNG": "a PNG image", b"GIF8": "a GIF image", b"BM": "a bitmap image", b"\x1f\x8b": "gzip data", b"BZh": "bzip2 data", b"\xfd7zXZ": "xz data",
    b"7z\xbc\xaf": "a 7z file", b"Rar!": "a rar file", b"\xd0\xcf\x11\xe0": "an old Office file (doc, xls, ppt)", b"\x28\xb5\x2f\xfd": "zstd data",
    b"RIFF": "RIFF media", b"\x7fELF": "a program", b"MZ": "a program", b"II*\0": "a TIFF image", b"MM\0*": "a TIFF image", b"SQLite format 3": "a database",
    b"ID3": "an MP3 file", b"OggS": "Ogg media", b"wOFF": "a font", b"wOF2": "a font", b"FWS": "Flash", b"CWS": "Flash", b"{\\rtf": "an RTF file",
}  # fmt: skip
_SHORT = (b"BM", b"MZ", b"II*\0", b"MM\0*", b"FWS", b"CWS", b"ID3")  # plain text may begin so: these need control bytes too
_CONTROLS = bytes(b for b in range(1, 32) if b not in b"\t\n\x0b\x0c\r\x1b")
_HEAD = 4096


def refuse_empty_and_known(data: bytes) -> None:
    """PageError (stage decode) where the bytes are empty, or begin as another kind of file does."""
    if not data.strip(b" \t\r\n\0"):
        raise PageError("decode", "empty file" if not data else "nothing but blanks")
    head = data[:_HEAD]
    for magic, name in _MAGIC.items():
        if head.startswith(magic) and (magic not in _SHORT or _controls(head) > 1):
            raise PageError("decode", f"not a page: {name}")
    if head[4:8] == b"ftyp":
        raise PageError("decode", "not a page: MP4 media")


def refuse_controls(data: bytes) -> None:
    """PageError (stage decode) where control bytes say that this is no text. UTF-16 must have been ruled out before."""
    head = data[:_HEAD]
    if _controls(head) > 8 + len(head) * 0.02:
        raise PageError("decode", "not a page: binary data (control bytes)")


def _controls(head: bytes) -> int:
    """Control bytes, zero bytes apart: those are stray in many pages."""
    return len(head) - len(head.translate(None, _CONTROLS))
