"""Who was counted: the audience named beside a number of people."""

from __future__ import annotations

from pipeline.packs import Audience
from pipeline.read.bind import matches
from pipeline.read.scene import Scene
from pipeline.read.window import Window

UNITS = frozenset(["人次", "人", "名", "位", None])


def audience_of(scene: Scene, window: Window) -> tuple[str | None, str | None]:
    """Vocabulary id and words of the people counted; no id where several kinds are named together."""
    found = [m for m in matches(scene, window, Audience, window.left, window.right) if isinstance(m.rule, Audience)]
    persons = scene.hits.listed("persons", window.left, window.right)
    if not found and not persons:
        return None, None
    ids = {m.rule.target for m in found if isinstance(m.rule, Audience)}
    spans = [(hit.start, hit.end) for hit in persons] + [(hit.start, hit.end) for m in found for hit in m.hits]
    low, high = min(start for start, _ in spans), max(end for _, end in spans)
    if low < window.end and high > window.start:
        beside = [span for span in spans if span[0] >= window.end or span[1] <= window.start]
        if not beside:
            return None, None  # the words run into the number
        low, high = min(beside)
    return (ids.pop() if len(ids) == 1 else None), scene.text[low:high]
