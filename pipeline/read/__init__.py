"""Reading: every number, honour and numbered point of a page, and what its words say of it."""

from pipeline.read.room import ReadingRoom

__all__ = ["ReadingRoom"]
