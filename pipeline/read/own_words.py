"""The words that a number has of its own, and what it makes of another number's head."""

from __future__ import annotations

from pipeline.mentions import Binding
from pipeline.read.link import links, trimmed
from pipeline.read.scene import Scene
from pipeline.read.window import Window


def residue_of(scene: Scene, window: Window) -> str:
    """The words left of a number that are neither dates nor links nor leading words."""
    parts, at = [], window.left
    for date in scene.dates(window.left, window.start):
        parts.append(scene.folded[at : date.start])
        at = date.end
    parts.append(scene.folded[at : window.start])
    return "".join(part[slice(*trimmed(scene, part))] for part in parts).strip("、,;:()的在约 ")


def lead_of(scene: Scene, window: Window) -> int:
    lead = links(scene).lead.match(scene.folded, window.left, window.start)
    return lead.end() if lead else window.left


def taken_over(scene: Scene, window: Window, last: Binding) -> Binding:
    return last._replace(start=lead_of(scene, window), end=window.end, unit=window.unit_text or last.unit)
