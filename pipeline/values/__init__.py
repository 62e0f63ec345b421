"""What a piece of Chinese text is worth: its numbers and dates, with places, hedges and units. Knows no pack; usable alone."""

from pipeline.values.dates import dates
from pipeline.values.kinds import DateSpan, Number
from pipeline.values.lexicon import DEFAULT, Lexicon
from pipeline.values.numbers import numbers, spans

__all__ = ["DEFAULT", "DateSpan", "Lexicon", "Number", "dates", "numbers", "spans"]
