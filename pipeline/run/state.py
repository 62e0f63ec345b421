"""Whether the tables are those of the parts: what was last merged, and the files as they were left."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from pipeline.run.receipts import Receipt
from pipeline.run.summary import Summary
from pipeline.write.atomic import replace_bytes

FILE = "merged.json"


@dataclass(frozen=True, slots=True)
class State:
    """The receipts in the order of the tables' rows, and a hash of all that the tables depend on."""

    home: Path
    receipts: tuple[Receipt, ...]
    all_captures: bool
    digest: str

    @classmethod
    def of(cls, home: Path, receipts: Sequence[Receipt], *, all_captures: bool) -> State:
        said = [(receipt.shard, receipt.key, [(file.path, file.size, file.sha256) for file in receipt.inputs]) for receipt in receipts]
        return cls(home, tuple(receipts), all_captures, hashlib.sha256(repr((said, all_captures)).encode()).hexdigest())

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
