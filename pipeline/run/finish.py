"""The end of a run: parts to tables, and the files that describe them."""

from __future__ import annotations

import hashlib
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.run.allowed import allowed, loaded
from pipeline.run.manifest import Made, write_manifest
from pipeline.run.merge import merge
from pipeline.run.receipts import inputs_of
from pipeline.run.state import State
from pipeline.run.summary import Summary
from pipeline.schema import TABLES
from pipeline.write.atomic import Stage
from pipeline.write.codebook import codebook
from pipeline.write.datapackage import datapackage

if TYPE_CHECKING:
    from pipeline.run.extract import Request


def finish(home: Path, request: Request, state: State, began: datetime) -> Summary:
    """Write all files of `out`, together. OSError where one can't be written; the old ones then stay."""
    summary = Summary(str(request.out), left_out=state.left_out)
    with Stage(request.out) as stage:
        merge(stage, home, state.shards, all_captures=request.all_captures, summary=summary)
        stage.write("datapackage.json", datapackage(allowed(request.packs)))
        stage.write("codebook.md", codebook(more=allowed(request.packs)).encode())
        made = [_made(stage, name) for name in (*(f"{table}.parquet" for table in TABLES), "datapackage.json", "codebook.md")]
        inputs = (file for shard in state.shards for file in inputs_of(home / shard.shard))
        with stage.open("run.json") as file:
            write_manifest(
                file,
                began=began,
                packs=loaded(request.packs).hashes,
                request=_options(request),
                summary=summary,
                made=made,
                inputs=inputs,
            )
        stage.commit()
    state.record(request.out, [*(file.name for file in made), "run.json"], summary)
    return summary


def _made(stage: Stage, name: str) -> Made:
    with stage.path(name).open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
        return Made(name, stream.tell(), digest)


def _options(request: Request) -> dict[str, object]:
    return {"raw": [str(path) for path in request.raw], "packs": list(request.packs), "all_captures": request.all_captures}
