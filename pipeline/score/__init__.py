"""Score: rows held against hand-made gold. Precision, recall and F1 a table, with intervals, traps, rules, and what changed."""

from pipeline.score.baseline import Change, changes, read_baseline, write_baseline
from pipeline.score.commits import Checkout, asked_for, checkout, earlier, keep
from pipeline.score.gold import GoldError, GoldPage, read_gold
from pipeline.score.page import PageScore, score_page
from pipeline.score.show import show
from pipeline.score.tally import Figures, Tally, tally

__all__ = [
    "Change",
    "Checkout",
    "Figures",
    "GoldError",
    "GoldPage",
    "PageScore",
    "Tally",
    "asked_for",
    "changes",
    "checkout",
    "earlier",
    "keep",
    "read_baseline",
    "read_gold",
    "score_page",
    "show",
    "tally",
    "write_baseline",
]
