"""Dumps for the tests: the same few pages, written by us, in every container."""

from __future__ import annotations

import base64
import bz2
import gzip
import hashlib
import io
import json
import lzma
import quopri
import struct
import sys
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pipeline.dumps import Limits, Tally, pages, shards
from pipeline.model import Failure, RawPage

SITE = "http://lib.yunchuan.example/"


def html(title: str, body: str, charset: str = "utf-8") -> bytes:
    """A small page as an old CMS would make it."""
    text = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}"><title>{title}</title></head>'
    return (text + f"<body><h1>{title}</h1><p>{body}</p></body></html>").encode(charset)


PAGES: dict[str, bytes] = {
    "index.html": html("云川市图书馆", "本馆全年开放，2015年接待读者31.2万人次。"),
    "news/2016/t1.htm": html("云川市图书馆举办讲座", "3月5日，讲座在二楼报告厅举行，到场读者120余人。", "gbk"),
    "news/2016/t2.htm": html("少儿阅览室恢复开放", "自6月1日起，少儿阅览室恢复开放。", "gb18030"),
    "通知/放假.txt": "云川市图书馆\n放假通知\n清明节闭馆一天。\n".encode(),
}


def found(root: Path | list[Path], limits: Limits | None = None, tally: Tally | None = None) -> list[RawPage | Failure]:
    """Everything a dump gives."""
    return [each for shard in shards(root) for each in pages(shard, limits, tally)]


def of(data: bytes, folder: Path, name: str = "dump", limits: Limits | None = None, tally: Tally | None = None) -> list[RawPage | Failure]:
    """Everything that one file of these bytes gives."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(data)
    return found(path, limits, tally)


def good(results: list[RawPage | Failure]) -> list[RawPage]:
    return [each for each in results if isinstance(each, RawPage)]


def bad(results: list[RawPage | Failure]) -> list[Failure]:
    return [each for each in results if isinstance(each, Failure)]


def as_folder(folder: Path) -> Path:
    for name, data in PAGES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def as_zip(files: dict[str, bytes] = PAGES, method: int = zipfile.ZIP_DEFLATED, names: str = "utf-8") -> bytes:
    """A zip; with `names="gbk"` as Chinese Windows programs wrote them, without the UTF-8 flag."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            info = _GbkInfo(name) if names == "gbk" else zipfile.ZipInfo(name)
            info.compress_type = method
            archive.writestr(info, data)
    return out.getvalue()


class _GbkInfo(zipfile.ZipInfo):
    def _encodeFilenameFlags(self) -> tuple[bytes, int]:
        return self.filename.encode("gbk"), self.flag_bits


def as_tar(files: dict[str, bytes] = PAGES, form: int = tarfile.PAX_FORMAT, encoding: str = "utf-8") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=form, encoding=encoding) as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def gzip_of_repeated(piece: bytes, times: int) -> bytes:
    """gzip of a piece repeated, packed once."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH)
    checksum = 0
    for _ in range(times):
        checksum = zlib.crc32(piece, checksum)
    trailer = struct.pack("<LL", checksum, len(piece) * times & 0xFFFFFFFF)
    return b"\x1f\x8b\x08" + bytes(6) + b"\xff" + packed * times + b"\x03\x00" + trailer


def zstd_of(data: bytes) -> bytes:
    zstd = pytest.importorskip("compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd")
    return bytes(zstd.compress(data))


def record(
    number: int, data: bytes, *, url: str = "", kind: str = "response", status: str = "200 OK", headers: str = "Content-Type: text/html"
) -> bytes:
    """A WARC record; its block is an HTTP response, or the bare data if `kind` is another."""
    block = f"HTTP/1.1 {status}\r\n{headers}\r\n\r\n".encode() + data if kind == "response" else data
    content = "application/http; msgtype=response" if kind == "response" else headers.partition(": ")[2]
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number:032x}>\r\n"
        f"WARC-Target-URI: {url or SITE + str(number)}\r\n"
        f"WARC-Date: 2016-03-05T08:{number // 60 % 60:02}:{number % 60:02}Z\r\n"
        f"Content-Type: {content}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def records(files: dict[str, bytes] = PAGES) -> list[bytes]:
    made = []
    for number, (name, data) in enumerate(files.items()):
        kind = "text/plain" if name.endswith(".txt") else "text/html"
        made.append(record(number, data, url=SITE + name, headers=f"Content-Type: {kind}"))
    return made


def as_warc(files: dict[str, bytes] = PAGES) -> bytes:
    info = record(999, b"software: made by hand\r\n", kind="warcinfo", headers="Content-Type: application/warc-fields")
    return info + b"".join(records(files))


def as_warc_gz(files: dict[str, bytes] = PAGES) -> bytes:
    return b"".join(gzip.compress(each, compresslevel=1, mtime=0) for each in records(files))


def as_wacz(files: dict[str, bytes] = PAGES, wrong: bool = False, missing: bool = False) -> bytes:
    warc = as_warc_gz(files)
    digest = hashlib.sha256(warc).hexdigest()
    resources = [
        {"name": "data.warc.gz", "path": "archive/data.warc.gz", "hash": f"sha256:{'0' * 64 if wrong else digest}", "bytes": len(warc)}
    ]
    if missing:
        resources.append({"name": "more.warc.gz", "path": "archive/more.warc.gz", "hash": "sha256:" + "1" * 64, "bytes": 1})
    package = json.dumps({"profile": "data-package", "wacz_version": "1.1.1", "resources": resources}).encode()
    signed = json.dumps({"path": "datapackage.json", "hash": "sha256:" + hashlib.sha256(package).hexdigest()}).encode()
    inside = {"archive/data.warc.gz": warc, "datapackage.json": package, "datapackage-digest.json": signed, "pages/pages.jsonl": b"{}\n"}
    return as_zip(inside, zipfile.ZIP_STORED)


def as_mhtml(data: bytes, encoding: str = "quoted-printable", charset: str = "utf-8", frames: tuple[bytes, ...] = ()) -> bytes:
    """A page saved by a browser, with a picture and perhaps frames."""
    url = SITE + "index.html"
    out = [
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {url}\r\nSubject: =?utf-8?Q?x?=\r\nDate: Sat, 5 Mar 2016 08:00:00 -0000\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Part--x1"\r\n\r\n\r\n'
    ]
    parts = [
        (f"{SITE}logo.png", "image/png", "base64", b"\x89PNG\r\n\x1a\n" + bytes(40)),
        (url, f"text/html; charset={charset}", encoding, data),
    ]
    parts += [(f"{SITE}frame{number}.html", "text/html", "base64", frame) for number, frame in enumerate(frames)]
    for location, kind, how, content in parts:
        out.append(f"------Part--x1\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: {how}\r\nContent-Location: {location}\r\n\r\n")
        out.append(_transfer(content, how).decode("latin-1") + "\r\n")
    return "".join([*out, "------Part--x1--\r\n"]).encode("latin-1")


def _transfer(data: bytes, how: str) -> bytes:
    if how == "base64":
        return base64.encodebytes(data).replace(b"\n", b"\r\n").rstrip(b"\r\n")
    if how == "quoted-printable":
        return quopri.encodestring(data).replace(b"\n", b"\r\n")
    return data


# Every container that holds all of PAGES as files.
ARCHIVES: dict[str, Callable[[], bytes]] = {
    "zip": as_zip,
    "zip stored": lambda: as_zip(method=zipfile.ZIP_STORED),
    "zip bzip2": lambda: as_zip(method=zipfile.ZIP_BZIP2),
    "zip lzma": lambda: as_zip(method=zipfile.ZIP_LZMA),
    "zip with GBK names": lambda: as_zip(names="gbk"),
    "tar": as_tar,
    "tar gnu": lambda: as_tar(form=tarfile.GNU_FORMAT),
    "tar with GBK names": lambda: as_tar(form=tarfile.GNU_FORMAT, encoding="gbk"),
    "tar.gz": lambda: gzip.compress(as_tar(), mtime=0),
    "tar.zst": lambda: zstd_of(as_tar()),
    "tar.bz2": lambda: bz2.compress(as_tar()),
    "tar.xz": lambda: lzma.compress(as_tar()),
}
CAPTURES: dict[str, Callable[[], bytes]] = {
    "warc": as_warc,
    "warc.gz": as_warc_gz,
    "warc.gz in one piece": lambda: gzip.compress(as_warc(), mtime=0),
    "warc.zst": lambda: zstd_of(as_warc()),
    "wacz": as_wacz,
}


def walk(folder: Path) -> Iterator[Path]:
    yield from sorted(path for path in folder.rglob("*") if path.is_file())
