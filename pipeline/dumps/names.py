"""Names as people read them: the `source` of a page is always valid Unicode, whatever a file system or an archive holds."""

from __future__ import annotations

import os


def decoded(raw: bytes) -> str:
    """A name in UTF-8, else in GB18030 (what Chinese Windows programs wrote), else with its odd bytes as escapes."""
    for charset in ("utf-8", "gb18030"):
        try:
            return raw.decode(charset)
        except UnicodeDecodeError:
            continue
    return raw.decode("utf-8", "backslashreplace")


def readable(path: str, root: str) -> str:
    """A path below `root` as `decoded` reads it; as escapes where `root` holds a file of that name too."""
    raw = os.fsencode(path)
    name = decoded(raw)
    return name if name == path or not os.path.lexists(os.path.join(root, name)) else raw.decode("utf-8", "backslashreplace")
