"""What an organizer types to say what a channel should hear, and the same in words again. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from db.record.register import Register
from db.record.standings import STANDINGS, Standing
from db.record.states import read_states
from db.record.text import clean, key, noise
from db.store.models import DigestMode, Preferences

ALL = frozenset({"all", "any", "every", "everything", "everywhere", "none", "no filter", "all states", "all standings"})

_ALL = "For all of them, write “all”."
_STANDING_BETWEEN = re.compile(r"[,;:/&+\n]|\band\b|\bor\b|\s+", re.IGNORECASE)


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
    found = dict(_named(_words(clean(typed))))
    unknown = [*noise(typed), *(name for name, standing in found.items() if standing is None)]
    if unknown:
        choice = f"Write one or more of: {', '.join(Standing)}. {_ALL}"
        raise NotUnderstood(f"{_not_understood('standings', unknown)} {choice}")
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


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in _STANDING_BETWEEN.split(text.casefold()) if word)


# A standing's own name, its label and what else it is called, in words: a label has several.
_STANDING_NAMES = {
    _words(name): standing for standing, known in STANDINGS.items() for name in (standing, known.label, *known.typed)
}
_SINGLE_WORDS = {name[0]: standing for name, standing in _STANDING_NAMES.items() if len(name) == 1}
_MOST_WORDS = max(map(len, _STANDING_NAMES))


def _named(words: tuple[str, ...]) -> Iterator[tuple[str, Standing | None]]:
    """Each name among the words, the longest that fits, with its standing; None for a word that names none."""
    at = 0
    while at < len(words):
        lengths = range(min(_MOST_WORDS, len(words) - at), 0, -1)
        name = next((words[at : at + length] for length in lengths if words[at : at + length] in _STANDING_NAMES), None)
        yield (" ".join(name), _STANDING_NAMES[name]) if name else (words[at], _mistyped(words[at]))
        at += len(name or words[at : at + 1])


def _mistyped(word: str) -> Standing | None:
    near = get_close_matches(word, _SINGLE_WORDS, n=1, cutoff=0.75)
    return _SINGLE_WORDS[near[0]] if near else None


def _not_understood(among: str, pieces: Sequence[str]) -> str:
    named = [f"“{piece}”" for piece in dict.fromkeys(pieces)]
    listed = " and ".join(filter(None, (", ".join(named[:-1]), named[-1])))
    alone = (
        " “all” stands alone: for all of them write nothing else." if any(key(piece) in ALL for piece in pieces) else ""
    )
    return f"Among the {among}, I do not understand {listed}.{alone}"
