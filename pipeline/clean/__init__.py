"""Bytes to documents: decoded right, furniture out, metadata in."""

from pipeline.clean.decode import decode
from pipeline.clean.page import clean
from pipeline.clean.parts import join_parts, part_key, part_numbers

__all__ = ["clean", "decode", "join_parts", "part_key", "part_numbers"]
