"""Several names behind one verb: which date, which body and which recipient each has."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipeline.mentions import Period
from pipeline.read.honours.recipient import Recipient
from pipeline.read.honours.title import Title

_IN_TURN = re.compile(r"先后|分别|依次|分获")
_JOINED = re.compile(r"[、和与]")
_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Prize:
    """A name behind a verb, who grants it, when."""

    title: Title
    body: str | None
    dates: list[Period]


def in_turn(said: str, prizes: list[Prize]) -> list[Prize]:
    """2003年、2009年先后被甲、乙命名为A、B: as many dates, as many bodies as names go to them in turn. `said` ends with the verb."""
    if len(prizes) < _SEVERAL or not _IN_TURN.search(said):
        return prizes
    dates, body = prizes[0].dates, prizes[0].body
    if len(dates) == len(prizes) and all(prize.dates == dates for prize in prizes):
        prizes = [replace(prize, dates=[date]) for prize, date in zip(prizes, dates, strict=True)]
    bodies = _JOINED.split(body) if body else []
    if len(bodies) == len(prizes) and all(prize.body == body for prize in prizes):
        prizes = [replace(prize, body=one) for prize, one in zip(prizes, bodies, strict=True)]
    return prizes


def shared(prizes: list[Prize], joint: list[Recipient]) -> list[tuple[Prize, Recipient]]:
    """As many recipients as prizes share them out, one prize goes to each of several; none where neither holds."""
    if len(joint) == len(prizes):
        return list(zip(prizes, joint, strict=True))
    return [(prizes[0], one) for one in joint] if len(joint) >= _SEVERAL and len(prizes) == 1 else []
