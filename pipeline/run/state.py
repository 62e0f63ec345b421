"""Whether the tables are those of the parts: what was last merged, and the files as they were left."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from pipeline.run.receipts import Finished
from pipeline.run.summary import Summary
from pipeline.write.atomic import replace_bytes

FILE = "merged.json"


@dataclass(frozen=True, slots=True)
class State:
    """The shards in the order of the tables' rows, what was left out of them, and a hash of all that the tables depend on."""

    home: Path
    shards: tuple[Finished, ...]
    left_out: dict[str, int]
    digest: str

    @classmethod
    def of(cls, home: Path, shards: Sequence[Finished], listing: Counter[str], *, all_captures: bool) -> State:
        left_out = sum((Counter(shard.left_out) for shard in shards), listing)
        said = ([(shard.shard, shard.digest) for shard in shards], sorted(left_out.items()), all_captures)
        return cls(home, tuple(shards), dict(left_out), hashlib.sha256(repr(said).encode()).hexdigest())

    def recorded(self, out: Path) -> Summary | None:
        """The summary of the run that made the tables of `out` from this very state, if they are still as it left them."""
        try:
            said = json.loads((self.home / FILE).read_text("utf-8"))
            same = said["digest"] == self.digest and all(_stamp(out / name) == stamp for name, stamp in said["files"].items())
            return Summary(**(said["summary"] | {"unchanged": True, "out": str(out)})) if same else None
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def record(self, out: Path, names: Sequence[str], summary: Summary) -> None:
        """Keep what was written, so that the next run can tell that nothing changed."""
        said = {"digest": self.digest, "files": {name: _stamp(out / name) for name in names}, "summary": asdict(summary)}
        replace_bytes(self.home / FILE, json.dumps(said, ensure_ascii=False).encode("utf-8", "backslashreplace"))


def _stamp(path: Path) -> list[int]:
    seen = path.stat()
    return [seen.st_size, seen.st_mtime_ns]
