"""Progress on standard error: pages and failures so far, rate, time left. Silent where nobody watches."""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from types import TracebackType
from typing import Self

from tqdm import tqdm

from pipeline.dumps import Shard

_BAR = "{desc} {percentage:3.0f}% |{bar}| {elapsed}, {remaining} left"


class Progress:
    """Measures in bytes of input. Quiet where standard error is no terminal, or on demand."""

    def __init__(self, sizes: Mapping[str, int], quiet: bool) -> None:
        """`sizes`: bytes of each shard by name."""
        hidden = quiet or not sys.stderr.isatty()
        total = sum(sizes.values())
        self._bar = tqdm(total=total, disable=hidden, bar_format=_BAR, leave=False, dynamic_ncols=True, miniters=0, mininterval=0.2)
        self._sizes = sizes
        self._began = time.monotonic()
        self._pages = self._failures = 0
        self._ended = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._bar.close()

    def page(self, shard: Shard, failed: bool) -> None:
        """One page more. In a slice of loose files each counts alike; how far into an archive it stands, nobody knows."""
        self._tell(int(not failed), int(failed))
        size, files = self._sizes[shard.name], len(shard.files)
        self._bar.update(min(size / files, self._ended + size - self._bar.n) if files > 1 else 0)

    def shard(self, name: str, rows: Mapping[str, int] | None = None) -> None:
        """A shard has ended; `rows` by table where its pages were read elsewhere."""
        if rows is not None:
            self._tell(rows.get("pages", 0), rows.get("failures", 0))
        self._ended += self._sizes[name]
        self._bar.update(max(self._ended - self._bar.n, 0))

    def _tell(self, pages: int, failures: int) -> None:
        self._pages += pages
        self._failures += failures
        rate = self._pages / max(time.monotonic() - self._began, 0.001)
        self._bar.set_description_str(f"{self._pages:,} pages, {rate:,.0f}/s, {self._failures:,} failures", refresh=False)
