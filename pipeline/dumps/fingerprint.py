"""What a shard's files hold, for receipts."""

from __future__ import annotations

import hashlib
import os

from pipeline.dumps.files import frames_of
from pipeline.dumps.names import readable
from pipeline.dumps.shard import Shard


def fingerprint(shard: Shard) -> list[tuple[str, int, str]]:
    """Source, size in bytes and SHA-256 of each file that the shard's pages come from; size -1 and no hash where it can't be read."""
    return [_of(shard.root, each) for path in shard.files for each in (path, *frames_of(shard.root, path))]


def _of(root: str, path: str) -> tuple[str, int, str]:
    full, source = os.path.join(root, path), readable(path, root)
    if not os.path.isfile(full):
        return source, -1, ""
    try:
        with open(full, "rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
            return source, stream.tell(), digest
    except OSError:
        return source, -1, ""
