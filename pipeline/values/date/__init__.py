"""Dates: the forms of points, periods, lengths and words, and their way to EDTF."""
