"""Whether Ukraine is named only as where the war is, or for whose sake something was done. Pure."""

from __future__ import annotations

import re

from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.patterns import phrases
from cogs.lookup.reading.vocabulary import words_for
from db.record.caching import of_the_last

_OVER_THE_WAR = phrases(words_for("questions", "over_the_war", "told"))
_UKRAINE = LATE.compile(r"\b(?:ukrain|украин)\w*")


@of_the_last
def _told(joined: str) -> tuple[re.Match[str], ...]:
    return tuple(_OVER_THE_WAR.finditer(joined))


def is_of_the_war_alone(joined: str) -> bool:
    """Whether normalised words name Ukraine, and only with the war: "who cut ties over the war in Ukraine".

    No ties with Ukraine are asked about then.
    """
    told = [match.span() for match in _told(joined)]
    named = [match.start() for match in _UKRAINE.finditer(joined)] if told else []
    return bool(named) and all(any(start <= at < end for start, end in told) for at in named)


def words_of_the_war(joined: str) -> frozenset[str]:
    """The normalised words by which the war, or Ukraine for whose sake something was done, is named."""
    return frozenset(word for match in _told(joined) for word in match.group().split())
