"""What the rows of a shard depend on besides its files: code, packs, schema and libraries."""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from pathlib import Path

import pipeline

LIBRARIES = ("ahocorasick-rs", "beautifulsoup4", "jieba", "lxml", "numpy", "pyarrow", "rensa", "rjieba")
_WITHOUT = ("cli", "__pycache__")  # what no row depends on
_DATA = {".py", ".toml", ".csv", ".tsv", ".txt"}


def rules_key(packs: tuple[str, ...]) -> str:
    """SHA-256 over the program's code and data, the packs named by path, and the versions of the libraries. Loads none of them."""
    digest = hashlib.sha256(repr((packs, [(name, version(name)) for name in LIBRARIES])).encode())
    home = Path(pipeline.__file__).parent
    own = sorted(path for path in home.rglob("*") if path.suffix in _DATA and path.relative_to(home).parts[0] not in _WITHOUT)
    for path in [*own, *(Path(pack) for pack in packs if pack.endswith(".toml"))]:
        digest.update(f"\n{path.name}\n".encode())
        digest.update(path.read_bytes() if path.exists() else b"")
    return digest.hexdigest()
