"""What a run came to, in counts."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Summary:
    """Counts of a run: rows by table; numbers claimed by a rule, refused with a reason, or neither; the first failures (source, reason).

    `incomplete`: pages of articles of which the dump lacks parts, or holds them elsewhere.
    `lossy`: pages that lack characters; `garbled`: pages whose text is none any more, however they are decoded.
    `share`: which part of the dump was read, where no tables were written; rows are then those of its shards.
    `machines`: failures that another try may spare.
    """

    out: str
    rows: dict[str, int] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=lambda: {"claimed": 0, "refused": 0, "unclaimed": 0})
    duplicates: int = 0
    incomplete: int = 0
    lossy: int = 0
    garbled: int = 0
    machines: int = 0
    failures: list[tuple[str, str]] = field(default_factory=list)
    left_out: dict[str, int] = field(default_factory=dict)
    unchanged: bool = False
    shards: int = 0
    shards_kept: int = 0
    shards_all: int = 0
    share: str | None = None

    @property
    def nothing_read(self) -> bool:
        return not self.share and not self.rows.get("pages")
