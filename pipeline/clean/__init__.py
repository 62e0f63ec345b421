"""Bytes to documents: decoded right, furniture out, metadata in."""

from pipeline.clean.decode import decode
from pipeline.clean.doctor import doctor
from pipeline.clean.page import clean
from pipeline.clean.parts import group_parts, join_parts

__all__ = ["clean", "decode", "doctor", "group_parts", "join_parts"]
