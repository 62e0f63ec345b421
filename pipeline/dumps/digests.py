"""Digests as WARC records state them: `sha1:` and the digest in base 32, 16 or 64."""

from __future__ import annotations

import base64
import hashlib

_FUNCTIONS = {"md5", "sha1", "sha256", "sha384", "sha512"}


def differs(stated: str, data: bytes) -> bool:
    """Whether the stated digest is not that of the bytes; False for functions that aren't known here."""
    name, _, value = stated.partition(":")
    function = name.strip().lower().replace("-", "")
    if function not in _FUNCTIONS:
        return False
    digest = hashlib.new(function, data, usedforsecurity=False).digest()
    given = value.strip().rstrip("=")
    written = {base64.b64encode(digest), base64.urlsafe_b64encode(digest)}
    return (
        given.lower() != digest.hex()
        and given.upper() != base64.b32encode(digest).decode().rstrip("=")
        and given not in {each.decode().rstrip("=") for each in written}
    )
