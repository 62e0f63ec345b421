"""Saved pages and what browsers save beside them: `x.htm` and its folder `x_files`, with pictures, advertisements and frames."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

_ENDINGS = (".html", ".htm", ".shtml", ".xhtml", ".mht", ".mhtml")
_FOLDERS = ("_files", ".files", "_file")
_HIDDEN = {"thumbs.db", "desktop.ini", "__macosx"}
_LOOK = 1 << 16
_FRAME = re.compile(rb"""<frame\b[^>]{0,400}?\bsrc\s{0,4}=\s{0,4}["']?([^"'>\s]{1,400})""", re.IGNORECASE)
_MOST_FRAMES = 50


def hidden(name: str) -> bool:
    """Whether a name is one that systems leave behind: `.DS_Store`, `Thumbs.db`."""
    return (name.startswith(".") and name not in (".", "..")) or name.lower() in _HIDDEN


def companion_of(path: str) -> str | None:
    """`a/x` for `a/x_files/b/c.htm`: the page it would belong to, without its ending; None for files in other folders."""
    parts = path.split("/")
    for depth, folder in enumerate(parts[:-1]):
        ending = next((end for end in _FOLDERS if folder.lower().endswith(end) and len(folder) > len(end)), None)
        if ending:
            return "/".join([*parts[:depth], folder[: -len(ending)]])
    return None


def companion_folders(stem: str) -> Iterator[str]:
    """The folders that the companions of the page `stem`.htm may be in."""
    for ending in _FOLDERS:
        yield stem + ending


def pages_named(stem: str) -> Iterator[str]:
    """The names that a saved page may have whose companions are in `stem`_files."""
    for ending in _ENDINGS:
        yield stem + ending
        yield stem + ending.upper()


def is_page_name(name: str) -> bool:
    """Whether a name ends as those of saved pages do."""
    return name.lower().endswith(_ENDINGS)


def is_frameset(data: bytes) -> bool:
    """Whether a page is made of frames."""
    return b"<frameset" in data[:_LOOK].lower()


def frames(path: str, data: bytes) -> list[str]:
    """Paths of the frames that a frameset shows out of its own companion folder; the other frames of a dump are pages of their own."""
    if not is_frameset(data):
        return []
    found = list[str]()
    for source in _FRAME.findall(data[:_LOOK])[:_MOST_FRAMES]:
        name = unquote_to_bytes(source).decode("utf-8", "replace").replace("\\", "/").partition("?")[0]
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), name))
        if companion_of(target) == posixpath.splitext(path)[0] and target not in found:
            found.append(target)
    return found
