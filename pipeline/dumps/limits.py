"""How much is read of what may be hostile, and the count of what was left out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

Tally = Counter[str]


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps. Bytes: a page, an archive held in memory. Packed data may unpack to `free` bytes and `ratio` times its size."""

    page_bytes: int = 64 << 20
    held_bytes: int = 256 << 20
    free: int = 8 << 20
    ratio: int = 200
    members: int = 10_000_000

    def too_large(self, size: int | None = None) -> str:
        """The reason for a page over the cap, of `size` bytes where that is known."""
        cap = f"more than the {self.page_bytes / (1 << 20):g} MiB allowed"
        return f"a page of {size:,} bytes, {cap}" if size else f"a page of {cap}"
