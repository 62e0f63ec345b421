"""Progress on standard error: pages and failures so far, rate, time left. Silent where nobody watches."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self

from tqdm import tqdm

_BAR = "{percentage:3.0f}% |{bar}| {postfix} [{elapsed}, {remaining} left]"


class Progress:
    """Counts pages as they come and bytes as shards end. Quiet where standard error is no terminal, or on demand."""

    def __init__(self, total_bytes: int, quiet: bool) -> None:
        hidden = quiet or not sys.stderr.isatty()
        self._bar = tqdm(total=total_bytes, disable=hidden, bar_format=_BAR, leave=False, dynamic_ncols=True, miniters=0, mininterval=0.2)
        self._began = time.monotonic()
        self._pages = self._failures = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._bar.close()

    def page(self, failed: bool) -> None:
        """One page more."""
        self._failures += failed
        self._pages += not failed
        rate = self._pages / max(time.monotonic() - self._began, 0.001)
        self._bar.set_postfix_str(f"{self._pages:,} pages, {rate:,.0f}/s, {self._failures:,} failures", refresh=False)
        self._bar.update(0)

    def shard(self, size: int) -> None:
        """A shard of `size` bytes has ended."""
        self._bar.update(size)
