"""Names as people read them: the `source` of a page is always valid Unicode, whatever a file system or an archive holds."""

from __future__ import annotations

import os


def readable(path: str, root: str | None = None) -> str:
    """A path whose bytes are not UTF-8 read as GB18030; as escapes where it is neither, or where `root` holds a file of that name too."""
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        raw = path.encode("utf-8", "surrogateescape")
    else:
        return path
    try:
        named = raw.decode("gb18030")
    except UnicodeDecodeError:
        return raw.decode("utf-8", "backslashreplace")
    taken = root is not None and os.path.lexists(os.path.join(root, named))
    return raw.decode("utf-8", "backslashreplace") if taken else named
