"""MHTML (.mht): a page saved with its parts in one mail message. Parts are cut out by their boundary; only the pages are decoded."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime

from pipeline.dumps import headers as head
from pipeline.dumps.companions import is_frameset
from pipeline.dumps.item import Found, Item, Read
from pipeline.model import RawPage

_FIRST = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,40}:[ \t]")
_BOUNDARY = re.compile(r"""boundary\s{0,4}=\s{0,4}(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))""", re.IGNORECASE)
_START = re.compile(r"""start\s{0,4}=\s{0,4}"?(<[^>\s]{1,500}>)""", re.IGNORECASE)
_PAGES = ("text/html", "application/xhtml+xml")
_DEEPEST = 3
_SMALLEST = 16  # bytes; less is no part with headers

Part = tuple[head.Headers, bytes]


def recognises(start: bytes) -> bool:
    """Whether bytes begin a mail message that holds a page."""
    if not _FIRST.match(start):
        return False
    parts = head.split(start)
    fields = head.parse(parts[0] if parts else start)
    return "mime-version" in fields and head.media_type(fields).startswith(("multipart/", *_PAGES))


def read(item: Item, inner: Read) -> Iterator[Found]:
    """The page; and its frames, if it is a frameset (other HTML parts are advertisements and the like, and counted)."""
    del inner
    data = item.stream.read(item.limits.page_bytes + 1)
    message = head.split(data)
    if len(data) > item.limits.page_bytes or message is None:
        yield item.failure(item.limits.too_large() if message else "an MHTML file whose headers do not end")
        return
    fields = head.parse(message[0])
    parts = _parts(fields, message[1], 0)
    pages = [number for number, (about, _) in enumerate(parts) if head.media_type(about) in _PAGES]
    if not pages:
        yield item.failure("an MHTML file without an HTML part")
        return
    main = _main(fields, parts, pages)
    page = _page(item, fields, parts[main], None)
    yield page
    for number in pages:
        if number != main and is_frameset(page.data):
            yield _page(item, fields, parts[number], f"part-{number + 1}")
        elif number != main:
            item.tally["companion of a saved page"] += 1


def _page(item: Item, fields: head.Headers, part: Part, record: str | None) -> RawPage:
    about, payload = part
    url = about.get("content-location") or fields.get("snapshot-content-location")
    encoding = about.get("content-transfer-encoding", "").lower()
    data = _decoded(payload, encoding)
    record = record or item.record
    return RawPage(item.source, data, record, url, _date(fields.get("date", "")), head.charset(about), head.media_type(about))


def _main(fields: head.Headers, parts: list[Part], pages: list[int]) -> int:
    """Which part is the page: the one the message names, else the first."""
    start = _START.search(fields.get("content-type", ""))
    location = fields.get("snapshot-content-location") or fields.get("content-location")
    for number in pages:
        about = parts[number][0]
        if (start and about.get("content-id") == start[1]) or (location and about.get("content-location") == location):
            return number
    return pages[0]


def _parts(fields: head.Headers, body: bytes, depth: int) -> list[Part]:
    """The parts of a message that aren't made of parts themselves."""
    boundary = _BOUNDARY.search(fields.get("content-type", ""))
    if not head.media_type(fields).startswith("multipart/") or not boundary or depth == _DEEPEST:
        return [(fields, body)]
    found = list[Part]()
    mark = re.escape((boundary[1] or boundary[2]).encode("utf-8", "replace"))
    for piece in re.split(rb"\n--" + mark + rb"(?=(?:--)?[ \t]{0,80}\r?(?:\n|\Z))", b"\n" + body)[1:]:
        if piece.startswith(b"--"):
            break
        part = head.split(piece.partition(b"\n")[2]) if len(piece) > _SMALLEST else None
        if part:
            found += _parts(head.parse(part[0]), part[1], depth + 1)
    return found


def _decoded(payload: bytes, encoding: str) -> bytes:
    payload = payload.removesuffix(b"\r")  # of the line end that belongs to the boundary
    if encoding == "quoted-printable":
        return binascii.a2b_qp(payload)
    if encoding == "base64":
        return _base64(payload)
    return payload


def _base64(payload: bytes) -> bytes:
    """What can be decoded, whatever stands between and however it ends."""
    kept = re.sub(rb"[^A-Za-z0-9+/]", b"", payload)
    kept = kept[: len(kept) - (len(kept) % 4 == 1)]
    return binascii.a2b_base64(kept + b"=" * (-len(kept) % 4))


def _date(value: str) -> str | None:
    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
