"""Sentences, clauses and words of a page, as offsets; the packs' words are jieba's user dictionary."""

from pipeline.segment.dictionary import Word
from pipeline.segment.segmenter import Segmenter

__all__ = ["Segmenter", "Word"]
