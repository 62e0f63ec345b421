"""Names as people read them: the `source` of a page is always valid Unicode, whatever a file system or an archive holds."""

from __future__ import annotations

import os
import re

# Chinese in GBK that happens to be valid UTF-8 too (通知) comes out as letters of scripts that no Chinese dump uses.
_CHANCE = re.compile("[\u0180-\u07ff]")


def decoded(raw: bytes) -> str:
    """A name in UTF-8, else in GB18030 (what Chinese Windows programs wrote), else with its odd bytes as escapes."""
    utf8, chinese = _try(raw, "utf-8"), _try(raw, "gb18030")
    if utf8 is not None and (chinese is None or not _CHANCE.search(utf8)):
        return utf8
    return raw.decode("utf-8", "backslashreplace") if chinese is None else chinese


def _try(raw: bytes, charset: str) -> str | None:
    try:
        return raw.decode(charset)
    except UnicodeDecodeError:
        return None


def readable(path: str, root: str) -> str:
    """A path below `root`: as it is if it is Unicode, else as `decoded` reads it, as escapes where `root` holds a file of that name too."""
    raw = os.fsencode(path)
    if _try(raw, "utf-8") is not None:
        return path
    name = decoded(raw)
    return raw.decode("utf-8", "backslashreplace") if os.path.lexists(os.path.join(root, name)) else name
