"""What goes wrong with one page."""

from __future__ import annotations


class PageError(Exception):
    """A page that can't be read: `stage` is one of `schema.FailureRow`'s (open, decode, clean, read, write), `reason` a sentence."""

    def __init__(self, stage: str, reason: str) -> None:
        super().__init__(stage, reason)
        self.stage = stage
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.stage}: {self.reason}"
