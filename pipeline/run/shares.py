"""A share of a run: what one job of an array reads (Slurm, Kubernetes)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.dumps import Shard
from pipeline.run.problems import RunError

_WRITTEN = re.compile(r"([0-9]{1,6})/([0-9]{1,6})")


@dataclass(frozen=True, slots=True)
class Share:
    """The `number`th of `of` shares, from 1."""

    number: int
    of: int

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"

    @property
    def name(self) -> str:
        """Part of the names of files."""
        return f"{self.number}-of-{self.of}"

    def take(self, shards: Sequence[Shard]) -> list[Shard]:
        """The shards that fall to it: dealt out in turn, so that neighbours, which are often alike, come to different shares."""
        return list(shards[self.number - 1 :: self.of])


def share(written: str) -> Share:
    """What `i/N` says. RunError (code 2) where it is none."""
    found = _WRITTEN.fullmatch(written)
    if not found or not 1 <= int(found[1]) <= int(found[2]):
        raise RunError(f"--shard {written}: write i/N, with i from 1 to N, as in 2/8", 2)
    return Share(int(found[1]), int(found[2]))
