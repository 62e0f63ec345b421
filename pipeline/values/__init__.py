"""What a piece of Chinese text is worth: its numbers and dates, with places, hedges and units. Knows no pack; usable alone."""

from pipeline.values.edtf import bounds
from pipeline.values.kinds import DateSpan, Number
from pipeline.values.lexicon import DEFAULT, Lexicon
from pipeline.values.spans import counts_only, dates, numbers, spans

__all__ = ["DEFAULT", "DateSpan", "Lexicon", "Number", "bounds", "counts_only", "dates", "numbers", "spans"]
