"""Python's collector of cycles, left out while a large page is cleaned and while any is read."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collector() -> Iterator[None]:
    """Without the collector for as long as the block runs.

    A page makes no cycles to speak of, but a million small pieces; the collector would look at all of them again and again, which takes a
    third of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
