"""Dumps of Chinese institutional news pages to tidy Parquet tables that one can cite."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from os import PathLike

    from pipeline.write.frames import Tables

__version__ = "0.1.0"
__all__ = ["extract_page", "load"]


def load(path: str | PathLike[str] = "data/processed") -> Tables:
    """The tables that `pipeline extract` wrote, as pandas DataFrames: `tables.visits`, `tables["visits"]`, `tables.describe("visits")`.

    FileNotFoundError where the folder holds none.
    """
    from pathlib import Path

    from pipeline.write.frames import load

    return load(Path(path))


def extract_page(page: str | bytes, url: str | None = None, packs: tuple[str, ...] = ()) -> Tables:
    """The tables of one page, given as text or as the bytes of its file. PageError where it is no page."""
    from pipeline.run.page import extract_page

    return extract_page(page, url, packs)
