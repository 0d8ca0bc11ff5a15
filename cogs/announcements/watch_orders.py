"""What a message says to watch: “watch San Diego”, “please follow Texas”. Pure."""

from __future__ import annotations

import re

from db.record.models import Tie
from db.record.register import Register
from db.record.resolver import find_places
from db.record.text import clean
from db.record.values import value

_LONGEST = 120
_LETTERS = 2
_ORDER = re.compile(
    r"\W*(?:please )?(?:(?:i(?:'d| would) (?:like|love) to|i want to|can you|could you|let me) )?"
    r"(?:watch|follow|keep an eye on|notify me (?:about|of)|tell me (?:about )?(?:changes|news) (?:in|of|about))"
    r" (?P<what>\S.*?)(?: for me)?(?:,? please)?[\s.?]*",
    re.IGNORECASE,
)
# Words that may stand beside a name in what is to be watched.
_BESIDE = frozenset("all a and city for in of on sister the tie ties s to with".split())


@value
class WatchOrder:
    """What is to be watched: ties, or all ties of a state by its postal code."""

    ties: tuple[Tie, ...] = ()
    state: str = ""


def watch_order(text: str, register: Register) -> WatchOrder | None:
    """What a message orders to watch; None if it is no such order, or names anything but places and states."""
    said = " ".join(clean(text).split())
    found = _ORDER.fullmatch(said) if len(said) <= _LONGEST else None
    if found is None:
        return None
    named = find_places(found["what"], register)
    names = named.names
    spans = [(name.start, name.end) for name in names.matches]
    spans += [(state.start, state.end) for state in (*names.states, *names.beside)]
    within = {number for start, end in spans for number in range(start, end)}
    if any(word.norm not in _BESIDE for number, word in enumerate(names.words) if number not in within):
        return None
    # Maine's letters, and others, are words too: "follow me".
    if len(found["what"]) == _LETTERS and not found["what"].isupper():
        return None
    if not names.mentions and len(names.codes) == 1:
        return WatchOrder(state=names.codes[0])
    ties = named.ties(register) if names.mentions else ()
    return WatchOrder(ties) if ties else None
