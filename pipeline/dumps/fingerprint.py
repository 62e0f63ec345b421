"""What a shard's files hold, for receipts."""

from __future__ import annotations

import hashlib
import os

from pipeline.dumps.shard import Shard


def fingerprint(shard: Shard) -> list[tuple[str, int, str]]:
    """Relative path, size in bytes and SHA-256 of each file; a file that can't be read has size -1 and no hash."""
    return [_of(shard.root, path) for path in shard.files]


def _of(root: str, path: str) -> tuple[str, int, str]:
    full = os.path.join(root, path)
    if not os.path.isfile(full):
        return path, -1, ""
    try:
        with open(full, "rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
            return path, stream.tell(), digest
    except OSError:
        return path, -1, ""
