"""What a text speaks of: an institution's own trade, a town, or the news of others."""

from __future__ import annotations

from pipeline.read.scene import Scene

_NEWS = r"<<news_signs>>|[\u3400-\u9fff]{2}讯"


def is_news(scene: Scene) -> bool:
    """Whether the text is a newspaper's account of others."""
    return scene.lexicon[_NEWS].search(scene.folded) is not None


def tells_region(scene: Scene) -> bool:
    """Whether the text describes a town or a county, whose houses are told in passing."""
    return len(set(scene.lexicon["<<region_words>>"].findall(scene.folded))) >= 3


def tells_trade(scene: Scene) -> int:
    """How many words of an institution's own trade the text has."""
    return len(set(scene.lexicon["<<trade_words>>"].findall(scene.folded)))


def tells_work(scene: Scene) -> int:
    """How many words of the work of any house of culture the text has."""
    return len(set(scene.lexicon["<<trade_words>>|<<house_work>>"].findall(scene.folded)))
