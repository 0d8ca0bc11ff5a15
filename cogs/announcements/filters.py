"""What an organizer types to say what a channel should hear, and the same in words again. Pure."""

from __future__ import annotations

import re
from difflib import get_close_matches

from cogs.common.states import read_states
from cogs.common.words import STANDING_WORDS
from db.models import Standing, State, UsRegion
from db.register import Register
from db.subscriptions import Digest, Wishes
from db.text import clean, key

ALL = frozenset({"all", "any", "every", "everything", "everywhere", "none", "no filter", "all states", "all standings"})

_BETWEEN = re.compile(r"[,;/&+\n]")
_LINKS = re.compile(r"\b(?:and|or)\b", re.IGNORECASE)
_STANDING_BETWEEN = re.compile(r"[,;/&+\n]|\band\b|\bor\b|\s+", re.IGNORECASE)
# As the cards say it: "Suspended, not ended", "Dormant: no contact, not ended".
_EXPLAINED = re.compile(r":\s*no contact|,?\s*not ended")
_LONGEST_NAME = 4
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
    codes: list[str] = []
    unknown: list[str] = []
    for piece in filter(None, (part.strip() for part in _BETWEEN.split(clean(typed)))):
        found = _piece(piece, register)
        codes += found
        if not found:
            unknown.append(piece)
    if unknown:
        raise NotUnderstood(
            f"{_quoted(unknown)} in *states* was not understood. Write names, postal codes or parts of the country "
            "with commas between them, such as: OR, WA, California, New England."
        )
    return tuple(dict.fromkeys(codes))


def standings_of(typed: str) -> tuple[Standing, ...]:
    """The standings meant by ``ended, suspended``; none for *all*. Raises NotUnderstood, naming what is no standing."""
    if not typed.strip() or key(clean(typed)) in ALL:
        return ()
    words = [word for word in _STANDING_BETWEEN.split(_EXPLAINED.sub("", clean(typed).casefold())) if word]
    found = {word: _standing(word) for word in words}
    unknown = [word for word, standing in found.items() if standing is None]
    if unknown:
        raise NotUnderstood(
            f"{_quoted(unknown)} in *standings* was not understood. Write one or more of: {', '.join(Standing)}."
        )
    return tuple(dict.fromkeys(standing for standing in found.values() if standing))


def in_words(wishes: Wishes, register: Register) -> tuple[str, ...]:
    """What a channel gets, in a line for each thing, as plain text; the role is left to whoever can name it."""
    names = [register.record.states[code].name for code in wishes.states if code in register.record.states]
    lines = [f"States: {', '.join(sorted(names)) or 'all'}"]
    lines.append(f"New standings: {', '.join(wishes.standings) or 'all'}")
    lines.append(f"Proposals, hearings and votes to keep a tie: {'yes' if wishes.votes else 'no'}")
    lines.append(f"Weekly digest: {_DIGESTS[wishes.digest]}")
    return tuple(lines)


_DIGESTS = {
    Digest.OFF: "no",
    Digest.ALSO: "yes, besides each announcement",
    Digest.ONLY: "yes, in place of single announcements",
}


def standing_hints() -> tuple[tuple[str, str], ...]:
    """Each standing with what it means, to choose from."""
    return tuple((str(standing), STANDING_WORDS[standing]) for standing in Standing)


def _piece(piece: str, register: Register) -> list[str]:
    """The codes of one part between commas: one name, or several with only blanks, *and* or *or* between them."""
    whole = _exact(piece, register)
    if whole:
        return whole
    words = piece.split()
    # "wa or ca": between two names *or* joins them; alone, or at an end, it is Oregon.
    words = [
        word for i, word in enumerate(words) if not (0 < i < len(words) - 1 and _LINKS.fullmatch(word) and word != "OR")
    ]
    codes: list[str] = []
    i = 0
    while i < len(words):
        end, found = _longest(words, i, register)
        if not found:
            read = read_states(piece, register)
            return [] if read.unknown else list(read.codes)
        codes += found
        i = end
    return codes


def _longest(words: list[str], i: int, register: Register) -> tuple[int, list[str]]:
    for end in range(min(len(words), i + _LONGEST_NAME), i, -1):
        found = _exact(" ".join(words[i:end]), register)
        if found:
            return end, found
    return i, []


def _exact(typed: str, register: Register) -> list[str]:
    """The codes of a name that is written as it is known."""
    name = key(typed).removeprefix("the ")
    gazetteer = register.gazetteer
    # As typed first: normalised, "MT" would be the "Mount" of Mount Vernon.
    if code := gazetteer.short_state(typed.casefold()) or gazetteer.short_state(name):
        return [code]
    for item in gazetteer.exact(name):
        if isinstance(item, State):
            return [item.code]
        if isinstance(item, UsRegion):
            return list(item.states)
    return []


def _standing(word: str) -> Standing | None:
    if word in _STANDING_NAMES:
        return _STANDING_NAMES[word]
    near = get_close_matches(word, _STANDING_NAMES, n=1, cutoff=0.75)
    return _STANDING_NAMES[near[0]] if near else None


def _quoted(pieces: list[str]) -> str:
    return ", ".join(f"“{piece}”" for piece in pieces)
