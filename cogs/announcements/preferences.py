"""What an organizer types to say what a channel should hear, and the same in words again. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import get_close_matches

from cogs.announcements import sentences
from cogs.wording.english import paragraph, series
from db.record.register import Register
from db.record.standings import STANDINGS, Standing
from db.record.states import read_states
from db.record.text import clean, key, noise
from db.store.models import DigestMode, Preferences

ALL = frozenset({"all", "any", "every", "everything", "everywhere", "no filter", "all states", "all standings"})
_NONE = frozenset({"none", "no", "nothing", "no standing", "no standings"})

_STANDING_BETWEEN = re.compile(r"[,;:/&+\n]|\band\b|\bor\b|\s+", re.IGNORECASE)


class NotUnderstood(Exception):
    """A filter that was not understood. ``str()`` of it names what, and says what may be written."""


def states_of(typed: str, register: Register) -> tuple[str, ...]:
    """The postal codes meant by ``OR, WA, California`` or ``Pacific Northwest``; none for *all*.

    Raises NotUnderstood, naming every part that is no state and no part of the country.
    """
    if not typed.strip() or key(clean(typed)) in ALL | {"none"}:
        return ()
    read = read_states(typed, register)
    if unknown := (*noise(typed), *read.unknown):
        raise _not_understood(sentences.states_not_understood, unknown, sentences.HOW_TO_WRITE_STATES)
    if not read.codes:
        nothing = [clean(typed).strip()]
        raise _not_understood(sentences.states_not_understood, nothing, sentences.HOW_TO_WRITE_ALL)
    return read.codes


def standings_of(typed: str) -> tuple[Standing, ...]:
    """The standings meant by ``ended, suspended``; none for *all*. Raises NotUnderstood, naming what is no standing."""
    if not typed.strip() or key(clean(typed)) in ALL:
        return ()
    if key(clean(typed)) in _NONE:
        raise NotUnderstood(paragraph([sentences.NO_STANDING, sentences.how_to_write_standings(Standing)]))
    found = dict(_named(_words(clean(typed))))
    unknown = [*noise(typed), *(name for name, standing in found.items() if standing is None)]
    if unknown:
        remedy = paragraph([sentences.how_to_write_standings(Standing), sentences.HOW_TO_WRITE_ALL])
        raise _not_understood(sentences.standings_not_understood, unknown, remedy)
    if not found:
        nothing = [clean(typed).strip()]
        raise _not_understood(sentences.standings_not_understood, nothing, sentences.HOW_TO_WRITE_ALL)
    return tuple(dict.fromkeys(standing for standing in found.values() if standing))


def in_words(preferences: Preferences, register: Register) -> tuple[tuple[str, str], ...]:
    """What a channel gets, each thing with its label, as plain text; the role is left to whoever can name it."""
    names = [register.record.states[code].name for code in preferences.states if code in register.record.states]
    return (
        ("States", series(sorted(names)) or "all"),
        ("New standings", series(preferences.standings) or "all"),
        ("Proposals, hearings and votes to keep a tie", "yes" if preferences.votes else "no"),
        ("Weekly digest", _DIGESTS[preferences.digest]),
    )


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


def _not_understood(worded: Callable[[Iterable[str]], str], pieces: Sequence[str], remedy: str) -> NotUnderstood:
    with_all = any(key(piece) in ALL for piece in pieces)
    alone = sentences.ALL_STANDS_ALONE if with_all else ""
    return NotUnderstood(paragraph([worded(dict.fromkeys(pieces)), alone, remedy]))
