"""What each HTML element is to the walk: a block, an item, a link, a break; what shape its text has; whether it is hidden."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.model import BlockKind

_BLOCKS = (
    "address article aside blockquote body center dd details dialog div dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header "
    "hgroup html legend main nav p section summary table tbody td tfoot th thead tr caption"
)
_SKIPPED = "style noscript noframes textarea iframe select option optgroup template object embed svg canvas audio video button map datalist marquee"
_BLOCK, ITEM, _LIST, PRE, LINK, BREAK, HEAD, _SKIP = range(1, 9)
ROLE = (
    dict.fromkeys(_BLOCKS.split(), _BLOCK)
    | dict.fromkeys(("ol", "ul", "menu", "dir", "dl"), _LIST)
    | dict.fromkeys(("pre", "xmp", "listing", "plaintext"), PRE)
    | dict.fromkeys(("title", "meta", "link", "script"), HEAD)
    | dict.fromkeys(_SKIPPED.split(), _SKIP)
    | {"li": ITEM, "br": BREAK, "hr": BREAK, "a": LINK}
)
PARAGRAPH: tuple[BlockKind, int] = ("paragraph", 0)
SHAPE: dict[str, tuple[BlockKind, int]] = {
    "li": ("item", 1),
    "dt": ("item", 1),
    "dd": ("item", 1),
    "caption": ("caption", 0),
    "figcaption": ("caption", 0),
}
SHAPE |= {f"h{n}": ("heading", n) for n in range(1, 7)}
HIDERS = frozenset(("style", "hidden", "aria-hidden"))
_HIDING = re.compile(r"display\s{0,4}:\s{0,4}none", re.IGNORECASE)


def hides(attributes: Mapping[str, str]) -> bool:
    """Whether an element is hidden by its own attributes."""
    style = attributes.get("style")
    if style is not None and _HIDING.search(style):
        return True
    return "hidden" in attributes or attributes.get("aria-hidden") == "true"
