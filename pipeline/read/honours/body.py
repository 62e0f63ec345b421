"""Who grants: the body before the verb (被省文化厅评为…) or before the name (省政府命名的“…”)."""

from __future__ import annotations

import re

from pipeline.fold import fold
from pipeline.read.scene import Clause, Scene

_PASSIVE = re.compile(r"(?:被|由|经|受到|得到|获得|荣获|获|受)(?P<body>[\u3400-\u9fffA-Za-z、《》“”\"\s()]{2,40}?)$")
_ATTRIBUTIVE = r"[由被经]?(?P<body>[\u3400-\u9fff、《》A-Za-z\s]{2,40}?)(?:<<attributive_verbs>>)(?:的|(?=[“《「『]))"
_HOUSE = re.compile(r"(?:国家|中国|省|市)[\u3400-\u9fff]{0,4}馆")
_ADVERB = r"(?:<<body_adverbs>>)+$"  # 被两部联合授予


class Bodies:
    """Finds who grants, by the endings of bodies that the packs know; the page's own institution is none."""

    def __init__(self, scene: Scene, endings: tuple[str, ...], institution: str | None) -> None:
        self._scene = scene
        self._endings = endings
        self._institution = institution

    def before(self, clause: Clause, verb_start: int, verb: str = "授予") -> tuple[str | None, int]:
        """The granting body before the verb and where its words begin; (None, verb_start) where none stands."""
        before = self._scene.lexicon[_ADVERB].sub("", self._scene.folded[clause.start : verb_start])
        found = _PASSIVE.search(before)
        if not found and verb in self._scene.lexicon.set("body_verbs"):
            plain = re.search(r"(?:^|[,、\s]|年|月|日|于|,)(?P<body>[\u3400-\u9fff、]{2,30})$", before)
            found = plain if plain and self._grants(plain.group("body")) else None
        if not found or not self._grants(found.group("body").strip()):
            return None, clause.start + found.start() if found and before[found.start()] in "被" else verb_start
        start = clause.start + found.start("body")
        stated = self._scene.text[start : start + len(found.group("body"))].strip()
        return stated, clause.start + found.start()

    def attributive(self, start: int, end: int) -> tuple[str | None, int]:
        """省政府命名的“…”: the body in the words [start:end] before a name, and where the name's words begin."""
        found = self._scene.lexicon[_ATTRIBUTIVE].match(self._scene.folded, start, end)
        if found and (found.group("body").endswith(self._endings) or self._is_house(found.group("body"))):
            return self._scene.text[found.start("body") : found.end("body")], found.end()
        return None, start

    def _grants(self, words: str) -> bool:
        return self._is_house(words) or (words.endswith(self._endings) and not self._own(words))

    def _is_house(self, words: str) -> bool:
        """国家图书馆, 省馆: a house that leads others may grant, where the page is not its own."""
        return _HOUSE.fullmatch(words) is not None and not (self._institution or "").endswith(words)

    def _own(self, words: str) -> bool:
        own = bool(self._institution and words.endswith(fold(self._institution)))
        return own or words.endswith(self._scene.lexicon.words("own_bodies"))
