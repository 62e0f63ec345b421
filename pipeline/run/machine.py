"""Failures that are perhaps the machine's and not the page's: on another day, or with more memory, the page may be read."""

from __future__ import annotations

from pipeline.dumps.decoders import NO_ZSTD

NO_MEMORY = "there was not enough memory to read it"
DIED = "it killed the process that read it"
NO_LIBRARY = "a library could not be loaded"
_LATE = "it was not read after"
_OTHER_PAGE = "its dump gave no other page: "


def late(seconds: float) -> str:
    """The reason for a page that took longer than this."""
    return f"{_LATE} {seconds:.0f} s"


def no_other_page(why: str) -> str:
    """The reason for a dump that gives no other page."""
    return _OTHER_PAGE + why


def is_machines(reason: str) -> bool:
    """Whether a failure has one of these reasons."""
    return reason.removeprefix(_OTHER_PAGE).startswith((NO_MEMORY, NO_LIBRARY, NO_ZSTD, DIED, _LATE))
