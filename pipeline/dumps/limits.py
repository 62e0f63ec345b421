"""How much is read of what may be hostile."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps, in bytes: a page; how many times its own size an archive may unpack to (past `free` bytes)."""

    page_bytes: int = 64 << 20
    ratio: int = 200
    free: int = 256 << 20

    def too_large(self, size: int | None) -> str:
        """The reason for a page of `size` bytes (None: unknown, but over the cap)."""
        cap = f"{self.page_bytes / (1 << 20):g} MiB"
        return f"a page of {size:,} bytes, more than the {cap} allowed" if size else f"a page of more than the {cap} allowed"
