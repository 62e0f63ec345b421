"""Bytes to documents: decoded right, furniture out, metadata in."""

from pipeline.clean.decode import decode
from pipeline.clean.page import clean

__all__ = ["clean", "decode"]
