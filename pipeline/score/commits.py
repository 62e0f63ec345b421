"""Rows kept a commit, in git's own folder (never in the tree): what the last commit gave, without anybody having to store it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from pipeline.score.baseline import write_baseline
from pipeline.score.page import PageScore

FOLDER = "pipeline-score"
KEPT = 40  # commits a gold; about 200 kB each
LOOKED_BACK = 1000


@dataclass(frozen=True, slots=True)
class Checkout:
    """A git checkout: `commit` is HEAD, `clean` that no tracked file differs from it, `kept` the folder that all its work trees share."""

    root: Path
    commit: str
    clean: bool
    kept: Path


def checkout(code: Path) -> Checkout | None:
    """The checkout that tracks the file `code`; None outside git, without git, and before the first commit."""
    root = _git(code.parent, "rev-parse", "--show-toplevel")
    tracked = root and _git(code.parent, "ls-files", "--error-unmatch", code.name)
    commit = tracked and _git(code.parent, "rev-parse", "--verify", "HEAD")
    if not root or not commit:
        return None
    changed = _git(Path(root), "status", "--porcelain", "--untracked-files=no")
    common = _git(Path(root), "rev-parse", "--path-format=absolute", "--git-common-dir")
    return Checkout(Path(root), commit, changed == "", Path(common or root) / FOLDER) if common else None


def earlier(here: Checkout, asked: str) -> tuple[str, Path] | None:
    """The newest commit before the rows of now that has rows kept: HEAD where something is uncommitted, else one before it."""
    folder = here.kept / asked
    commits = (_git(here.root, "rev-list", f"--max-count={LOOKED_BACK}", "HEAD") or "").split()
    files = ((commit, folder / f"{commit}.json") for commit in (commits[1:] if here.clean else commits))
    return next(((commit, file) for commit, file in files if file.is_file()), None)


def keep(here: Checkout, asked: str, pages: Iterable[PageScore]) -> bool:
    """Keep the rows as the commit's, where the tree is clean; the oldest of many go. False where they couldn't be kept."""
    if not here.clean:
        return False
    folder = here.kept / asked
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_baseline(folder / f"{here.commit}.json", pages)
        for old in sorted(folder.glob("*.json"), key=lambda file: file.stat().st_mtime)[:-KEPT]:
            old.unlink(missing_ok=True)
    except OSError:
        return False  # a checkout one may only read
    return True


def asked_for(here: Checkout, gold: Path, pages: Path | None, packs: tuple[str, ...]) -> str:
    """A name for what was scored: the gold, its texts and the packs, wherever the checkout lies."""
    said = [_inside(here, path) for path in (gold, pages, *(Path(pack) if pack.endswith(".toml") else pack for pack in packs))]
    return sha256("\n".join(said).encode()).hexdigest()[:16]


def _inside(here: Checkout, path: Path | str | None) -> str:
    if not isinstance(path, Path):
        return path or "-"
    whole = path.resolve()
    return str(whole.relative_to(here.root)) if whole.is_relative_to(here.root) else str(whole)


def _git(folder: Path, *words: str) -> str | None:
    """What git answers; None where it can't."""
    try:
        said = subprocess.run(["git", "-C", str(folder), *words], capture_output=True, text=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return said.stdout.strip() if said.returncode == 0 else None
