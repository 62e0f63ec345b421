"""WACZ: a zip that holds WARCs, with the digests of its files."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator

from pipeline.dumps import warc
from pipeline.dumps.decoders import codec_of
from pipeline.dumps.item import Found, Item
from pipeline.dumps.packed import unpacked
from pipeline.dumps.stream import Broken, Stream
from pipeline.dumps.zip_members import opened

_PACKAGE, _SIGNED, _FOLDER = "datapackage.json", "datapackage-digest.json", "archive/"
_LARGEST = 16 << 20


def recognises(archive: zipfile.ZipFile) -> bool:
    """Whether a zip is a WACZ."""
    names = archive.namelist()
    return _PACKAGE in names and any(name.startswith(_FOLDER) for name in names)


def read(item: Item, archive: zipfile.ZipFile) -> Iterator[Found]:
    """The pages of the WARCs; a failure for each file whose digest is wrong, and for what the package lists but lacks."""
    try:
        package = _content(archive, _PACKAGE)
        signed = _digests_of_package(_content(archive, _SIGNED)) if _SIGNED in archive.namelist() else None
        digests = _digests(package)
    except Broken as broken:
        yield item.failure(
            f"the WACZ can't be trusted to be whole, its list of files can't be read ({broken}); its pages were read all the same"
        )
        digests, signed, package = {}, None, b""
    if signed and signed != hashlib.sha256(package).hexdigest():
        yield item.failure(f"{_PACKAGE} is not what {_SIGNED} says: it was changed after the capture; its pages were read all the same")
    present = [info for info in archive.infolist() if info.filename.startswith(_FOLDER) and not info.is_dir()]
    for name in sorted(digests.keys() - {info.filename for info in archive.infolist()}):
        yield item.failure(f"the WACZ lacks {name}, which its {_PACKAGE} lists")
    for info in present:
        inside = item.member(info.filename, Stream(lambda: b""), info.file_size)
        try:
            yield from _warc(inside, opened(archive, info), digests.get(info.filename))
        except Broken as broken:
            yield inside.failure(str(broken))


def _warc(inside: Item, stream: Stream, expected: str | None) -> Iterator[Found]:
    """The pages of one WARC, its digest taken on the way; it can only be compared when the pages are out."""
    digest = hashlib.sha256()

    def fill() -> bytes:
        data = stream.some(1 << 16)
        digest.update(data)
        return data

    packed = Stream(fill)
    codec = codec_of(packed.peek(16))
    whole = unpacked(packed, codec, inside.limits) if codec else packed
    if not warc.recognises(whole.peek(16)):
        yield inside.failure("not a WARC, though it lies in the WACZ's archive folder")
    else:
        yield from warc.read_stream(inside, whole)
    while packed.skip(1 << 24):
        pass
    if expected and expected != digest.hexdigest():
        yield inside.failure(f"its digest is not the one in {_PACKAGE}: the file was changed or damaged; what could be read was read")


def _content(archive: zipfile.ZipFile, name: str) -> bytes:
    data = opened(archive, archive.getinfo(name)).read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise Broken(f"{name} is too large")
    return data


def _json(data: bytes) -> dict[str, object]:
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise Broken("no JSON") from error
    return value if isinstance(value, dict) else {}


def _digests(package: bytes) -> dict[str, str]:
    """Path to SHA-256 of the files that the package lists; digests by other functions are not checked."""
    resources = _json(package).get("resources")
    found = {}
    for resource in resources if isinstance(resources, list) else []:
        path, digest = (resource.get("path"), resource.get("hash")) if isinstance(resource, dict) else (None, None)
        if isinstance(path, str) and isinstance(digest, str) and digest.startswith("sha256:"):
            found[path] = digest.removeprefix("sha256:").lower()
    return found


def _digests_of_package(signed: bytes) -> str | None:
    digest = _json(signed).get("hash")
    return digest.removeprefix("sha256:").lower() if isinstance(digest, str) and digest.startswith("sha256:") else None
