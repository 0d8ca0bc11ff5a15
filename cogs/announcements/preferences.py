"""What an organizer types to say what a channel should hear, and the same in words again. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches

from db.record.models import Standing
from db.record.register import Register
from db.record.states import read_states
from db.record.text import clean, key, noise
from db.store.models import DigestMode, Preferences

ALL = frozenset({"all", "any", "every", "everything", "everywhere", "none", "no filter", "all states", "all standings"})

_ALL = "For all of them, write “all”."
_STANDING_BETWEEN = re.compile(r"[,;/&+\n]|\band\b|\bor\b|\s+", re.IGNORECASE)
# As the cards say it: "Suspended, not ended", "Dormant: no contact, not ended".
_EXPLAINED = re.compile(r":\s*no contact|,?\s*not ended")
_ALIASES = {
    "kept": Standing.ACTIVE,
    "standing": Standing.ACTIVE,
    "resumed": Standing.ACTIVE,
    "paused": Standing.SUSPENDED,
    "frozen": Standing.SUSPENDED,
    "suspension": Standing.SUSPENDED,
    "cut": Standing.ENDED,
    "terminated": Standing.ENDED,
    "severed": Standing.ENDED,
    "dropped": Standing.ENDED,
    "over": Standing.ENDED,
    "inactive": Standing.DORMANT,
    "sleeping": Standing.DORMANT,
    "contested": Standing.DISPUTED,
    "unknown": Standing.UNCONFIRMED,
    "unclear": Standing.UNCONFIRMED,
}
_STANDING_NAMES = {str(standing): standing for standing in Standing} | _ALIASES


class NotUnderstood(Exception):
    """A filter that was not understood. ``str()`` of it names what, and says what may be written."""


def states_of(typed: str, register: Register) -> tuple[str, ...]:
    """The postal codes meant by ``OR, WA, California`` or ``Pacific Northwest``; none for *all*.

    Raises NotUnderstood, naming every part that is no state and no part of the country.
    """
    if not typed.strip() or key(clean(typed)) in ALL:
        return ()
    read = read_states(typed, register)
    if unknown := (*noise(typed), *read.unknown):
        raise NotUnderstood(
            f"{_not_understood('states', unknown)} Write names, state abbreviations or parts of the country "
            "with commas between them, such as: OR, WA, California, New England."
        )
    if not read.codes:
        raise NotUnderstood(f"{_not_understood('states', [clean(typed).strip()])} {_ALL}")
    return read.codes


def standings_of(typed: str) -> tuple[Standing, ...]:
    """The standings meant by ``ended, suspended``; none for *all*. Raises NotUnderstood, naming what is no standing."""
    if not typed.strip() or key(clean(typed)) in ALL:
        return ()
    words = [word for word in _STANDING_BETWEEN.split(_EXPLAINED.sub("", clean(typed).casefold())) if word]
    found = {word: _standing(word) for word in words}
    unknown = [*noise(typed), *(word for word, standing in found.items() if standing is None)]
    if unknown:
        raise NotUnderstood(f"{_not_understood('standings', unknown)} Write one or more of: {', '.join(Standing)}.")
    if not found:
        raise NotUnderstood(f"{_not_understood('standings', [clean(typed).strip()])} {_ALL}")
    return tuple(dict.fromkeys(standing for standing in found.values() if standing))


def in_words(preferences: Preferences, register: Register) -> tuple[str, ...]:
    """What a channel gets, in a line for each thing, as plain text; the role is left to whoever can name it."""
    names = [register.record.states[code].name for code in preferences.states if code in register.record.states]
    lines = [f"States: {', '.join(sorted(names)) or 'all'}"]
    lines.append(f"New standings: {', '.join(preferences.standings) or 'all'}")
    lines.append(f"Proposals, hearings and votes to keep a tie: {'yes' if preferences.votes else 'no'}")
    lines.append(f"Weekly digest: {_DIGESTS[preferences.digest]}")
    return tuple(lines)


_DIGESTS = {
    DigestMode.OFF: "no",
    DigestMode.ALSO: "yes, besides each announcement",
    DigestMode.ONLY: "yes, in place of single announcements",
}


def _standing(word: str) -> Standing | None:
    if word in _STANDING_NAMES:
        return _STANDING_NAMES[word]
    near = get_close_matches(word, _STANDING_NAMES, n=1, cutoff=0.75)
    return _STANDING_NAMES[near[0]] if near else None


def _not_understood(among: str, pieces: Sequence[str]) -> str:
    named = [f"“{piece}”" for piece in dict.fromkeys(pieces)]
    listed = " and ".join(filter(None, (", ".join(named[:-1]), named[-1])))
    alone = (
        " “all” stands alone: for all of them write nothing else." if any(key(piece) in ALL for piece in pieces) else ""
    )
    return f"Among the {among}, I do not understand {listed}.{alone}"
