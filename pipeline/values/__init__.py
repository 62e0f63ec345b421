"""What a piece of Chinese text is worth: its numbers and dates, with places, hedges and units. Knows no pack; usable alone."""

from pipeline.values.edtf import bounds
from pipeline.values.kinds import DateSpan, Number
from pipeline.values.lexicon import DEFAULT, Lexicon
from pipeline.values.spans import counts_only, dates, numbers, spans
from pipeline.values.stamps import address_stamp, cell_stamp, line_stamp, short_stamp, stamp, stamp_place
from pipeline.values.whole import integer, numeral, years

__all__ = [
    "DEFAULT", "DateSpan", "Lexicon", "Number", "address_stamp", "bounds", "cell_stamp", "counts_only", "dates", "integer",
    "line_stamp", "numbers", "numeral", "short_stamp", "spans", "stamp", "stamp_place", "years",
]  # fmt: skip
