"""What a run came to, in counts."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from pipeline.schema import FACTS


@dataclass(slots=True)
class Summary:
    """Counts of a run: rows by table; numbers claimed by a rule, refused with a reason, or neither; the first failures (source, reason)."""

    out: str
    rows: dict[str, int] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=lambda: {"claimed": 0, "refused": 0, "unclaimed": 0})
    duplicates: int = 0
    failures: list[tuple[str, str]] = field(default_factory=list)
    left_out: dict[str, int] = field(default_factory=dict)
    unchanged: bool = False
    shards: int = 0
    shards_kept: int = 0

    @property
    def nothing_read(self) -> bool:
        return not self.rows.get("pages")

    def lines(self) -> list[str]:
        """The summary for people, a line each."""
        rows, out = self.rows, Path(self.out)
        said = [
            f"{out}: nothing has changed since the last run, the tables stay as they are" if self.unchanged else f"{out}: tables written"
        ]
        repeated = f", {self.duplicates:,} of them captures of an article read already" if self.duplicates else ""
        said.append(f"  pages      {rows['pages']:,}{repeated}")
        said.append("  facts      " + ", ".join(f"{rows[table]:,} {table}" for table in FACTS))
        numbers = ", ".join(f"{count:,} {what}" for what, count in self._numbers())
        said.append(f"  numbers    {rows['quantities']:,}: {numbers}")
        said.append(f"  checks     {rows['checks']:,} statements that do not agree")
        said += self._failed()
        said += [f"  left out   {count:,} x {what}" for what, count in sorted(self.left_out.items())]
        said.append(
            f"Next: {out / 'codebook.md'} says what each column means; `pipeline explain PAGE` shows where a page's rows come from."
        )
        return said

    def _numbers(self) -> list[tuple[str, int]]:
        names = {"claimed": "claimed by a rule", "refused": "refused with a reason", "unclaimed": "unclaimed"}
        return [(names[what], count) for what, count in self.numbers.items()]

    def _failed(self) -> list[str]:
        count = self.rows["failures"]
        if not count:
            return ["  failures   none"]
        shown = [f"    {source}: {reason}" for source, reason in self.failures]
        rest = [f"    ... and {count - len(shown):,} more in {Path(self.out) / 'failures.parquet'}"] if count > len(shown) else []
        return [f"  failures   {count:,} not read:", *shown, *rest]
