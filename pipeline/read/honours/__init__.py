"""Honours: found by the verb that grants them, the copula, or their bare name; lists taken apart; each with body, recipient and date."""

from pipeline.read.honours.reader import read_honours
from pipeline.read.honours.words import TitleWords

__all__ = ["TitleWords", "read_honours"]
