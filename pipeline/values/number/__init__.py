"""Numbers: the forms of numerals, units, hedges, shares, ordinals, labels, identifiers and clock times."""
