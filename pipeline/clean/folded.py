"""Folding as this room needs it: the same short lines are asked about by one rule after another."""

from __future__ import annotations

from functools import lru_cache

from pipeline.fold import fold

folded = lru_cache(maxsize=512)(fold)
