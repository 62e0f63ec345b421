"""The clock of a run in one process: a page that isn't read in time is left out, as where many processes read."""

from __future__ import annotations

import signal
from types import FrameType, TracebackType
from typing import Self

from pipeline.run.heartbeat import Beat

_AGAIN = 5.0  # seconds: a library may swallow what a signal raises in it


class Late(BaseException):
    """The page took too long. No Exception: whoever reads pages catches those."""

    def __init__(self, beat: Beat) -> None:
        super().__init__(beat)
        self.beat = beat


class Alarm:
    """Hears what the run is at, as a Heartbeat does, and raises Late where that takes too long. Heard between two steps of Python only."""

    def __init__(self, page_seconds: float) -> None:
        self._page_seconds = page_seconds
        self._beat = Beat(0, False, 0.0)

    def __enter__(self) -> Self:
        self._before = signal.signal(signal.SIGALRM, self._rings)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, self._before)

    def seeks(self, index: int) -> None:
        """The page is still to be found in the dump."""
        self._set(Beat(index, False, 0.0))

    def reads(self, index: int) -> None:
        """The page is being read."""
        self._set(Beat(index, True, 0.0))

    def _set(self, beat: Beat) -> None:
        self._beat = beat
        signal.setitimer(signal.ITIMER_REAL, beat.may_take(self._page_seconds), _AGAIN)

    def _rings(self, number: int, frame: FrameType | None) -> None:
        raise Late(self._beat)
