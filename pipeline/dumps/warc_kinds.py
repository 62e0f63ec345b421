"""What a record of a WARC holds, as its headers and first bytes tell it: perhaps a page, something else, or nothing that can be told."""

from __future__ import annotations

import re

from pipeline.dumps import headers as head
from pipeline.dumps import http
from pipeline.dumps.warc_records import Record

_PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "")
_TYPE = re.compile(r"[a-z0-9!#$&^_.+-]{1,127}/[a-z0-9!#$&^_.+-]{1,127}")
_KINDS = ("image", "application", "audio", "video", "font", "model", "message", "multipart")
_NO_PAGES = re.compile(  # of text; one that isn't known here may be a page, of a type that a flipped byte spoiled
    r"text/(?:css|csv|calendar|dns|ecmascript|javascript|json|markdown|richtext|rtf|tab-separated-values|vcard|vtt|x-[a-z.+-]{1,60}|xml)"
)
_ADDRESSES = ("http:", "https:", "ftp:", "file:")
_NO_ADDRESSES = ("urn:", "dns:", "whois:", "metadata:", "screenshot:", "thumbnail:", "warc:", "filedesc:", "")
_OTHERS = ("warcinfo", "request", "metadata", "revisit")


def _kind(record: Record) -> str:
    return record.headers.get("warc-type", "").lower()


def _scheme(record: Record) -> str:
    return "".join(record.url.lower().partition(":")[:2])


def spoiled(record: Record, ahead: bytes) -> str | None:
    """Why a record that may have been a page can't be told to be one: a flipped byte in its type must not lose it in silence."""
    kind, scheme = _kind(record), _scheme(record)
    if kind == "response":
        return None if scheme in _NO_ADDRESSES or http.status(ahead) else "a response without an HTTP status; it was not read"
    if kind in ("resource", "conversion"):
        known = scheme in _ADDRESSES or scheme in _NO_ADDRESSES
        return None if known else f"its address is none that is known here ({record.url[:80]}); it was not read"
    if kind == "continuation":
        return "the rest of a record that was cut in segments; it was not read"
    return None if kind in _OTHERS else f"a WARC record of no known type ({kind[:40]}); it was not read"


def unwanted(record: Record, ahead: bytes) -> str | None:
    """What the record is, if it is no page (a word for the tally)."""
    kind = _kind(record)
    if kind == "response":
        status = http.status(ahead)
        if status != 200:
            return f"HTTP status {status}" if status else "no HTTP response"
        parts = head.split(ahead)
        media = head.media_type(head.parse(parts[0] if parts else ahead))
    elif kind in ("resource", "conversion") and _scheme(record) in _ADDRESSES:
        media = head.media_type(record.headers) or "application/unknown"
    else:
        return f"WARC record of type {kind}" + ("" if kind in _OTHERS else " without a web address")
    group = media.partition("/")[0]
    no_page = media not in _PAGE_TYPES and _TYPE.fullmatch(media) and (group in _KINDS or _NO_PAGES.fullmatch(media))
    return f"capture of type {group}" if no_page else None  # what is no type (`html`) or an unknown one tells nothing: the bytes do
